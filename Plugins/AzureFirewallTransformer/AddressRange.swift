/// A run of IPv4 addresses, as `10.0.0.0/8`, `10.0.0.1` or `10.0.0.1-10.0.0.9`.
struct AddressRange: Hashable {
    var low: UInt32
    var high: UInt32

    /// The range that `text` writes; nil when it writes none.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let low = Self.address(parts[0]), let high = Self.address(parts[1]), low <= high else { return nil }
            (self.low, self.high) = (low, high)
            return
        }
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = Self.address(halves[0]) else { return nil }
        switch halves.count {
        case 1: (low, high) = (address, address)
        case 2:
            guard let length = Self.number(halves[1], upTo: 32) else { return nil }
            let mask = length == 0 ? 0 : UInt32.max << (32 - length)
            // The service refuses a network with bits set below its prefix.
            guard address & ~mask == 0 else { return nil }
            (low, high) = (address, address | ~mask)
        default: return nil
        }
    }

    /// How many addresses it holds.
    var count: Int { Int(high) - Int(low) + 1 }

    /// Whether it holds every address there is.
    var isEverything: Bool { low == 0 && high == .max }

    private static func address(_ text: Substring) -> UInt32? {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        guard octets.count == 4 else { return nil }
        var address: UInt32 = 0
        for octet in octets {
            guard let value = number(octet, upTo: 255) else { return nil }
            address = address << 8 | value
        }
        return address
    }

    private static func number(_ text: Substring, upTo limit: UInt32) -> UInt32? {
        guard !text.isEmpty, text.utf8.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = UInt32(text), value <= limit
        else { return nil }
        return value
    }
}

/// Whether `text` may be an IPv6 address, network or range. The service checks the rest; a wrong one opens nothing.
func looksLikeIPv6(_ text: String) -> Bool {
    text.utf8.count(where: { $0 == UInt8(ascii: ":") }) >= 2
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
}
