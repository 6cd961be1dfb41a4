import ArgumentParser

/// The tool.
@main
struct Requisite: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "requisite")
}
