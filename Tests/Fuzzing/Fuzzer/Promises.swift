import Extraction
import RequirementModel

extension Document {
    /// Stops where a reader has broken a promise of the document's.
    func holdToPromises() { blocks.holdToPromises(depth: 0) }
}

extension [Block] {
    fileprivate func holdToPromises(depth: Int) {
        precondition(depth <= Document.maximumDepth + 1, "blocks are nested too deeply")
        for block in self {
            switch block {
            case .heading(let heading):
                precondition((1...6).contains(heading.level))
                heading.text.holdToPromises()
            case .paragraph(let text): text.holdToPromises()
            case .table(let table): table.holdToPromises()
            case .list(let list):
                for item in list.items {
                    item.term?.holdToPromises()
                    item.blocks.holdToPromises(depth: depth + 1)
                }
            case .note(let note): note.blocks.holdToPromises(depth: depth + 1)
            case .code, .divider, .include: break
            }
        }
    }
}

extension Table {
    fileprivate func holdToPromises() {
        precondition(rows.allSatisfy { $0.cells.count == width }, "a row is not as wide as its table")
        for row in rows { for cell in row.cells { cell.content.holdToPromises() } }
    }
}

extension RichText {
    fileprivate func holdToPromises() {
        let count = text.utf8.count
        var start = 0
        for span in spans {
            precondition(span.range.lowerBound >= start && span.range.upperBound <= count, "a span leaves its text")
            start = span.range.lowerBound
        }
        var line = 0
        for lineStart in lineStarts {
            precondition(lineStart.offset >= line && lineStart.offset <= count, "a line starts outside of its text")
            line = lineStart.offset
        }
    }
}

extension ExtractionResult {
    /// Stops where extraction has broken a promise of the books or of the flat view.
    func holdToPromises() {
        precondition(books.isBalanced, "the books do not balance")
        for entry in books.entries {
            precondition(entry.records.upperBound <= records.count, "books of records that are not there")
        }
        for atom in records.flatMap(\.atoms) {
            for endpoint in [atom.source, atom.destination].compactMap(\.self) { endpoint.holdToPromises() }
            if let port = atom.service.port { precondition(port.low <= port.high, "a range of ports runs backwards") }
            if let path = atom.path { precondition(path.hasPrefix("/"), "a path without its slash") }
        }
    }
}

extension Endpoint {
    fileprivate func holdToPromises() {
        precondition(!text.isEmpty, "a place without a name")
        switch self {
        case .fqdn(let name):
            precondition(
                name == name.lowercased() && !name.contains("/") && !name.contains(" "), "no host name: \(name)")
        case .cidr(let network): precondition(network.contains("/") || network.contains("-"), "no network: \(network)")
        case .serviceTag, .any, .named: break
        }
        precondition(!text.utf8.contains { $0 < 0x20 }, "a control character in a place")
    }
}
