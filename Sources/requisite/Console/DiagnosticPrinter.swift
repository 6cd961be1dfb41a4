import Foundation
import Pipeline
import RequirementModel

/// Prints diagnostics as compilers do, on a terminal with the source line and a caret below it.
struct DiagnosticPrinter {
    private let console: Console
    private var sources: SourceLines
    private var noteCount = 0

    /// A printer that takes source lines from `sources`.
    init(_ console: Console, sources: SourceLines = SourceLines()) {
        self.console = console
        self.sources = sources
    }

    /// What was printed: a file that several pages include need not be complained about for each.
    private var seen: Set<Diagnostic> = []

    /// Prints those of `diagnostics` that people asked for, and counts the notes.
    mutating func print(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics where seen.insert(diagnostic).inserted {
            if diagnostic.severity == .note { noteCount += 1 }
            if console.volume >= diagnostic.severity.volume { Console.standardError(text(of: diagnostic)) }
        }
    }

    /// How many notes were kept back, for people to know that there are some; nil when there are none.
    var hiddenNotes: String? {
        guard console.volume == .normal, noteCount > 0 else { return nil }
        return "\(noteCount) \(noteCount == 1 ? "note" : "notes") not shown; --verbose shows them"
    }

    /// The diagnostic as it is printed, with a line end.
    mutating func text(of diagnostic: Diagnostic) -> String {
        let severity = diagnostic.severity
        let place = paint("\(diagnostic.location)".onOneLine, .bold)
        let label = paint("\(severity.rawValue):", severity.style)
        let message = "\(place): \(label) \(diagnostic.message.onOneLine) [\(diagnostic.id)]\n"
        guard console.isWatched, let line = sources.line(at: diagnostic.location) else { return message }
        let excerpt = Excerpt(of: line, column: diagnostic.location.position.column)
        return message + "  \(excerpt.text)\n  \(excerpt.indent)\(paint("^", .green))\n"
    }

    private func paint(_ text: String, _ style: Style) -> String {
        console.isColoured ? style.paint(text) : text
    }
}

/// The part of a source line around a column that fits a terminal, with tabs and invisible characters made plain.
private struct Excerpt {
    /// What is shown of the line.
    let text: String
    /// As many blanks as stand before the column.
    let indent: String

    init(of line: [UInt8], column: Int) {
        let offset = min(max(column - 1, 0), line.count)
        // A line may be a whole page: some way before the column is enough to know the place again.
        let start = max(0, offset - Self.reach)
        let end = min(line.count, offset + Self.reach)
        let before = (start > 0 ? "…" : "") + Self.plain(line[start..<offset])
        text = before + Self.plain(line[offset..<end]) + (end < line.count ? "…" : "")
        indent = String(repeating: " ", count: before.count)
    }

    private static let reach = 60

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self).onOneLine }
}

extension Diagnostic.Severity {
    fileprivate var volume: Console.Volume {
        switch self {
        case .error: .quiet
        case .warning: .normal
        case .note: .verbose
        }
    }

    fileprivate var style: Style {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }
}

extension String {
    /// The text on one line, fit for a terminal.
    fileprivate var onOneLine: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return self }
        return String(safeForTerminal.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : Character($0) })
    }
}
