// What lets what through: by these one rule for a wildcard, a network, or a range of ports makes others needless. What a
// document does not say is never taken to cover what another says.

extension Endpoint {
    /// Whether a rule for this endpoint lets through every host or address that `other` names.
    public func covers(_ other: Endpoint) -> Bool {
        if self == other { return true }
        switch (self, other) {
        case (.any, _): return true
        case (.fqdn(let pattern), .fqdn(let name)): return HostPattern(pattern).covers(name)
        case (.cidr(let range), .cidr(let part)):
            guard let range = AddressRange(range), let part = AddressRange(part) else { return false }
            return range.covers(part)
        // Azure names the part of a tag that is in one region `Tag.Region`.
        case (.serviceTag(let tag), .serviceTag(let part)):
            return part.utf8.count > tag.utf8.count && part.lowercased().hasPrefix(tag.lowercased() + ".")
        default: return false
        }
    }
}

extension Service {
    /// Whether a rule for this service lets through all that `other` names.
    public func covers(_ other: Service) -> Bool {
        guard transport == "any" || transport == other.transport else { return false }
        guard application == nil || application == other.application else { return false }
        guard let port else { return other.port == nil }
        return port == .any || other.port.map(port.covers) ?? false
    }
}

/// A host name with wildcards.
///
/// A first label of `*` stands for one label or more, as Azure Firewall and proxies read it; any other `*` for some bytes of
/// its label.
public struct HostPattern: Sendable, Hashable {
    private let labels: [Substring]
    private let isOpen: Bool

    /// The pattern that `name` writes, in the normal form.
    public init(_ name: String) {
        labels = Self.labels(of: name)
        isOpen = labels.first == "*"
    }

    /// Whether every host that `name`, which may have wildcards too, stands for matches the pattern.
    public func covers(_ name: String) -> Bool {
        var others = Self.labels(of: name)[...]
        var own = labels[...]
        if isOpen {
            guard others.count >= own.count else { return false }
            own = own.dropFirst()
            others = others.suffix(own.count)
        } else if others.count != own.count || others.first == "*" {
            return false
        }
        return zip(own, others).allSatisfy { Self.matches($0.utf8, $1.utf8) }
    }

    /// The labels behind the last one with a wildcard, joined: what every host that matches ends with.
    public var fixedTail: Substring {
        guard let wildcard = labels.lastIndex(where: { $0.utf8.contains(Self.asterisk) }), let last = labels.last else {
            return labels.first.map { $0.base[...] } ?? ""
        }
        guard wildcard + 1 < labels.count else { return "" }
        return last.base[labels[wildcard + 1].startIndex...]
    }

    private static let asterisk = UInt8(ascii: "*")

    private static func labels(of name: String) -> [Substring] {
        name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// Whether a label matches; an asterisk in `label` is matched by an asterisk alone.
    private static func matches(_ pattern: Substring.UTF8View, _ label: Substring.UTF8View) -> Bool {
        var (place, other) = (pattern.startIndex, label.startIndex)
        // Where to go on when the last asterisk must take one byte more.
        var retry: (pattern: Substring.UTF8View.Index, label: Substring.UTF8View.Index)?
        while other < label.endIndex {
            if place < pattern.endIndex, pattern[place] == asterisk {
                place = pattern.index(after: place)
                retry = (place, other)
            } else if place < pattern.endIndex, pattern[place] == label[other] {
                place = pattern.index(after: place)
                other = label.index(after: other)
            } else if let last = retry {
                other = label.index(after: last.label)
                place = last.pattern
                retry = (place, other)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == asterisk }
    }
}
