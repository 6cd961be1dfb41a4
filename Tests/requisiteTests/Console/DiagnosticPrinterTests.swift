import RequirementModel
import TestSupport
import Testing

@testable import requisite

struct DiagnosticPrinterTests {
    private func print(
        _ source: String, line: Int, column: Int, message: String = "odd", coloured: Bool = false, watched: Bool = true
    ) throws -> String {
        let folder = try TemporaryFolder(files: ["page.md": source])
        let console = Console(volume: .normal, isColoured: coloured, isOutputColoured: false, isWatched: watched)
        var printer = DiagnosticPrinter(console)
        let place = SourceLocation(
            file: folder.path(of: "page.md"), position: SourcePosition(line: line, column: column))
        return printer.text(of: Diagnostic(.warning, "some-id", at: place, message))
            .replacing(folder.path + "/", with: "")
    }

    @Test func `a terminal shows the line and a caret`() throws {
        #expect(
            try print("one\ntwo three\n", line: 2, column: 5)
                == "page.md:2:5: warning: odd [some-id]\n  two three\n      ^\n")
    }

    @Test func `columns are bytes and the caret stands under the character`() throws {
        #expect(try print("Größe: x\n", line: 1, column: 10).hasSuffix("  Größe: x\n         ^\n"))
    }

    @Test func `a log shows the message alone`() throws {
        #expect(try print("x\n", line: 1, column: 1, watched: false) == "page.md:1:1: warning: odd [some-id]\n")
    }

    @Test func `a long line is cut around the place`() throws {
        let text = try print(
            String(repeating: "a", count: 5000) + "!" + String(repeating: "b", count: 5000), line: 1, column: 5001)
        let lines = text.split(separator: "\n")
        #expect(lines[1].utf8.count < 200)
        #expect(lines[1].contains("a!b"))
        #expect(Array(lines[1])[lines[2].count - 1] == "!")
    }

    /// A page must not steer the terminal of who reads about it.
    @Test func `nothing steers the terminal`() throws {
        let text = try print("a\u{1B}[2Jb\tc\u{202E}d\n", line: 1, column: 1, message: "the name 'x\u{1B}]0;y\u{7}\nz'")
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
        #expect(text.split(separator: "\n").count == 3)
    }

    @Test func `colours are only there when asked for`() throws {
        #expect(try print("x\n", line: 1, column: 1, coloured: true).contains("\u{1B}[33mwarning:\u{1B}[0m"))
        #expect(try !print("x\n", line: 1, column: 1).contains("\u{1B}"))
    }
}
