internal import Algorithms
internal import RequirementModel

/// A destination in the service's terms.
struct Target: Hashable {
    var kind: Kind
    var text: TemplateString

    enum Kind: Hashable {
        case name(hasWildcard: Bool)
        case address
        case tag
        case any
    }

    /// How much it opens: the first is the narrowest. A name is one host; a tag is all of a service.
    enum Breadth: Int, Comparable {
        case name, fewAddresses, wildcard, manyAddresses, regionalTag, tag, any

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    var breadth: Breadth {
        switch kind {
        case .name(let hasWildcard): hasWildcard ? .wildcard : .name
        case .address: AddressRange(text.sample)?.isWider(thanPrefix: 24) == false ? .fewAddresses : .manyAddresses
        case .tag: text.sample.utf8.contains(UInt8(ascii: ".")) ? .regionalTag : .tag
        case .any: .any
        }
    }
}

extension Destination {
    /// The destination in the service's terms: several where options give several values.
    func targets(_ settings: Settings) throws(Obstacle) -> [Target] {
        if path != nil, !settings.allowsWholeHosts { throw .urlPath }
        return Array(try endpoint.targets(settings).uniqued())
    }
}

extension Endpoint {
    fileprivate func targets(_ settings: Settings) throws(Obstacle) -> [Target] {
        switch self {
        case .any: [Target(kind: .any, text: TemplateString("*"))]
        case .cidr(let text): [try Target(address: text, settings)]
        case .fqdn(let text): try Self.each(of: text, settings, Target.init(name:))
        case .serviceTag(let text):
            if let values = settings.namedDestinations[text] {
                try values.map { value throws(Obstacle) in try Target(given: value, settings) }
            } else {
                try Self.each(of: text, settings, Target.init(tag:))
            }
        case .named(let text):
            if let values = settings.namedDestinations[text] {
                try values.map { value throws(Obstacle) in try Target(given: value, settings) }
            } else {
                throw .unresolved(text)
            }
        }
    }

    private static func each(
        of text: String, _ settings: Settings, _ make: (TemplateString) throws(Obstacle) -> Target
    ) throws(Obstacle) -> [Target] {
        guard let texts = TemplateString(text).resolved(settings.placeholders) else { throw .invalidName(text) }
        return try texts.map(make)
    }
}

extension Target {
    /// What the option `named-destinations` gives: an address, a service tag (upper case) or a name (lower case).
    fileprivate init(given value: String, _ settings: Settings) throws(Obstacle) {
        if AddressRange(value) != nil {
            try self.init(address: value, settings)
        } else if value == value.lowercased() {
            try self.init(name: TemplateString(value))
        } else {
            try self.init(tag: TemplateString(value))
        }
    }

    fileprivate init(address text: String, _ settings: Settings) throws(Obstacle) {
        guard let range = AddressRange(text) else { throw .invalidAddress(text) }
        if range.isEverything {
            self.init(kind: .any, text: TemplateString("*"))
            return
        }
        if range.family == .versionSix, !settings.usesIPv6 { throw .ipv6 }
        // The service writes one address without a prefix.
        self.init(kind: .address, text: TemplateString(text.hasSuffix("/32") ? String(text.dropLast(3)) : text))
    }

    fileprivate init(tag text: TemplateString) throws(Obstacle) {
        let sample = text.sample
        if ServiceFacts.tagsOfSecurityGroupsAlone.contains(sample) { throw .tagOfSecurityGroups(sample) }
        let words = sample.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isAlphanumeric) }) else { throw .invalidTag(sample) }
        self.init(kind: .tag, text: text)
    }

    /// A name of letters, digits and hyphens (RFC 1123), with a wildcard at most as its first character.
    fileprivate init(name text: TemplateString) throws(Obstacle) {
        let sample = text.sample
        if sample == "*" {
            self.init(kind: .any, text: text)
            return
        }
        let hasWildcard = sample.utf8.first == UInt8(ascii: "*")
        var rest = Substring(sample).utf8.dropFirst(hasWildcard ? 1 : 0)
        if rest.contains(UInt8(ascii: "*")) { throw .wildcardNotLeftmost }
        if hasWildcard, rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let labels = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isName =
            sample.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                    && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
        guard isName else { throw .invalidName(sample) }
        self.init(kind: .name(hasWildcard: hasWildcard), text: text)
    }
}
