import ArgumentParser
import Pipeline

/// A line of a file: `FILE:LINE`.
struct Place {
    let file: String
    let line: Int

    /// The place that `text` names.
    static func read(_ text: String) throws -> Place {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
            let line = Int(text[text.index(after: colon)...]), line > 0
        else { throw ValidationError("'\(text)' is no line of a file; write it as page.md:45") }
        return Place(file: String(text[..<colon]), line: line)
    }

    /// - Throws: ``Failure`` (input missing) when the file ends before the line.
    func require(in sources: inout SourceLines) throws(Failure) {
        guard let count = sources.lineCount(of: file), line > count else { return }
        throw Failure(.inputMissing, "'\(file)' ends at line \(count)")
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
