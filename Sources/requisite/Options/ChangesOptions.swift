import ArgumentParser
import Foundation
import RequirementModel
import TransformerKit

/// How a command prints changes, the same for all that do.
struct ChangesOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: """
            How to print the changes. 'markdown' fits the body of a pull request; 'github' annotates the documents' lines \
            and fills the step's summary and outputs, where GITHUB_STEP_SUMMARY and GITHUB_OUTPUT name files.
            """)
    var format = ChangesFormat.text

    @Option(
        help: ArgumentHelp(
            "Link records in Markdown and HTML to the lines that state them, by {path} and {line}.", valueName: "url"),
        transform: Self.link)
    var sourceLink: SourceLink?

    /// What a command knows of the changes that it prints.
    struct Occasion {
        /// Where the documents are, seen from the working directory.
        var sources: SourceFolder
        /// Where these come from, as far as they were fetched.
        var origins: [DocumentState] = []
        /// How to see all changes, where a format has no room for them.
        var elsewhere: String
        /// Whether a change trips the command's gate.
        var trips: (Change) -> Bool
    }

    /// Prints `changes` as a result.
    func write(_ changes: ChangeSet, on occasion: Occasion, to console: Console) throws {
        let report = ChangeReport(changes)
        switch format {
        case .text: try console.write(report)
        case .json: try console.write(JSONWriter.text { changes.write(to: &$0) })
        case .markdown: try console.write(Array(markdown(report, occasion).utf8))
        case .html: try console.write(Array(report.htmlPage(links: links(occasion)).text.utf8))
        case .github:
            try console.write(
                Array(report.annotations(sources: occasion.sources, elsewhere: occasion.elsewhere).utf8))
            try GitHubStep(environment: ProcessInfo.processInfo.environment)
                .record(
                    report, summary: markdown(report, occasion, limit: ChangeReport.MarkdownLayout.stepSummaryLimit))
        case .sarif:
            try console.write(report.sarif(sources: occasion.sources, toolVersion: Requisite.version))
        case .junit: try console.write(report.junit(fails: occasion.trips))
        }
    }

    private func markdown(
        _ report: ChangeReport, _ occasion: Occasion, limit: Int = ChangeReport.MarkdownLayout.pullRequestLimit
    ) -> String {
        ChangeReport.markdownMarker
            + report.markdown(
                .init(
                    links: links(occasion), limit: limit - ChangeReport.markdownMarker.utf8.count,
                    elsewhere: Markdown.sentence(occasion.elsewhere)))
    }

    private func links(_ occasion: Occasion) -> SourceLink {
        (sourceLink ?? SourceLink(template: "")).leading(to: occasion.origins)
    }

    private static func link(_ template: String) throws -> SourceLink {
        do {
            return try SourceLink(checking: template)
        } catch {
            throw ValidationError("'--source-link' \(error.message)")
        }
    }
}
