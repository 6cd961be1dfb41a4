internal import RequirementModel

/// Reads a matrix: sources down, destinations across, ports where they meet.
struct MatrixReader {
    let grid: Grid
    let lexer: Lexer

    /// A reader of `grid`; nil for a table too small to be a matrix.
    init?(grid: Grid, lexer: Lexer) {
        guard grid.width > 2, !grid.header.isEmpty, grid.body.count > 1 else { return nil }
        self.grid = grid
        self.lexer = lexer
    }

    /// Whether the corner says so and most filled cells are ports.
    var isMatrix: Bool {
        guard grid.concepts[0].isSuperset(of: [.source, .destination]),
            grid.concepts.dropFirst().allSatisfy({ $0.isDisjoint(with: [.port, .protocol, .purpose, .direction]) })
        else { return false }
        var filled = 0
        var ports = 0
        for row in grid.body {
            for column in 1..<grid.width where grid.origin(row, column) == .own && !grid.cell(row, column).isEmpty {
                filled += 1
                let shape = grid.shape(row, column)
                if shape.isPort || shape.isProtocol || shape.places > 0 { ports += 1 }
            }
        }
        return filled > 0 && ports * 2 >= filled
    }

    /// Reads every row into `outcome`.
    func read(into outcome: inout TableReader.Outcome) {
        outcome.reading = .requirements
        outcome.reason = "a matrix: from the rows' heads to the columns' heads"
        outcome.columns = (0..<grid.width).map {
            Books.Column(
                header: grid.headerText($0), role: ($0 == 0 ? ColumnRole.source : ColumnRole.destination).rawValue,
                evidence: $0 == 0 ? "the corner names both ends" : "its header is the place, its cells the ports")
        }
        let groups = GroupRows(grid: grid, lexer: lexer)
        for row in grid.body {
            let position = grid.table.rows[row].position
            if let label = groups.label(row) {
                outcome.skipped.append((position, groups.isRemark(label) ? .isRemark : .headsOthers))
                continue
            }
            let draft = draft(row)
            if let shortcoming = draft.shortcoming {
                outcome.skipped.append((position, shortcoming))
            } else {
                outcome.drafts.append(draft)
            }
        }
    }

    private func draft(_ row: Int) -> RequirementDraft {
        var draft = RequirementDraft(position: grid.table.rows[row].position)
        let head = grid.cell(row, 0)
        draft.sources = EndpointReader(lexer: lexer, lexed: head).places(in: head.tokens).destinations.map(\.endpoint)
        for column in 1..<grid.width where grid.origin(row, column) != .spannedFromAbove {
            let cell = grid.cell(row, column)
            guard !cell.isEmpty, !grid.shape(row, column).saysNone else { continue }
            if grid.shape(row, column).places > 0 {
                draft.destinations += EndpointReader(lexer: lexer, lexed: cell).places(in: cell.tokens).destinations
                continue
            }
            let services = ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: cell.tokens)
            guard services.sayPorts || services.sayProtocols, let top = grid.header.last else { continue }
            let header = grid.cell(top, column)
            for destination in EndpointReader(lexer: lexer, lexed: header).places(in: header.tokens).destinations {
                var destination = destination
                destination.services = services
                draft.destinations.append(destination)
            }
        }
        return draft
    }
}
