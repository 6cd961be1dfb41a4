import Foundation
import PackagePlugin

/// `swift package requisite …`: the tool, run in the package that depends on this one.
///
/// SwiftPM prints the tool's exit status and, whatever it is but 0, exits with 1 itself.
@main
struct RequisiteCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let process = Process()
        process.executableURL = try context.tool(named: "requisite").url
        process.arguments = arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { exit(process.terminationStatus) }
    }
}
