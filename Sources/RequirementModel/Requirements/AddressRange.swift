/// A run of IP addresses of one family: a network (`10.0.0.0/8`), one address, or a range `low-high`.
///
/// Reads the text forms of RFC 4632 and RFC 4291, the normal forms of the flat view among them.
public struct AddressRange: Sendable, Hashable {
    /// Which addresses these are.
    public let family: Family
    /// The lowest address, as a number.
    public let low: UInt128
    /// The highest address.
    public let high: UInt128

    /// The two kinds of addresses.
    public enum Family: Sendable, Hashable {
        case versionFour, versionSix

        /// The length of an address in bits.
        public var bits: Int {
            switch self {
            case .versionFour: 32
            case .versionSix: 128
            }
        }
    }

    /// The range that `text` writes; nil when it writes none. A network has no bit set below its prefix, as firewalls
    /// refuse one that has.
    public init?(_ text: String) {
        let utf8 = text.utf8
        if let dash = utf8.firstIndex(of: UInt8(ascii: "-")) {
            guard let (family, low) = Self.address(utf8[..<dash]),
                let (other, high) = Self.address(utf8[utf8.index(after: dash)...]), family == other, low <= high
            else { return nil }
            (self.family, self.low, self.high) = (family, low, high)
            return
        }
        let slash = utf8.firstIndex(of: UInt8(ascii: "/"))
        guard let (family, address) = Self.address(utf8[..<(slash ?? utf8.endIndex)]) else { return nil }
        var hostBits = 0
        if let slash {
            guard let prefix = Self.number(utf8[utf8.index(after: slash)...], upTo: family.bits) else { return nil }
            hostBits = family.bits - prefix
        }
        // A shift by all bits gives zero, and so a mask of all ones.
        let mask = (1 as UInt128) << hostBits &- 1
        guard address & mask == 0 else { return nil }
        (self.family, low, high) = (family, address, address | mask)
    }

    /// Whether it holds every address of its family.
    public var isEverything: Bool { low == 0 && high == Self.highest(of: family) }

    /// Whether it holds more addresses than a network with a prefix of `length` bits.
    public func isWider(thanPrefix length: Int) -> Bool { high - low >= 1 << UInt128(family.bits - length) }

    /// Whether every address of `other` is one of these.
    public func covers(_ other: AddressRange) -> Bool {
        family == other.family && low <= other.low && other.high <= high
    }

    /// Whether some address is in both.
    public func overlaps(_ other: AddressRange) -> Bool {
        family == other.family && low <= other.high && other.low <= high
    }
}

extension AddressRange {
    private static func highest(of family: Family) -> UInt128 { .max >> UInt128(128 - family.bits) }

    private static func address(_ text: Substring.UTF8View) -> (Family, UInt128)? {
        if let address = versionFour(text) { return (.versionFour, address) }
        return versionSix(text).map { (.versionSix, $0) }
    }

    private static func versionFour(_ text: Substring.UTF8View) -> UInt128? {
        let octets = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard octets.count == 4 else { return nil }
        var address: UInt128 = 0
        for octet in octets {
            guard let value = number(octet, upTo: 255) else { return nil }
            address = address << 8 | UInt128(value)
        }
        return address
    }

    /// Eight groups; one `::` stands for those that are missing, the last two may be written as an IPv4 address.
    private static func versionSix(_ text: Substring.UTF8View) -> UInt128? {
        var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (3...9).contains(parts.count) else { return nil }
        var tail: [UInt16] = []
        if let last = parts.last, last.contains(UInt8(ascii: ".")) {
            guard let address = versionFour(last) else { return nil }
            tail = [UInt16(address >> 16), UInt16(truncatingIfNeeded: address)]
            parts.removeLast()
        }
        // The two colons of `::` at an end leave two empty parts there.
        if parts.count >= 2, parts[0].isEmpty {
            guard parts[1].isEmpty else { return nil }
            parts.removeFirst()
        }
        if tail.isEmpty, parts.count >= 2, parts[parts.count - 1].isEmpty {
            guard parts[parts.count - 2].isEmpty else { return nil }
            parts.removeLast()
        }
        var groups: [UInt16] = []
        var gap: Int?
        for part in parts {
            if part.isEmpty {
                guard gap == nil else { return nil }
                gap = groups.count
            } else {
                guard part.count <= 4, part.allSatisfy({ Hexadecimal.isDigit($0.lowercased) }),
                    let group = UInt16(Substring(part), radix: 16)
                else { return nil }
                groups.append(group)
            }
        }
        groups += tail
        if let gap {
            guard groups.count < 8 else { return nil }
            groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
        }
        guard groups.count == 8 else { return nil }
        return groups.reduce(0) { $0 << 16 | UInt128($1) }
    }

    private static func number(_ text: Substring.UTF8View, upTo limit: Int) -> Int? {
        guard (1...3).contains(text.count), text.allSatisfy(\.isDigit),
            let value = Int(Substring(text)), value <= limit
        else { return nil }
        return value
    }
}
