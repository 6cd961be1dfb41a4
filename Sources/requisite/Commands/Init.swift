import ArgumentParser
import BuiltInTransformers
import Foundation
import Pipeline
import TransformerKit

/// `requisite init`: a new repository.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Start a new repository: a configuration with comments, a corpus with an example, and what CI runs.",
        discussion: Manual.text(
            """
            What is there already stays as it is. With --github or --gitlab it also writes what keeps the \
            requirements up: every pull request that changes documents is checked, and on a schedule one pull request \
            is opened or renewed that has the new version, with the changelog as its body. Artifacts are published \
            by both.
            """,
            examples: [
                "requisite init": "in the working directory",
                "requisite init network": "in a folder, which is made",
                "requisite init --github --tool contoso/requisite@08c6903cd8c0fde910a37f88322edcfb5dd907a8":
                    "with a workflow that runs this commit of Requisite",
            ],
            statuses: [.cannotWrite]))

    @Argument(help: ArgumentHelp("The folder.", valueName: "folder"), completion: .directory)
    var folder = "."

    @Flag(name: .customLong("github"), help: "Write a workflow for GitHub Actions.")
    var gitHub = false

    @Flag(name: .customLong("gitlab"), help: "Write a pipeline for GitLab CI/CD.")
    var gitLab = false

    @Option(
        help: ArgumentHelp(
            """
            Where CI gets Requisite from: OWNER/NAME on GitHub, a URL elsewhere, and the commit's full id \
            (default: from variables that are set there).
            """, valueName: "repository@commit"),
        transform: Self.tool)
    var tool: ToolSource?

    @OptionGroup var consoleOptions: ConsoleOptions

    func validate() throws {
        if tool != nil, gitHub == gitLab {
            throw ValidationError(
                "'--tool' goes with '--github' or with '--gitlab', which name repositories differently")
        }
    }

    func run() throws {
        let console = consoleOptions.console
        let automations = try automations()
        for file in try NewRepository(folder: folder, automations: automations).create() {
            console.say(file.isNew ? "made \(file.path)" : "left \(file.path) as it is")
        }
        console.say("Put documents into the corpus and run 'requisite run' there.")
        for instruction in automations.flatMap(\.instructions) { console.say(instruction) }
    }

    /// By the configuration that is there, or else by the one that is made.
    private func automations() throws -> [Automation] {
        let hosts: [Automation.Host] = (gitHub ? [.gitHub] : []) + (gitLab ? [.gitLab] : [])
        let file = folder == "." ? Configuration.defaultFile : "\(folder)/\(Configuration.defaultFile)"
        guard !hosts.isEmpty, FileManager.default.fileExists(atPath: file) else {
            return hosts.map { Automation(host: $0, tool: tool) }
        }
        let configuration = try Configuration.read(file, registry: BuiltInTransformers.registry)
        return hosts.map {
            Automation(host: $0, tool: tool, corpus: configuration.corpus, output: configuration.output)
        }
    }

    private static func tool(_ text: String) throws -> ToolSource {
        guard let tool = ToolSource(text) else {
            throw ValidationError("'\(text)' is no repository@commit; a commit's full id has 40 hexadecimal digits")
        }
        return tool
    }
}
