import Foundation
import Testing

/// The README shows what the tool does: what it quotes stands in the committed output, and it names all there is.
struct ReadmeTests {
    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: project.appending(path: path), encoding: .utf8)
    }

    @Test func `the rows it quotes stand in the changelog`() throws {
        let changelog = try Self.text("Output/changelog-markdown/changelog.md")
        let quoted = try Self.text("README.md").split(separator: "\n").filter { $0.hasPrefix("> | `") }
        #expect(quoted.count == 2)
        for row in quoted {
            // The changelog lies two folders deeper than the README.
            let row = row.dropFirst(2).replacing("](Corpus/", with: "](../../Corpus/")
            #expect(changelog.contains(row))
        }
    }

    @Test(arguments: HelpTests.commands)
    func `it names every command`(command: String) throws {
        #expect(try Self.text("README.md").contains("`\(command)"))
    }

    @Test func `it names every transformer`() throws {
        let readme = try Self.text("README.md")
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.project.appending(path: "Output").path())
        let transformers = folders.filter { $0 != "ledger" && !$0.contains(".") }
        #expect(!transformers.isEmpty)
        for name in transformers { #expect(readme.contains("`\(name)`")) }
    }
}
