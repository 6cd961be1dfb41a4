internal import RequirementModel

/// Reads a table: as requirements where its columns say that it lists what must be reachable, else as row records.
struct TableReader {
    /// What became of a table.
    struct Outcome {
        var drafts: [RequirementDraft] = []
        var rows: [(position: SourcePosition, record: RowRecord)] = []
        var skipped: [(position: SourcePosition, reason: SkipReason)] = []
        var reading = Books.Reading.rows
        var reason = ""
        var columns: [Books.Column] = []
        /// What the headers say of all rows.
        var said = Statement()
        var rowsSeen = 0

        /// What is listed here is where traffic comes from.
        mutating func takePlacesAsSources() {
            skipped += drafts.takePlacesAsSources()
        }
    }

    /// The weight of evidence from which on a table is about the network.
    private static let threshold = 2.5

    /// Reads `table` where `context` holds.
    /// - Parameter explaining: Whether to say what each column was taken to mean.
    static func read(
        _ table: Table, _ lexer: Lexer, in context: Statement, explaining: Bool = false
    ) -> Outcome {
        let grid = Grid(table, lexer)
        if let mended = BrokenRows.mended(table, grid) ?? LostSpans.mended(table, grid) {
            return read(mended, Grid(mended, lexer), lexer, in: context, explaining: explaining)
        }
        if context.demand >= 2, let laid = UprightTable.laidDown(table, grid, lexer) {
            return read(laid, Grid(laid, lexer), lexer, in: context, explaining: explaining)
        }
        return read(table, grid, lexer, in: context, explaining: explaining)
    }

    private static func read(
        _ table: Table, _ grid: Grid, _ lexer: Lexer, in context: Statement, explaining: Bool
    ) -> Outcome {
        var outcome = Outcome()
        outcome.rowsSeen = grid.body.count
        if let matrix = MatrixReader(grid: grid, lexer: lexer), matrix.isMatrix {
            matrix.read(into: &outcome)
            return outcome
        }
        let roles = ColumnRoles(grid, lexer, listsPorts: context.listsPorts && context.demand >= 2)
        if explaining { outcome.columns = (0..<grid.width).map { roles.account(of: $0, in: grid) } }
        let about = roles.evidence.joined(separator: ", ")
        let isUnasked = roles.isInferred && context.demand < 2 && roles.evidence.count < 2
        let isOfWords =
            roles.nameEndsInWordsOnly
            || roles.nameDestinationsInWordsOnly && context.direction == nil && context.services.isEmpty
            || roles.nameEndsAndPortsOnly && context.demand == 0 && context.ambience == 0
        if weight(of: roles, in: context) < threshold || isUnasked || !namesSomething(roles) || isOfWords {
            outcome.reason = about.isEmpty ? "no column is about the network" : "too little evidence: \(about)"
            readRows(grid, into: &outcome)
            return outcome
        }
        if context.isRefusal {
            outcome.reading = .nothing
            outcome.reason = SkipReason.isNotRequired.rawValue
            outcome.skipped = grid.body.map { (table.rows[$0].position, .isNotRequired) }
            return outcome
        }
        outcome.reading = .requirements
        outcome.reason = "columns of \(about)"
        outcome.said.direction = DirectionReader(lexer: lexer).direction(said: grid.headerTokens, isLabel: true)
        readRequirements(grid, roles, lexer, context, into: &outcome)
        let silent = outcome.skipped.count { $0.reason == .namesNothing || $0.reason == .namesSourceOnly }
        if silent > outcome.drafts.count, outcome.drafts.isEmpty || context.demand < 3 {
            // A table most of whose rows name nothing lists something else, unless what introduces it says otherwise.
            outcome.drafts = []
            outcome.skipped = []
            outcome.said = Statement()
            outcome.reason = "most rows name neither destination nor port"
            readRows(grid, into: &outcome)
        }
        return outcome
    }

    /// How strongly the columns, and what stands around them, say that the rows are about the network.
    private static func weight(of roles: ColumnRoles, in context: Statement) -> Double {
        // On a page that asks for something, a heading that says which way the traffic goes stands over what is asked for.
        // So does the title of a page of such requirements over a column that says that it lists endpoints.
        let surroundings = max(
            context.titleDemand >= 3 && roles.listsPlaces ? 1.2 : 0, 0.5 * Double(context.demand),
            0.2 * Double(context.ambience) + (context.ambience >= 2 && context.headsFlow ? 0.6 : 0))
        // Where what stands around asks for it, a column of settings or states beside sure ones counts for less.
        let isExpected =
            context.demand >= 2 && roles.isSureOfPorts || context.titleDemand >= 3 && roles.isSureOfPlaces
        let foreign =
            isExpected
            ? 0.4 * Double(roles.foreign)
            : 1.2 * Double(roles.foreign)
                - (context.ambience >= 3 && roles.isSureOfPlaces ? 0.8 * Double(roles.states) : 0)
        return roles.weight + surroundings - foreign - (context.isExample && context.demand < 2 ? 4 : 0)
    }

    private static func namesSomething(_ roles: ColumnRoles) -> Bool {
        roles.roles.contains { role in
            switch role {
            case .source, .destination, .sourceOrDestination, .flow, .endpoint, .serviceTag, .port, .tcpPort, .udpPort,
                .protocolAndPort:
                true
            default: false
            }
        }
    }

    private static func readRequirements(
        _ grid: Grid, _ roles: ColumnRoles, _ lexer: Lexer, _ context: Statement, into outcome: inout Outcome
    ) {
        let direction = outcome.said.direction ?? context.direction
        var reader = RowReader(grid: grid, roles: roles, lexer: lexer, direction: direction)
        var cells = CellReader(lexer, roles, listsTags: context.listsTags)
        let groups = GroupRows(grid: grid, lexer: lexer)
        var heading: Statement?
        for row in grid.body {
            let position = grid.table.rows[row].position
            if groups.isEmpty(row) {
                outcome.skipped.append((position, .isEmpty))
                continue
            }
            if let label = groups.label(row) {
                outcome.skipped.append((position, groups.isRemark(label) ? .isRemark : .headsOthers))
                if !groups.isRemark(label) {
                    heading = SentenceReader(lexer: lexer, lexed: label).label(label.tokens)
                }
                continue
            }
            if reader.isNotNeeded(row) {
                outcome.skipped.append((position, .isNotRequired))
                continue
            }
            var draft = RequirementDraft(position: position)
            reader.read(row, by: &cells, into: &draft)
            if let heading { draft.said.fill(exceptServicesFrom: heading) }
            draft.said.demand = 0
            if let shortcoming = draft.shortcoming {
                outcome.skipped.append((position, shortcoming))
            } else {
                outcome.drafts.append(consume draft)
            }
        }
    }

    private static func readRows(_ grid: Grid, into outcome: inout Outcome) {
        outcome.reading = .rows
        let headers = (0..<grid.width).map { grid.headerText($0) }
        for row in grid.body {
            let position = grid.table.rows[row].position
            let values = grid.table.rows[row].cells.map { PlainText.line($0.content) }
            if values.allSatisfy(\.isEmpty) {
                outcome.skipped.append((position, .isEmpty))
            } else {
                let cells = zip(headers, values).map { RowRecord.Cell(header: $0, value: $1) }
                outcome.rows.append((position, RowRecord(cells: cells)))
            }
        }
    }
}
