internal import Extraction
internal import RequirementModel
internal import TestSupport

/// What the plain-text reader makes of a text, for the tests of this folder.
enum Sample {
    /// The document that `text` is.
    static func document(_ text: String) -> Document {
        PlainTextReader().read(Array(text.utf8), path: "page.txt").document
    }

    /// Its blocks as a drawn tree.
    static func dump(_ text: String) -> String { document(text).dump }

    /// The ids of the diagnostics of reading it.
    static func diagnostics(_ text: String) -> [String] {
        PlainTextReader().read(Array(text.utf8), path: "page.txt").diagnostics.map(\.id)
    }

    /// The cells of each of its tables, headers first, `-` where a row lacks one.
    static func tables(_ text: String) -> [[[String]]] {
        document(text).blocks.tables.map { table in
            table.rows.map { row in row.cells.map { $0.origin == .missing ? "-" : $0.content.text } }
        }
    }

    /// The headings as `level text`.
    static func headings(_ text: String) -> [String] {
        document(text).blocks.compactMap { block in
            if case .heading(let heading) = block { "\(heading.level) \(heading.text.text)" } else { nil }
        }
    }
}
