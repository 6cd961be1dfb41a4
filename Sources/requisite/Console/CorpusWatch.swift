import Pipeline
import RequirementModel

/// Shows on the console what a run reads: progress, and messages as they come.
final class CorpusWatch {
    /// The documents that are read.
    private(set) var files: [SourceFile] = []
    private let console: Console
    private var printer: DiagnosticPrinter
    private var progress: Progress

    init(_ console: Console) {
        self.console = console
        printer = DiagnosticPrinter(console)
        progress = Progress(console, total: 0, of: "documents")
    }

    /// Tells this watch what is going on.
    var monitor: RunMonitor {
        RunMonitor { [self] files in
            self.files = files
            printer = DiagnosticPrinter(console, sources: SourceLines(of: files))
            progress = Progress(console, total: files.count, of: "documents")
        } didRead: { [self] extraction in
            if !extraction.diagnostics.isEmpty { progress.clear() }
            printer.print(extraction.diagnostics)
            progress.advance()
        } didNotice: { [self] diagnostics in
            printer.print(diagnostics)
        }
    }

    /// Takes progress from the screen, and says what was not shown.
    func end() {
        progress.clear()
        printer.hiddenNotes.map { console.say($0) }
    }
}
