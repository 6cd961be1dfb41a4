internal import Algorithms
public import RequirementModel

/// The lines of sources, for showing a person what a diagnostic is about.
public struct SourceLines {
    private let roots: [SourceFile.Root]
    /// The file that was asked for last, as diagnostics come file by file.
    private var last: (file: String, lines: [[UInt8]])?

    /// The lines of `files` and of what they include, and of files named by a path from the working directory.
    public init(of files: [SourceFile] = []) {
        roots = Array(files.lazy.map(\.root).uniqued())
    }

    /// The lines of the documents in `corpus`.
    public init(of corpus: Corpus) { roots = [.init(diskPath: corpus.root, prefix: "")] }

    /// The line at `location`, without its end; nil when it cannot be had (any more).
    public mutating func line(at location: SourceLocation) -> [UInt8]? {
        guard location.position.line > 0, let lines = lines(of: location.file), location.position.line <= lines.count
        else { return nil }
        return lines[location.position.line - 1]
    }

    /// How many lines a file has; nil when it cannot be read.
    public mutating func lineCount(of file: String) -> Int? {
        lines(of: file).map { $0.last?.isEmpty == true ? $0.count - 1 : $0.count }
    }

    private mutating func lines(of file: String) -> [[UInt8]]? {
        if last?.file != file {
            guard let bytes = bytes(of: file) else { return nil }
            let text = TextDecoding(bytes, path: file).utf8
            last = (file, text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init))
        }
        return last?.lines
    }

    private func bytes(of file: String) -> [UInt8]? {
        for root in roots where file.hasPrefix(root.prefix) {
            let path = DiskPath(String(file.dropFirst(root.prefix.count)), relativeTo: root.diskPath)
            if let bytes = try? FileReading.bytes(at: path.description) { return bytes }
        }
        return try? FileReading.bytes(at: DiskPath(file).description)
    }
}
