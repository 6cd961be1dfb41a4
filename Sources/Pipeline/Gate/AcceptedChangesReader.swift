internal import RequirementModel
internal import Yams

/// Reads the acceptances of `accepted-changes.yml`, a list of mappings, and notes every fault with its place.
struct AcceptedChangesReader {
    let text: [UInt8]
    let file: String
    private(set) var faults: [Diagnostic] = []

    init(text: [UInt8], file: String) {
        self.text = text
        self.file = file
    }

    private enum Key: String, CaseIterable { case fingerprint, reason, until, change }

    mutating func read() -> [AcceptedChanges.Entry] {
        let root: Node?
        do {
            root = try compose(yaml: String(decoding: text, as: UTF8.self), .basic, .default, .utf8)
        } catch {
            faults.append(YAMLFault(error).diagnostic(in: file, text: text))
            return []
        }
        guard let root, root.null == nil else { return [] }
        guard case .sequence(let items) = root else {
            fault(at: root, "the file must be a list; 'requisite accept' adds to it")
            return []
        }
        var entries: [AcceptedChanges.Entry] = []
        var lines: [String: Int] = [:]
        for item in items {
            guard let acceptance = acceptance(item) else { continue }
            let location = location(of: item)
            if let line = lines.updateValue(location.position.line, forKey: acceptance.fingerprint) {
                fault(at: item, "\(acceptance.fingerprint) is accepted on line \(line) already; keep one of the two")
            }
            entries.append(.init(acceptance: acceptance, location: location))
        }
        return entries
    }

    private mutating func acceptance(_ node: Node) -> Acceptance? {
        guard case .mapping(let mapping) = node else {
            fault(at: node, "an acceptance has a 'fingerprint' and a 'reason'")
            return nil
        }
        var values: [Key: (text: String, node: Node)] = [:]
        for (name, value) in mapping {
            guard case .scalar(let name) = name, let key = Key(rawValue: name.string) else {
                fault(at: name, "an acceptance has \(Key.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))")
                continue
            }
            guard case .scalar(let scalar) = value else {
                fault(at: value, "'\(key.rawValue)' must be a string")
                continue
            }
            values[key] = (scalar.string, value)
        }
        guard let fingerprint = values[.fingerprint], let reason = values[.reason], !reason.text.isEmpty else {
            fault(at: node, "an acceptance has a 'fingerprint' and a 'reason'")
            return nil
        }
        guard Self.isFingerprint(fingerprint.text) else {
            fault(at: fingerprint.node, "'\(fingerprint.text)' is no fingerprint: these have 16 digits of 0-9 and a-f")
            return nil
        }
        if let until = values[.until], !CalendarDay.isValid(until.text) {
            fault(at: until.node, "'\(until.text)' is no day; write it as 2026-01-31")
            return nil
        }
        return Acceptance(fingerprint: fingerprint.text, reason: reason.text, until: values[.until]?.text)
    }

    /// Whether `text` is a whole fingerprint.
    static func isFingerprint(_ text: String) -> Bool { text.utf8.count == 16 && isAbbreviation(text) }

    /// Whether `text` may be the beginning of a fingerprint.
    static func isAbbreviation(_ text: String) -> Bool {
        (4...16).contains(text.utf8.count)
            && text.utf8.allSatisfy(Hexadecimal.isDigit)
    }

    private func location(of node: Node) -> SourceLocation {
        SourceLocation(file: file, position: node.mark.map { YAMLFault.position($0, in: text) } ?? .unknown)
    }

    private mutating func fault(at node: Node, _ message: String) {
        faults.append(Diagnostic(.error, "invalid-acceptance", at: location(of: node), message))
    }
}
