internal import RequirementModel

/// Rows with spans, and the grid they make by the HTML standard's table model (section 4.9.12.1).
struct TableGrid {
    struct Cell {
        var content: RichText
        var isHeader: Bool
        var isHidden: Bool
        /// 1 to 1000.
        var columns: Int
        /// 1 to 65534; 0 for all rows left in the section.
        var rows: Int
    }

    struct Row {
        var position: SourcePosition
        var isHidden: Bool
        var cells: [Cell] = []
    }

    private struct Section {
        var part: Table.Part
        var rows: [Row] = []
    }

    private var sections: [Section] = []

    mutating func openSection(_ part: Table.Part) { sections.append(Section(part: part)) }

    mutating func append(_ row: Row) {
        if sections.isEmpty { openSection(.body) }
        sections[sections.count - 1].rows.append(row)
    }

    /// The rows in visual order, spans filled in; footers stand last wherever they were written. Nil if that takes more slots
    /// than `budget` has.
    func rows(within budget: inout SlotBudget) -> [Table.Row]? {
        var spanned = budget
        var rows: [Table.Row] = []
        for section in sectionsInOrder {
            fill(section, into: &rows, budget: &spanned)
            if spanned.isExceeded { return nil }
        }
        budget = spanned
        markHeaders(&rows)
        return rows
    }

    /// Without `<thead>`, the first rows are the header as far as they have nothing but `<th>`.
    private func markHeaders(_ rows: inout [Table.Row]) {
        guard !sections.contains(where: { $0.part == .header }) else { return }
        let headers = rows.prefix { row in
            row.part == .body && row.cells.allSatisfy { $0.isHeader || $0.content.isEmpty }
        }
        guard headers.count < rows.count else { return }
        for index in headers.indices where rows[index].cells.contains(where: \.isHeader) { rows[index].part = .header }
    }

    /// The rows in visual order, as if no cell spanned others.
    func rowsWithoutSpans() -> [Table.Row] {
        sectionsInOrder.flatMap { section in
            section.rows.filter { !$0.cells.isEmpty }.map { row in
                let cells = row.cells.map { Table.Cell($0.content, isHeader: $0.isHeader) }
                return Table.Row(part: section.part, position: row.position, cells: cells)
            }
        }
    }

    private var sectionsInOrder: [Section] {
        sections.filter { $0.part != .footer } + sections.filter { $0.part == .footer }
    }

    private struct Above {
        var cell: Table.Cell
        /// In how many further rows.
        var rows: Int
    }

    private func fill(_ section: Section, into rows: inout [Table.Row], budget: inout SlotBudget) {
        var above: [Above?] = []
        for row in section.rows where !budget.isExceeded {
            var slots: [Table.Cell] = []
            var next: [(column: Int, above: Above)] = []
            for cell in row.cells {
                while slots.count < above.count, let claim = above[slots.count] { slots.append(claim.cell) }
                let content = Table.Cell(cell.content, isHeader: cell.isHeader)
                var spanned = content
                for step in 0..<cell.columns {
                    guard step == 0 || budget.take(cell.content) else { break }
                    let column = slots.count
                    if column < above.count, let claim = above[column] {
                        slots.append(claim.cell)
                        continue
                    }
                    spanned.origin = step == 0 ? .own : .spannedFromLeft
                    slots.append(spanned)
                    if cell.rows != 1 {
                        var below = content
                        below.origin = .spannedFromAbove
                        next.append((column, Above(cell: below, rows: cell.rows == 0 ? .max : cell.rows - 1)))
                    }
                }
            }
            while let last = above.last, last == nil { above.removeLast() }
            // Slots that only cells from above fill, beyond the row's own.
            while slots.count < above.count, budget.take(emptySlots: 1) {
                slots.append(above[slots.count]?.cell ?? .missing(at: row.position))
            }
            for column in above.indices {
                guard var claim = above[column] else { continue }
                claim.rows -= 1
                above[column] = claim.rows > 0 && budget.take(claim.cell.content) ? claim : nil
            }
            for (column, claim) in next where budget.take(claim.cell.content) {
                if column >= above.count { above += repeatElement(nil, count: column + 1 - above.count) }
                above[column] = claim
            }
            if !slots.isEmpty { rows.append(Table.Row(part: section.part, position: row.position, cells: slots)) }
        }
    }
}

/// How many slots that hold no cell of their own a page may yet fill, so that no page can ask for 10⁹ of them.
struct SlotBudget {
    private var bytes: Int

    init(byteCount: Int) {
        bytes = 64 * 1024 * 1024 + 16 * byteCount
    }

    /// Whether one more slot may hold `text`.
    mutating func take(_ text: RichText) -> Bool { take(bytes: Self.slot + text.text.utf8.count) }

    /// Whether `count` more slots may be empty.
    mutating func take(emptySlots count: Int) -> Bool { take(bytes: Self.slot * count) }

    /// Whether it has been overdrawn.
    private(set) var isExceeded = false

    /// What a slot costs in memory and output, whatever it holds.
    private static let slot = 64

    private mutating func take(bytes count: Int) -> Bool {
        guard bytes >= count else {
            isExceeded = true
            return false
        }
        bytes -= count
        return true
    }
}
