internal import RequirementModel

/// Names for the rules of one record: its id and what each rule is for.
struct RuleNames {
    private let record: RecordID
    private var taken: Set<String> = []
    private var uses: [String: Int] = [:]

    init(record: RecordID) {
        self.record = record
    }

    /// A name that no rule of the record has yet: at most 80 characters, of those that the service takes.
    mutating func next(for services: Rule.Services) -> String {
        let plain = Self.shortened("\(record.rawValue)-\(services.slug)")
        var name = plain
        repeat {
            let number = uses[plain, default: 0] + 1
            uses[plain] = number
            if number > 1 { name = "\(plain)-\(number)" }
        } while !taken.insert(name).inserted
        return name
    }

    /// Room is left for a number.
    private static func shortened(_ text: String) -> String {
        let name = String(decoding: text.utf8.map { isNameByte($0) ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
        let limit = ServiceFacts.nameLength - 6
        return name.utf8.count <= limit ? name : "\(name.prefix(limit - 9))-\(fingerprint(of: name))"
    }
}

/// Descriptions of rules: why the rule is there and when it applies.
enum RuleDescription {
    /// Necessity, document and condition, then the purpose as far as there is room. It begins with a word of our own, so
    /// that Resource Manager takes no document's text for an expression.
    static func text(
        _ record: Requirement, _ network: NetworkRequirement, condition: String?, needsDNSProxy: Bool
    ) -> String {
        var parts = ["\(verdict(network)) \(record.document)."]
        if needsDNSProxy { parts.append("Needs DNS proxy.") }
        if let condition { parts.append("Condition: \(condition).") }
        if let purpose = network.purpose { parts.append(purpose) }
        return shortened(parts.joined(separator: " ").showingInvisibles)
    }

    private static func verdict(_ network: NetworkRequirement) -> String {
        if network.access == .deny { return "Denied by" }
        return switch network.necessity {
        case .required: "Required by"
        case .recommended: "Recommended by"
        case .optional: "Optional in"
        }
    }

    private static func shortened(_ text: String) -> String {
        let flat = String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }))
        guard flat.utf16.count > ServiceFacts.descriptionLength else { return flat }
        var short = ""
        var room = ServiceFacts.descriptionLength - 1
        for character in flat {
            room -= character.utf16.count
            if room < 0 { break }
            short.append(character)
        }
        return short + "…"
    }
}
