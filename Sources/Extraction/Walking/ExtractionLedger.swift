internal import RequirementModel

/// Gathers what a walk finds, in reading order, and makes records of it when all has been said.
struct ExtractionLedger {
    /// The file that is being read.
    var file: String
    private let document: String
    private var contexts: [Statement] = []
    private var found: [Found] = []
    private var tables: [RawTable] = []
    private var books = Books()
    private var diagnostics: [Diagnostic] = []

    private struct Found {
        var location: SourceLocation
        var section: [String]
        var content: Content
        indirect enum Content {
            case draft(RequirementDraft, context: Int)
            case row(RowRecord)
        }
    }

    init(document: String) {
        self.document = document
        file = document
    }

    /// How many contexts have been taken.
    var contextCount: Int { contexts.count }

    /// Fills in what is said of the pieces since `first`, where they and what stands nearer to them are silent.
    mutating func amend(_ statement: Statement, since first: Int) {
        for index in contexts.indices.dropFirst(first) { contexts[index] = contexts[index].filled(by: statement) }
    }

    /// Takes a table as a raw grid.
    mutating func add(_ table: Table, _ section: [String]) {
        let grid = table.rows.map { row in row.cells.map(\.content.text) }
        let hasHeader = table.rows.first?.part == .header
        tables.append(
            RawTable(
                document: document, location: SourceLocation(file: file, position: table.position), section: section,
                header: hasHeader ? grid.first ?? [] : [], rows: Array(grid.dropFirst(hasHeader ? 1 : 0))))
    }

    /// Takes what became of a table.
    mutating func add(_ outcome: TableReader.Outcome, of table: Table, _ context: Statement, _ section: [String]) {
        contexts.append(context)
        for draft in outcome.drafts { add(draft, section) }
        for row in outcome.rows {
            found.append(Found(location: location(row.position), section: section, content: .row(row.record)))
        }
        books.entries.append(
            Books.Entry(
                kind: .table, location: location(table.position), section: section, reading: outcome.reading,
                reason: outcome.reason, columns: outcome.columns, holding: context.facts, rowsSeen: outcome.rowsSeen,
                rowsInRecords: outcome.drafts.count + outcome.rows.count, skipped: outcome.skipped.map(skipped)))
        for skip in outcome.skipped where outcome.reading == .requirements && skip.reason == .namesNothing {
            diagnostics.append(.rowWithoutEndpoint(at: location(skip.position)))
        }
    }

    /// Takes what became of a list, note or code block.
    mutating func add(
        _ outcome: PieceOutcome, _ kind: Books.Kind, _ position: SourcePosition, _ context: Statement,
        _ section: [String]
    ) {
        contexts.append(context)
        for draft in outcome.drafts { add(draft, section) }
        books.entries.append(
            Books.Entry(
                kind: kind, location: location(position), section: section,
                reading: outcome.drafts.isEmpty ? .nothing : .requirements, reason: outcome.reason,
                holding: context.facts,
                rowsSeen: outcome.rowsInRecords + outcome.skipped.count, rowsInRecords: outcome.rowsInRecords,
                skipped: outcome.skipped.map(skipped)))
    }

    /// Notes a sentence that states a requirement, which is no record.
    mutating func noteProse(_ position: SourcePosition, _ section: [String]) {
        books.entries.append(
            Books.Entry(
                kind: .paragraph, location: location(position), section: section, reading: .unread,
                reason: "a sentence names what must be reachable"))
        diagnostics.append(.requirementInProse(at: location(position)))
    }

    /// Notes a block that is nested too deeply to be read.
    mutating func skipNested(at position: SourcePosition, _ section: [String]) {
        books.entries.append(
            Books.Entry(
                kind: .paragraph, location: location(position), section: section, reading: .unread,
                reason: SkipReason.isTooDeep.rawValue))
        diagnostics.append(.nestedTooDeeply(at: location(position)))
    }

    private mutating func add(_ draft: RequirementDraft, _ section: [String]) {
        found.append(
            Found(
                location: location(draft.position), section: section,
                content: .draft(draft, context: contexts.count - 1)))
    }

    private func location(_ position: SourcePosition) -> SourceLocation {
        SourceLocation(file: file, position: position)
    }

    private func skipped(_ skip: (position: SourcePosition, reason: SkipReason)) -> Books.SkippedRow {
        Books.SkippedRow(location: location(skip.position), reason: skip.reason.rawValue)
    }

    /// The records, tables and books.
    func result() -> ExtractionResult {
        let records = found.map { found in
            let content: Requirement.Content =
                switch found.content {
                case .draft(let draft, let context): .network(RecordAssembly.requirement(draft, in: contexts[context]))
                case .row(let row): .row(row)
                }
            return Requirement(document: document, location: found.location, section: found.section, content: content)
        }
        return ExtractionResult(records: records, tables: tables, books: books, diagnostics: diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func rowWithoutEndpoint(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .note, "row-without-endpoint", at: location,
            "the row names neither a destination nor a port and is in no record; look whether it asks for something")
    }

    fileprivate static func requirementInProse(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .note, "requirement-in-prose", at: location,
            "a sentence names what must be reachable, and sentences become no records; look whether a rule is missing")
    }

    fileprivate static func nestedTooDeeply(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .warning, "nested-too-deeply", at: location,
            "what is nested deeper than 40 levels is not read; look whether it asks for something")
    }
}
