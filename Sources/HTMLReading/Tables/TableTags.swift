internal import RequirementModel

/// Tables: the insertion modes of the HTML standard, sections 13.2.6.4.9 to 13.2.6.4.15.
extension DocumentBuilder {
    mutating func startTablePart(_ element: Element, _ attributes: Attributes, at offset: Int) {
        if element == .table {
            startTable(attributes, at: offset)
            return
        }
        guard let table = currentTable, !tables.isEmpty else { return }
        let position = place(offset)
        let isHidden = hides(element, attributes)
        let last = tables.count - 1
        switch element {
        case .col, .colgroup: close(downTo: table + 1)
        case .caption:
            close(downTo: table + 1)
            tables[last].openCaption(at: position)
            open.push(.init(element: .caption, closing: .caption, isHidden: isHidden))
        case .thead, .tbody, .tfoot:
            close(downTo: table + 1)
            openSection(element, isHidden: isHidden)
        case .tr:
            close(downTo: sectionPlace(in: table).map { $0 + 1 } ?? table + 1)
            if sectionPlace(in: table) == nil { openSection(.tbody, isHidden: false) }
            openRow(at: position, isHidden: isHidden)
        case .td, .th:
            if let row = place(of: .tr, in: table) {
                close(downTo: row + 1)
            } else {
                close(downTo: sectionPlace(in: table).map { $0 + 1 } ?? table + 1)
                if sectionPlace(in: table) == nil { openSection(.tbody, isHidden: false) }
                openRow(at: position, isHidden: false)
            }
            tables[tables.count - 1].openCell(
                at: position, isHeader: element == .th, isHidden: isHidden,
                columns: span(attributes.value("colspan"), upTo: 1000, zero: 1),
                rows: span(attributes.value("rowspan"), upTo: 65534, zero: 0))
            open.push(.init(element: element, closing: .cell, isHidden: isHidden))
        default: break
        }
    }

    /// An end tag whose element is open only outside the cell at hand, or not at all.
    mutating func endTablePart(_ element: Element) {
        guard let table = currentTable, !tables.isEmpty else { return }
        switch element {
        case .table: close(downTo: table)
        case .tr, .thead, .tbody, .tfoot, .caption:
            if let place = place(of: element, in: table) { close(downTo: place) }
        case .td, .th: if let place = place(of: element, in: table) { close(downTo: place) }
        default: break
        }
    }

    /// Makes a block of the innermost table.
    mutating func endTable() {
        guard var table = tables.popLast() else { return }
        table.closeCell()
        table.closeRow()
        table.closeCaption()
        if !table.isHidden {
            let rows = affordableRows(of: table)
            if !rows.isEmpty {
                tableBlocks[table.index] = .table(Table(position: table.position, caption: table.caption, rows: rows))
            } else if let caption = table.caption {
                tableBlocks[table.index] = .paragraph(caption)
            }
        }
        guard tables.isEmpty else {
            if let cell = innermostCell { tables[cell].text.breakLine() }
            return
        }
        for case let block? in tableBlocks { frames.append(block) }
        tableBlocks = []
    }

    private mutating func startTable(_ attributes: Attributes, at offset: Int) {
        if let paragraph = open.place(of: .p) {
            if !open.isHidden { breakBlock() }
            close(downTo: paragraph)
        }
        // A table right inside a table, and not in a cell of it, ends it.
        if let last = tables.last, !last.takesText, let table = currentTable { close(downTo: table) }
        let isHidden = hides(.table, attributes)
        if open.hiddenCount == 0 {
            // In a cell the line ends with the table: what is misplaced in that belongs to the line before it.
            if innermostCell == nil { endText() }
        }
        tables.append(
            TableBuilder(
                position: place(offset), index: tableBlocks.count,
                isHidden: isHidden || open.hiddenCount > 0, marksAround: markCount))
        tableBlocks.append(nil)
        open.push(.init(element: .table, closing: .table, isHidden: isHidden))
    }

    private mutating func openSection(_ element: Element, isHidden: Bool) {
        tables[tables.count - 1].openSection(element == .thead ? .header : element == .tfoot ? .footer : .body)
        open.push(.init(element: element, closing: .section, isHidden: isHidden))
    }

    private mutating func openRow(at position: SourcePosition, isHidden: Bool) {
        tables[tables.count - 1].openRow(at: position, isHidden: isHidden || open.hiddenCount > 0)
        open.push(.init(element: .tr, closing: .row, isHidden: isHidden))
    }

    /// Where the innermost table is open.
    private var currentTable: Int? {
        let place = open.anyPlace(of: .table)
        return place >= 0 ? place : nil
    }

    /// Where `element` is open in the table at `table`, at any depth of cells.
    private func place(of element: Element, in table: Int) -> Int? {
        let place = open.anyPlace(of: element)
        return place > table ? place : nil
    }

    private func sectionPlace(in table: Int) -> Int? {
        let place = max(open.anyPlace(of: .thead), open.anyPlace(of: .tbody), open.anyPlace(of: .tfoot))
        return place > table ? place : nil
    }

    /// A span as the HTML standard reads it: leading digits, capped.
    private func span(_ value: String?, upTo maximum: Int, zero: Int) -> Int {
        guard let value else { return 1 }
        let digits = value.utf8.drop { $0 <= 0x20 }.drop { $0 == UInt8(ascii: "+") }.prefix(while: \.isDigit)
        guard !digits.isEmpty else { return 1 }
        let number = digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), maximum) }
        return number == 0 ? zero : number
    }

    /// As many rows as can be padded to the width of the widest.
    private mutating func affordableRows(of table: TableBuilder) -> [Table.Row] {
        var rows: [Table.Row]
        if let spanned = table.grid.rows(within: &budget) {
            rows = spanned
        } else {
            rows = table.grid.rowsWithoutSpans()
            report(.warning, "spans-too-large", table, "cells span so many others that the spans cannot be filled in")
        }
        let width = rows.reduce(0) { max($0, $1.cells.count) }
        if let first = rows.firstIndex(where: { !budget.take(emptySlots: width - $0.cells.count) }) {
            let message =
                "the rows differ so much in width that they cannot be padded; \(rows.count - first) are left out"
            report(.error, "table-too-large", table, message)
            rows.removeSubrange(first...)
        }
        return rows
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ id: String, _ table: TableBuilder, _ message: String
    ) {
        diagnostics.append(Diagnostic(severity, id, at: .init(file: path, position: table.position), message))
    }
}
