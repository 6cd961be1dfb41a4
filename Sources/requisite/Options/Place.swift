import ArgumentParser
import Pipeline

/// A line of a file: `FILE:LINE`.
struct Place: ExpressibleByArgument {
    let file: String
    let line: Int

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"), colon > argument.startIndex,
            let line = Int(argument[argument.index(after: colon)...]), line > 0
        else { return nil }
        file = String(argument[..<colon])
        self.line = line
    }

    /// The paths by which the file may be known where `arguments` are read.
    func paths(among arguments: [String], _ configuration: Configuration?) throws -> Set<String> {
        var paths: Set = [file]
        if arguments.isEmpty {
            paths.formUnion(try DocumentArguments([file], corpus: configuration?.corpusFolder).files.map(\.path))
        }
        for folder in arguments where file.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") {
            paths.insert(String(file.dropFirst(folder.count).drop { $0 == "/" }))
        }
        return paths
    }
}
