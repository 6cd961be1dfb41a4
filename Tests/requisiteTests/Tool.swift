import Foundation
import TestSupport

/// The built tool, run as a process: what its users meet.
enum Tool {
    /// What a run of the tool came to.
    struct Result {
        var status: Int32
        var output: String
        var errors: String

        var lines: [Substring] { output.split(separator: "\n") }
    }

    /// Beside the test bundle, where the build puts both.
    static let path: String = {
        #if os(macOS)
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
            let folder = bundle.bundleURL.deletingLastPathComponent()
        #else
            let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        #endif
        return folder.appending(path: "requisite").path(percentEncoded: false)
    }()

    /// Runs the tool with `arguments` in `folder` and waits for its end.
    static func run(
        _ arguments: String..., in folder: TemporaryFolder, input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws -> Result {
        try run(arguments, in: folder, input: input, environment: environment)
    }

    static func run(
        _ arguments: [String], in folder: TemporaryFolder, input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> Result {
        // Files rather than pipes: nothing has to be drained while the tool writes.
        let scratch = try TemporaryFolder(files: ["output": "", "errors": ""])
        try scratch.write(input, to: "input")
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path, directoryHint: .isDirectory)
        let ofSanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
        process.environment = ["PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1767225600"]
            .merging(ofSanitizers) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: scratch.path(of: "input"))
        process.standardOutput = FileHandle(forWritingAtPath: scratch.path(of: "output"))
        process.standardError = FileHandle(forWritingAtPath: scratch.path(of: "errors"))
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: scratch.text(of: "output") ?? "", errors: scratch.text(of: "errors") ?? "")
    }
}

/// A page that states as many requirements as it names hosts.
func page(_ hosts: String..., title: String = "Outbound rules") -> String {
    """
    # \(title)

    The agent requires outbound access to:

    | Destination | Protocol | Port | Purpose |
    |---|---|---|---|
    \(hosts.map { "| `\($0)` | TCP | 443 | Control plane |" }.joined(separator: "\n"))

    """
}
