internal import RequirementModel

/// IP addresses, networks and ranges in text (RFC 791, RFC 4291, RFC 4632), and their normal form.
enum IPAddress {
    /// Whether `range` is an IPv4 address, network or range.
    static func isVersionFour(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        ASCII.isDigit(bytes[range.lowerBound]) && normalVersionFour(bytes, range) != nil
    }

    /// The normal form of the address, network or range in `range`: with its prefix, host bits cleared; nil for anything else.
    static func normalForm(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        normalVersionFour(bytes, range) ?? normalVersionSix(bytes, range)
    }

    private static func normalVersionFour(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        var reader = Reader(bytes: bytes, position: range.lowerBound, end: range.upperBound)
        guard let first = reader.versionFour() else { return nil }
        if reader.isAtEnd { return "\(dotted(first))/32" }
        if reader.take(UInt8(ascii: "/")) {
            guard let prefix = reader.number(limit: 32), reader.isAtEnd else { return nil }
            return "\(dotted(prefix == 0 ? 0 : first & (~0 << UInt32(32 - prefix))))/\(prefix)"
        }
        guard reader.take(UInt8(ascii: "-")) else { return nil }
        if let second = reader.versionFour(), reader.isAtEnd { return "\(dotted(first))-\(dotted(second))" }
        return nil
    }

    private static func dotted(_ address: UInt32) -> String {
        "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
    }

    /// The end of the IPv6 address or network that starts at `start`; nil where there is none.
    static func versionSix(at start: Int, in bytes: [UInt8], before end: Int) -> Int? {
        let first = bytes[start]
        guard ASCII.isHexDigit(first) || first == UInt8(ascii: ":") else { return nil }
        var position = start
        var colons = 0
        while position < end, position - start < 50 {
            let byte = bytes[position]
            if byte == UInt8(ascii: ":") {
                colons += 1
            } else if byte == UInt8(ascii: "/") {
                guard colons >= 2 else { return nil }
            } else if !ASCII.isHexDigit(byte), byte != UInt8(ascii: ".") {
                break
            }
            if colons == 0, position - start > 4 { return nil }
            position += 1
        }
        guard colons >= 2 else { return nil }
        if position < end, ASCII.isWord(bytes[position]) { return nil }
        while position > start, [UInt8(ascii: "."), UInt8(ascii: ":")].contains(bytes[position - 1]),
            !(position - start >= 2 && bytes[position - 2] == UInt8(ascii: ":")
                && bytes[position - 1] == UInt8(ascii: ":"))
        {
            position -= 1
        }
        return normalVersionSix(bytes, start..<position) == nil ? nil : position
    }

    private static func normalVersionSix(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        var end = range.upperBound
        var prefix = 128
        if let slash = range.first(where: { bytes[$0] == UInt8(ascii: "/") }) {
            var reader = Reader(bytes: bytes, position: slash + 1, end: range.upperBound)
            guard let value = reader.number(limit: 128), reader.isAtEnd else { return nil }
            prefix = value
            end = slash
        }
        guard var groups = groups(bytes, range.lowerBound..<end) else { return nil }
        for index in groups.indices {
            let kept = min(max(prefix - index * 16, 0), 16)
            groups[index] &= kept == 0 ? 0 : ~0 << UInt16(16 - kept)
        }
        return "\(compressed(groups))/\(prefix)"
    }

    /// The eight groups of an address that may be shortened by one `::`.
    private static func groups(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt16]? {
        var groups: [UInt16] = []
        var gap: Int?
        var value: UInt32 = 0
        var digits = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            if byte == UInt8(ascii: ":") {
                let isDouble = position + 1 < range.upperBound && bytes[position + 1] == UInt8(ascii: ":")
                if digits > 0 { groups.append(UInt16(value)) } else if !isDouble { return nil }
                if isDouble {
                    guard gap == nil else { return nil }
                    gap = groups.count
                    position += 1
                }
                (value, digits) = (0, 0)
            } else {
                guard ASCII.isHexDigit(byte), digits < 4 else { return nil }
                value = value << 4 | UInt32(ASCII.isDigit(byte) ? byte - 48 : (byte | 0x20) - 87)
                digits += 1
            }
            position += 1
        }
        if digits > 0 { groups.append(UInt16(value)) }
        guard let gap else { return groups.count == 8 ? groups : nil }
        guard groups.count < 8 else { return nil }
        groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
        return groups
    }

    /// The text form of RFC 5952: the longest run of zero groups is `::`.
    private static func compressed(_ groups: [UInt16]) -> String {
        var best = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8, groups[end] == 0 { end += 1 }
            if end - start > max(best.count, 1) { best = start..<end }
            start = max(end, start + 1)
        }
        let hex = { (part: ArraySlice<UInt16>) in part.map { String($0, radix: 16) }.joined(separator: ":") }
        return best.isEmpty
            ? hex(groups[...]) : "\(hex(groups[..<best.lowerBound]))::\(hex(groups[best.upperBound...]))"
    }

    private struct Reader {
        let bytes: [UInt8]
        var position: Int
        let end: Int

        var isAtEnd: Bool { position >= end }

        mutating func take(_ byte: UInt8) -> Bool {
            skipFillers()
            guard position < end, bytes[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func skipFillers() {
            while position < end, bytes[position] == Folding.filler { position += 1 }
        }

        mutating func number(limit: Int) -> Int? {
            skipFillers()
            var value = 0
            let start = position
            while position < end, ASCII.isDigit(bytes[position]), position - start < 3 {
                value = value * 10 + Int(bytes[position] - 48)
                position += 1
            }
            skipFillers()
            return position > start && value <= limit ? value : nil
        }

        mutating func versionFour() -> UInt32? {
            var address: UInt32 = 0
            for index in 0..<4 {
                if index > 0, !take(UInt8(ascii: ".")) { return nil }
                guard let part = number(limit: 255) else { return nil }
                address = address << 8 | UInt32(part)
            }
            return address
        }
    }
}
