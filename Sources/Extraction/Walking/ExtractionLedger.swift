internal import RequirementModel

/// Gathers what a walk finds, in reading order, and makes records of it when all has been said.
struct ExtractionLedger {
    /// The file that is being read.
    var file: String
    private let document: String
    private var contexts: [Statement] = []
    private var pieces: [Piece] = []
    private var recordCount = 0
    private var tables: [RawTable] = []
    private var books = Books()
    /// Full: which context holds for which entry.
    private var holding: [(entry: Int, context: Int)] = []
    private var diagnostics: [Diagnostic] = []
    private let keepsFullBooks: Bool

    /// What was found in one table, list, note or code block.
    private struct Piece {
        var file: String
        var section: [String]
        /// Which context holds for its drafts.
        var context: Int
        var drafts: [RequirementDraft]
        var rows: [(position: SourcePosition, record: RowRecord)] = []
    }

    init(document: String, keepsFullBooks: Bool = false) {
        self.document = document
        self.keepsFullBooks = keepsFullBooks
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
        let records = add(outcome.drafts, rows: outcome.rows, context, section)
        enter(
            Books.Entry(
                kind: .table, location: location(table.position), section: section, reading: outcome.reading,
                reason: outcome.reason, rowsSeen: outcome.rowsSeen,
                rowsInRecords: records.count, skipped: outcome.skipped.map(skipped), records: records),
            columns: outcome.columns)
        for skip in outcome.skipped where outcome.reading == .requirements && skip.reason == .namesNothing {
            diagnostics.append(.rowWithoutEndpoint(at: location(skip.position)))
        }
    }

    /// Takes what became of a list, note or code block.
    mutating func add(
        _ outcome: PieceOutcome, _ kind: Books.Kind, _ position: SourcePosition, _ context: Statement,
        _ section: [String]
    ) {
        let records = add(outcome.drafts, context, section)
        enter(
            Books.Entry(
                kind: kind, location: location(position), section: section,
                reading: outcome.drafts.isEmpty ? .nothing : .requirements, reason: outcome.reason,
                rowsSeen: outcome.rowsInRecords + outcome.skipped.count, rowsInRecords: outcome.rowsInRecords,
                skipped: outcome.skipped.map(skipped), records: records))
    }

    /// Enters a piece for which the context taken last holds.
    private mutating func enter(_ entry: Books.Entry, columns: [Books.Column] = []) {
        books.entries.append(entry)
        guard keepsFullBooks else { return }
        books.entries[books.entries.count - 1].columns = columns
        holding.append((books.entries.count - 1, contexts.count - 1))
    }

    /// Takes what a heading, caption or sentence says of others; costs nothing where the full books are not kept.
    mutating func hear(
        _ statement: Statement, _ kind: Books.Kind, at position: @autoclosure () -> SourcePosition,
        _ section: @autoclosure () -> [String], reach: Books.Reach, words: @autoclosure () -> String
    ) {
        guard keepsFullBooks else { return }
        let facts = statement.facts
        if facts.isEmpty { return }
        var entry = Books.Entry(
            kind: kind, location: location(position()), section: section(), reading: .statement, reason: "")
        entry.reach = reach
        entry.words = words()
        entry.holding = facts
        books.entries.append(entry)
    }

    /// Takes a note's paragraph that asks for nothing; costs nothing where the full books are not kept.
    mutating func pass(noteAt position: SourcePosition, _ section: [String], words: @autoclosure () -> String) {
        guard keepsFullBooks else { return }
        var entry = Books.Entry(
            kind: .note, location: location(position), section: section, reading: .nothing,
            reason: "it asks for no address to be allowed")
        entry.words = words()
        books.entries.append(entry)
    }

    /// Notes a sentence that states a requirement, which is no record.
    mutating func noteProse(_ position: SourcePosition, _ section: [String], words: @autoclosure () -> String) {
        var entry = Books.Entry(
            kind: .paragraph, location: location(position), section: section, reading: .unread,
            reason: "a sentence names what must be reachable, and sentences become no records")
        if keepsFullBooks { entry.words = words() }
        books.entries.append(entry)
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

    /// Takes what is to become records, and says which ones they will be.
    private mutating func add(
        _ drafts: [RequirementDraft], rows: [(position: SourcePosition, record: RowRecord)] = [],
        _ context: Statement, _ section: [String]
    ) -> Range<Int> {
        contexts.append(context)
        let first = recordCount
        recordCount += drafts.count + rows.count
        if first < recordCount {
            pieces.append(
                Piece(file: file, section: section, context: contexts.count - 1, drafts: drafts, rows: rows))
        }
        return first..<recordCount
    }

    private func location(_ position: SourcePosition) -> SourceLocation {
        SourceLocation(file: file, position: position)
    }

    private func skipped(_ skip: (position: SourcePosition, reason: SkipReason)) -> Books.SkippedRow {
        Books.SkippedRow(location: location(skip.position), reason: skip.reason.rawValue)
    }

    /// The records, tables and books.
    mutating func result() -> ExtractionResult {
        var records: [Requirement] = []
        records.reserveCapacity(recordCount)
        // Taken out of the ledger, so that drafts are filled in where they stand.
        var pieces: [Piece] = []
        swap(&pieces, &self.pieces)
        for index in pieces.indices { makeRecords(of: &pieces[index], into: &records) }
        var books = books
        for (entry, context) in holding { books.entries[entry].holding = contexts[context].facts }
        return ExtractionResult(records: records, tables: tables, books: books, diagnostics: diagnostics)
    }

    private func makeRecords(of piece: inout Piece, into records: inout [Requirement]) {
        let (file, section) = (piece.file, piece.section)
        func add(_ content: Requirement.Content, at position: SourcePosition) {
            records.append(
                Requirement(
                    document: document, location: SourceLocation(file: file, position: position), section: section,
                    content: content))
        }
        var assembly = RecordAssembly(in: contexts[piece.context])
        for index in piece.drafts.indices {
            let position = piece.drafts[index].position
            add(.network(assembly.requirement(&piece.drafts[index])), at: position)
        }
        for row in piece.rows { add(.row(row.record), at: row.position) }
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
            "what is nested deeper than \(DocumentWalk.deepest) levels is not read; look whether it asks for something")
    }
}
