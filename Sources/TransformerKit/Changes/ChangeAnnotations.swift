internal import RequirementModel

extension ChangeReport {
    /// The changes as workflow commands of GitHub Actions, one a line, each on the line of the document that states it.
    ///
    /// GitHub shows ten annotations of each kind for a step and drops the rest without a word: where there are more, the
    /// tenth says how many are not shown. The commands and their escapes:
    /// https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
    /// - Parameters:
    ///   - sources: Where the documents are in the repository.
    ///   - elsewhere: Where all changes are, for the command that sums up the rest.
    public func annotations(sources: SourceFolder, elsewhere: String) -> String {
        let annotations = changeSet.changes.map { Annotation($0, sources: sources) }
        var lines: [String] = []
        for kind in Annotation.Kind.allCases {
            let alike = annotations.filter { $0.kind == kind }
            let shown = alike.count > Annotation.greatestNumber ? Annotation.greatestNumber - 1 : alike.count
            lines += alike.prefix(shown).map(\.command)
            if alike.count > shown {
                lines.append(
                    Annotation(kind: kind, message: "\(alike.count - shown) more are not shown here; \(elsewhere)")
                        .command)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// A message on a line of a file.
private struct Annotation {
    var kind: Kind
    var file: String?
    var line: Int?
    var title: String?
    var message: String

    /// The kinds of annotations that GitHub knows, gravest first.
    enum Kind: String, CaseIterable {
        case error, warning, notice
    }

    /// How many of each kind GitHub shows for a step.
    static let greatestNumber = 10

    init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    init(_ change: Change, sources: SourceFolder) {
        kind =
            switch change.reportedLevel {
            case .error: .error
            case .warning: .warning
            case .notice: .notice
            }
        let location = change.subject.location
        file = sources.path(of: location.file)
        line = change.after != nil && location.position.line > 0 ? location.position.line : nil
        title = change.id
        message = change.labelledSentence + change.formerPlace
        // Whoever may let it pass does so by the fingerprint.
        if let exemption = change.exemption {
            message += "; \(exemption)"
        } else if kind != .notice {
            message += "; fingerprint \(change.fingerprint)"
        }
    }

    var command: String {
        let properties = [
            file.map { "file=\(Self.escapedProperty($0))" }, line.map { "line=\($0)" },
            title.map { "title=\(Self.escapedProperty($0))" },
        ].compactMap(\.self)
        let head = properties.isEmpty ? kind.rawValue : "\(kind.rawValue) \(properties.joined(separator: ","))"
        return "::\(head)::\(Self.escaped(message.showingInvisibles, [.percent, .return, .feed]))"
    }

    private static func escapedProperty(_ text: String) -> String {
        escaped(text.showingInvisibles, [.percent, .return, .feed, .colon, .comma])
    }

    private static func escaped(_ text: String, _ escapes: [Escape]) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if let escape = escapes.first(where: { $0.byte == byte }) {
                result += escape.text.utf8
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private struct Escape {
        var byte: UInt8
        var text: String

        static let percent = Escape(byte: UInt8(ascii: "%"), text: "%25")
        static let `return` = Escape(byte: UInt8(ascii: "\r"), text: "%0D")
        static let feed = Escape(byte: UInt8(ascii: "\n"), text: "%0A")
        static let colon = Escape(byte: UInt8(ascii: ":"), text: "%3A")
        static let comma = Escape(byte: UInt8(ascii: ","), text: "%2C")
    }
}
