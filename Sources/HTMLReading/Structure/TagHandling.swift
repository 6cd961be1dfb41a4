internal import RequirementModel

/// What each tag does.
extension DocumentBuilder {
    /// A start tag at `offset` of the source.
    mutating func start(_ element: Element, _ attributes: Attributes, at offset: Int) {
        flushEntity()
        trackMisplaced(element)
        if !attributes.isEmpty { tabs.start(element, attributes) }
        switch element {
        case .html, .head, .body: return
        case .table, .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .td, .th:
            startTablePart(element, attributes, at: offset)
            return
        default: break
        }
        if element.isVoid {
            if !open.isHidden { readVoid(element, attributes, at: offset) }
            return
        }
        if element.isBlock {
            startBlock(element, attributes, at: offset)
        } else {
            startInline(element, attributes, at: offset)
        }
    }

    /// Keeps count of what is open right in a table, and so before it.
    private mutating func trackMisplaced(_ element: Element) {
        guard let table = tables.indices.last else { return }
        tables[table].hasMisplacedBlank = false
        if element.isTablePart {
            tables[table].misplacedInlines = 0
        } else if !tables[table].takesText, !element.isBlock {
            // Marks that a cell's tag closed open again around what comes next.
            let isReopened = tables[table].misplacedInlines == 0 && markCount > tables[table].marksAround
            tables[table].misplacedInlines += (isReopened ? 1 : 0) + (element.isVoid ? 0 : 1)
        }
    }

    /// How many marks are open where misplaced text goes.
    var markCount: Int { innermostCell.map { tables[$0].text.markCount } ?? text.markCount }

    /// An end tag at `offset` of the source.
    mutating func end(_ element: Element, at offset: Int) {
        flushEntity()
        tabs.end(element)
        if let table = tables.indices.last {
            tables[table].hasMisplacedBlank = false
            if !element.isBlock, tables[table].misplacedInlines > 0 { tables[table].misplacedInlines -= 1 }
        }
        if element == .br {
            if !open.isHidden { breakLine() }  // browsers show `</br>` as `<br>`
            return
        }
        if let place = open.place(of: element) ?? headingPlace(for: element) {
            // The parts of a table do not part what is misplaced in them.
            if element.isBlock, !element.isTablePart || element == .table, !open.isHidden { breakBlock() }
            close(downTo: place)
        } else if element.isTablePart {
            endTablePart(element)
        } else if !open.isHidden, element == .p {
            breakBlock()  // browsers show `</p>` alone as an empty paragraph, and no other end tag that ends nothing
        }
        if !element.isBlock { closeMark(element) }
    }

    /// Any heading's end tag ends the heading at hand.
    private func headingPlace(for element: Element) -> Int? {
        guard element.headingLevel != nil else { return nil }
        return [.h1, .h2, .h3, .h4, .h5, .h6].compactMap { open.place(of: $0) }.max()
    }

    mutating func breakLine() {
        if let cell = innermostCell {
            tables[cell].text.breakLine()
        } else if code != nil {
            code?.breakLine()
        } else {
            text.breakLine()
        }
    }

    mutating func place(_ offset: Int) -> SourcePosition { locator.advance(to: offset) }

    // MARK: - Closing

    /// Closes all elements from the innermost to that at `place`.
    mutating func close(downTo place: Int) {
        while open.entries.count > place { closeInnermost() }
    }

    mutating func closeInnermost() {
        guard let entry = open.pop() else { return }
        switch entry.closing {
        case .nothing: break
        case .frame:
            endText()
            frames.close()
        case .heading, .term, .figureCaption, .title: endText()
        case .tabPanel(let position):
            endText()
            frames.append(.divider(position))
        case .figure: endFigure()
        case .preformatted:
            if let code { frames.append(.code(code.block())) }
            code = nil
        case .table: endTable()
        case .section: break
        case .row: tables.isEmpty ? () : tables[tables.count - 1].closeRow()
        case .cell: tables.isEmpty ? () : tables[tables.count - 1].closeCell()
        case .caption: tables.isEmpty ? () : tables[tables.count - 1].closeCaption()
        case .root: endMainPart()
        }
    }

    /// A figure's caption is that of its table, if it has one, or else a paragraph.
    private mutating func endFigure() {
        endText()
        guard let figure = figures.popLast(), let caption = figure.caption, !caption.isEmpty else { return }
        if !frames.caption(tableAfter: figure.blocksBefore, with: caption) { frames.append(.paragraph(caption)) }
    }

    // MARK: - The main part

    mutating func beginMainPart(_ element: Element) {
        endText()
        code = nil
        _ = frames.finish()
        tables = []
        tableBlocks = []
        figures = []
        mainPart.begin(at: element)
    }

    private mutating func endMainPart() {
        endText()
        mainPart.end(with: frames.finish())
    }
}
