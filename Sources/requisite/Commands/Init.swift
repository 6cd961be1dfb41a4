import ArgumentParser
import Foundation
import Pipeline

/// `requisite init`: a new repository.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start a new repository: a configuration with comments, and a corpus with an example.",
        discussion: Manual.text(
            """
            What is there already stays as it is.
            """,
            examples: [
                "requisite init": "in the working directory",
                "requisite init network": "in a folder, which is made",
            ],
            statuses: [.cannotWrite]))

    @Argument(help: ArgumentHelp("The folder.", valueName: "folder"), completion: .directory)
    var folder = "."

    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws {
        let console = consoleOptions.console
        for file in try NewRepository(folder: folder).create() {
            console.say(file.isNew ? "made \(file.path)" : "left \(file.path) as it is")
        }
        console.say("Put documents into the corpus and run 'requisite run' there.")
    }
}
