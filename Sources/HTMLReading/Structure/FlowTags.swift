internal import RequirementModel

/// Blocks, inline elements and elements without content.
extension DocumentBuilder {
    mutating func startBlock(_ element: Element, _ attributes: Attributes, at offset: Int) {
        closeImplied(before: element)
        let isHidden = hides(element, attributes)
        if !isHidden, !open.isHidden { breakBlock() }
        if isPage, mainPart.begins(at: element, role: attributes.value("role")), !isHidden, !open.isHidden {
            beginMainPart(element)
            open.push(.init(element: element, closing: .root, isHidden: false))
            return
        }
        guard !isHidden, !open.isHidden, innermostCell == nil, code == nil else {
            open.push(.init(element: element, closing: .nothing, isHidden: isHidden))
            return
        }
        open.push(.init(element: element, closing: openFlow(element, attributes, at: offset), isHidden: false))
    }

    /// Begins what `element` is in the flow of the page, outside of cells; inside a heading, term or caption it is nothing.
    private mutating func openFlow(_ element: Element, _ attributes: Attributes, at offset: Int) -> OpenElements.Closing
    {
        guard case .paragraph = textKind else { return .nothing }
        switch attributes.isEmpty ? nil : attributes.value("role") {
        case "tabpanel":
            guard let title = tabs.title(ofPanel: attributes) else { break }
            let position = place(offset)
            frames.append(.heading(.tab(Array(title.utf8)[...], at: position)))
            return .tabPanel(position)
        case "heading":
            let level = attributes.value("aria-level").flatMap { Int($0) } ?? 2
            return openText(.heading(level: min(max(level, 1), 6)), .heading, at: offset)
        default: break
        }
        if let kind = NoteKind.of(element, attributes) {
            frames.openNote(kind: kind.name, at: place(offset))
            return .frame
        }
        switch element {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            return openText(.heading(level: element.headingLevel ?? 1), .heading, at: offset)
        case .dt: return openText(.term(place(offset)), .term, at: offset)
        case .figcaption where !figures.isEmpty: return openText(.figureCaption, .figureCaption, at: offset)
        case .ul, .ol, .menu, .dir, .dl: frames.openList(isOrdered: element == .ol)
        case .li, .dd: frames.openItem(at: place(offset))
        case .blockquote: frames.openNote(kind: nil, at: place(offset))
        case .figure:
            figures.append((frames.blockCount, nil))
            return .figure
        case .pre, .listing, .xmp:
            code = CodeText(position: place(offset), info: language(attributes))
            return .preformatted
        default: return .nothing
        }
        return .frame
    }

    private mutating func openText(
        _ kind: TextKind, _ closing: OpenElements.Closing, at offset: Int
    ) -> OpenElements.Closing {
        text.startLine(at: place(offset))
        textKind = kind
        return closing
    }

    /// The language in a class such as `language-json` or `lang-sh`.
    private func language(_ attributes: Attributes) -> String {
        for word in (attributes.value("class") ?? "").split(separator: " ") {
            for prefix in ["language-", "lang-", "highlight-source-"] where word.hasPrefix(prefix) {
                return String(word.dropFirst(prefix.utf8.count))
            }
        }
        return ""
    }

    /// Closes what cannot hold a block like `element`: a paragraph, the item before, the heading before.
    private mutating func closeImplied(before element: Element) {
        if let paragraph = open.place(of: .p) { close(downTo: paragraph) }
        switch element {
        case .li:
            if let item = open.place(of: .li), item > open.innermostList { close(downTo: item) }
        case .dt, .dd:
            let outer = open.innermostList
            for other in [Element.dt, .dd] {
                if let place = open.place(of: other), place > outer { close(downTo: place) }
            }
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let last = open.last, last.element.headingLevel != nil { close(downTo: open.entries.count - 1) }
        default: break
        }
    }

    mutating func startInline(_ element: Element, _ attributes: Attributes, at offset: Int) {
        if element == .title, isPage, !open.isHidden, title == nil, open.place(of: .svg) == nil,
            innermostCell == nil
        {
            endText()
            textKind = .title
            text.startLine(at: place(offset))
            open.push(.init(element: .title, closing: .title, isHidden: false))
            return
        }
        let isHidden = hides(element, attributes)
        if isHidden || open.isHidden || element == .svg {
            open.push(.init(element: element, closing: .nothing, isHidden: isHidden))
            return
        }
        if isPage, let role = attributes.value("role"), mainPart.begins(at: element, role: role) {
            beginMainPart(element)
            open.push(.init(element: element, closing: .root, isHidden: false))
            return
        }
        if element == .code, code?.isEmpty == true {
            let info = language(attributes)
            code?.info = info
        }
        if element == .a { closeMark(.a) }
        if let markup = element.markup ?? (refersToFootnote(element, attributes) ? .superscript : nil)
            ?? attributes.value("href").flatMap({ element == .a ? .link(destination: $0) : nil })
        {
            if let cell = innermostCell {
                tables[cell].text.open(element, markup)
            } else if code == nil {
                text.open(element, markup)
            }
        }
    }

    /// Whether it is a footnote's mark (Sphinx, docutils), which is shown raised or in brackets and is no part of the name before it.
    private func refersToFootnote(_ element: Element, _ attributes: Attributes) -> Bool {
        guard element == .a, !attributes.isEmpty else { return false }
        return attributes.value("role") == "doc-noteref"
            || attributes.value("class")?.split(separator: " ").contains("footnote-reference") == true
    }

    mutating func closeMark(_ element: Element) {
        if let cell = innermostCell { tables[cell].text.close(element) } else { text.close(element) }
    }

    mutating func readVoid(_ element: Element, _ attributes: Attributes, at offset: Int) {
        switch element {
        case .br: breakLine()
        case .hr:
            if let paragraph = open.place(of: .p) { close(downTo: paragraph) }
            breakBlock()
            if innermostCell == nil, case .paragraph = textKind { frames.append(.divider(place(offset))) }
        case .img:
            guard !hides(element, attributes) else { return }
            let (alternative, source) = (attributes.value("alt") ?? "", attributes.value("src") ?? "")
            if let cell = innermostCell {
                tables[cell].text.append(image: alternative, source: source)
            } else if code == nil {
                if text.isEmpty, !alternative.isEmpty, case .paragraph = textKind { text.startLine(at: place(offset)) }
                text.append(image: alternative, source: source)
            }
        case .meta:
            guard isPage,
                let name = attributes.value("name") ?? attributes.value("property") ?? attributes.value("http-equiv"),
                let content = attributes.value("content")
            else { return }
            metadata.append(Metadatum(name: name, value: content))
        default: break
        }
    }
}

extension Element {
    /// How its text is marked.
    fileprivate var markup: RichText.Markup? {
        switch self {
        case .b, .strong: .strong
        case .i, .em, .var, .cite, .dfn: .emphasis
        case .code, .kbd, .samp, .tt: .code
        case .del, .s, .strike: .deleted
        case .sup: .superscript
        default: nil
        }
    }

    /// Whether it is a part of tables and nothing else.
    var isTablePart: Bool {
        switch self {
        case .table, .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .td, .th: true
        default: false
        }
    }
}
