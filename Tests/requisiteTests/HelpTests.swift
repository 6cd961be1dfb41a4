import TestSupport
import Testing

struct HelpTests {
    static let commands = [
        "run", "extract", "diff", "check", "changelog", "log", "show", "accept", "transform", "transformers", "schema",
        "verify", "init", "explain", "resolve", "history import",
    ]

    @Test(arguments: commands)
    func `every command explains itself`(command: String) throws {
        let result = try Tool.run(command.split(separator: " ").map(String.init) + ["--help"], in: TemporaryFolder())
        #expect(result.status == 0)
        #expect(result.output.contains("requisite \(command)"))
        #expect(result.output.contains("EXIT STATUS:"))
        #expect(result.output.contains("EXAMPLES:"))
    }

    @Test func `the list of commands is whole`() throws {
        let result = try Tool.run("--help", in: TemporaryFolder())
        for command in Self.commands {
            #expect(result.output.contains("\n  \(command.prefix { $0 != " " }) "))
        }
    }

    @Test func `the version is printed`() throws {
        let result = try Tool.run("--version", in: TemporaryFolder())
        #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `shells get completions`(shell: String) throws {
        let result = try Tool.run("--generate-completion-script", shell, in: TemporaryFolder())
        #expect(result.status == 0)
        for word in ["changelog", "source-link", "gitlab", "sarif"] { #expect(result.output.contains(word)) }
    }
}
