internal import RequirementModel

/// Goes through a document once more, for the full books: what stands where, and what in it looks like an endpoint.
struct Survey {
    /// A passage, not yet told to which entry it belongs.
    struct Finding {
        var passage: Books.Passage
        /// The table, list, note or code block that it stands in, and where that begins.
        var piece: Piece?
        /// What in it looks like an endpoint.
        var places: [Place] = []
    }

    /// A piece by its kind and its beginning.
    struct Piece: Hashable {
        var kind: Books.Kind
        var location: SourceLocation
    }

    /// What looks like an endpoint.
    struct Place {
        var endpoint: Endpoint
        var location: SourceLocation
        /// The column of a table that it stands in.
        var column: Int?
    }

    private(set) var findings: [Finding] = []
    private var file: String
    private var piece: Piece?
    private let lexer: Lexer

    /// The survey of `document`.
    init(of document: Document, tags: ServiceTagVocabulary) {
        file = document.path
        lexer = Lexer(tags: tags)
        if let title = document.title { take(title, as: .heading, at: title.position) }
        visit(document.blocks)
    }

    private mutating func visit(_ blocks: [Block]) {
        for block in blocks { visit(block) }
    }

    private mutating func visit(_ block: Block) {
        switch block {
        case .heading(let heading): take(heading.text, as: .heading, at: heading.text.position)
        case .paragraph(let text): visit(text, as: .paragraph)
        case .table(let table): visit(table)
        case .list(let list): visit(list)
        case .note(let note): visit(note)
        case .code(let code): visit(code)
        case .divider: break
        case .include(let inclusion):
            guard let included = inclusion.file else { return }
            let outer = file
            file = included
            visit(inclusion.blocks)
            file = outer
        }
    }

    private mutating func visit(_ text: RichText, as form: Books.Form) {
        if let table = PipeRows.table(in: text) {
            visit(table)
        } else if !text.isEmpty {
            take(text, as: form, at: text.position)
        }
    }

    private mutating func visit(_ table: Table) {
        if let caption = table.caption { take(caption, as: .caption, at: caption.position) }
        within(.table, table.position) { survey in
            for row in table.rows {
                var finding = survey.finding(.row, row.position)
                var words: [String] = []
                for (column, cell) in row.cells.enumerated() where cell.origin != .spannedFromLeft {
                    words.append(PlainText.line(cell.content))
                    finding.places += survey.places(in: cell.content, column: column)
                }
                finding.passage.words = words.joined(separator: " | ")
                survey.findings.append(finding)
            }
        }
    }

    private mutating func visit(_ list: List) {
        // An item's inner lists belong to the outermost one, as they are read with it.
        let outermost = piece?.kind == .list ? piece?.location.position : nil
        within(.list, outermost ?? list.items.first?.position ?? .unknown) { survey in
            for item in list.items {
                var isFirst = true
                func position(of text: RichText) -> SourcePosition {
                    defer { isFirst = false }
                    return isFirst ? item.position : text.position
                }
                if let term = item.term { survey.take(term, as: .item, at: position(of: term)) }
                for block in item.blocks {
                    if case .paragraph(let text) = block, PipeRows.table(in: text) == nil {
                        survey.take(text, as: .item, at: position(of: text))
                    } else {
                        survey.visit(block)
                    }
                }
            }
        }
    }

    private mutating func visit(_ note: Note) {
        for block in note.blocks {
            if case .paragraph(let text) = block {
                within(.note, text.position) { $0.visit(text, as: .note) }
            } else {
                visit(block)
            }
        }
    }

    private mutating func visit(_ code: CodeBlock) {
        within(.code, code.position) { survey in
            var position = code.position
            for line in code.text.utf8.split(separator: ASCII.newline, omittingEmptySubsequences: false) {
                if !line.isEmpty {
                    survey.take(
                        RichText(String(Substring(line)), position: position), as: .line, at: position)
                }
                if position.line > 0 { position.line += 1 }
            }
        }
    }

    private mutating func within(_ kind: Books.Kind, _ position: SourcePosition, _ body: (inout Survey) -> Void) {
        let outer = piece
        piece = Piece(kind: kind, location: location(position))
        body(&self)
        piece = outer
    }

    private mutating func take(_ text: RichText, as form: Books.Form, at position: SourcePosition) {
        var finding = finding(form, position)
        finding.passage.words = PlainText.line(text)
        finding.places = places(in: text, column: nil)
        findings.append(finding)
    }

    private func finding(_ form: Books.Form, _ position: SourcePosition) -> Finding {
        Finding(passage: .init(form: form, location: location(position), words: ""), piece: piece)
    }

    private mutating func places(in text: RichText, column: Int?) -> [Place] {
        lexer.reset()
        let lexed = lexer.read(text)
        let reader = EndpointReader(lexer: lexer, lexed: lexed)
        return lexed.tokens.compactMap { index in
            let token = lexer.tokens[index]
            guard token.namesPlace, let destination = reader.destination(at: index) else {
                return nil
            }
            return Place(
                endpoint: destination.endpoint, location: location(lexer.position(at: Int(token.start), of: lexed)),
                column: column
            )
        }
    }

    private func location(_ position: SourcePosition) -> SourceLocation {
        SourceLocation(file: file, position: position)
    }
}
