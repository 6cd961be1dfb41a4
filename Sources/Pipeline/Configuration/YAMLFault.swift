internal import RequirementModel
internal import Yams

/// What a YAML parser could not read, in one line.
struct YAMLFault {
    private let message: String
    private let mark: Mark?

    init(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
            .composer(_, let problem, let mark, _)?:
            message = problem
            self.mark = mark
        case .duplicatedKeysInMapping(let duplicates, let context)?:
            message = "the key '\(duplicates.min() ?? "")' stands twice in one mapping; keep one"
            mark = context.mark
        default:
            message = "not valid YAML: \(error)"
            mark = nil
        }
    }

    func diagnostic(in file: String, text: [UInt8]) -> Diagnostic {
        let position = mark.map { Self.position($0, in: text) } ?? .unknown
        return Diagnostic(.error, "invalid-yaml", at: SourceLocation(file: file, position: position), message)
    }

    /// A mark in bytes: YAML's columns count Unicode scalars.
    static func position(_ mark: Mark, in text: [UInt8]) -> SourcePosition {
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(mark.line - 1) else { return SourcePosition(line: mark.line, column: mark.column) }
        let before = String(decoding: lines[mark.line - 1], as: UTF8.self).unicodeScalars.prefix(mark.column - 1)
        return SourcePosition(line: mark.line, column: String(before).utf8.count + 1)
    }
}
