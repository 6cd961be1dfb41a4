internal import RequirementModel

/// IP addresses, networks and ranges in text (RFC 791, RFC 4291, RFC 4632), and their normal form.
enum IPAddress {
    /// Whether `range` is an address some of whose numbers are left open: `10.0.1.x`, `192.168.x.x`.
    static func masksNumbers(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var labels = 1
        var masks = 0
        var digits = 0
        for position in range {
            switch text[position] {
            case UInt8(ascii: "."): labels += 1
            case UInt8(ascii: "x"), UInt8(ascii: "X"): masks += 1
            case let byte where ASCII.isDigit(byte): digits += 1
            default: return false
            }
        }
        return labels == 4 && masks > 0 && digits > 0
    }

    /// Whether `range` is an IPv4 address, network or range.
    static func isVersionFour(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        ASCII.isDigit(text[range.lowerBound]) && versionFour(text, range) != nil
    }

    /// The normal form of the address, network or range in `range`: with its prefix, host bits cleared; nil for anything else.
    static func normalForm(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        versionFour(bytes.span, range)?.normalForm ?? normalVersionSix(bytes.span, range)
    }

    /// The normal form of one address, without a prefix; nil for networks, ranges and anything else.
    static func single(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        guard let form = normalForm(bytes, range), !bytes[range].contains(UInt8(ascii: "/")),
            let slash = form.firstIndex(of: "/")
        else { return nil }
        return String(form[..<slash])
    }

    /// What an IPv4 address in text can be.
    private enum VersionFour {
        case network(UInt32, prefix: Int)
        case range(UInt32, UInt32)

        var normalForm: String {
            switch self {
            case .network(let address, let prefix):
                var text = Self.dotted(prefix == 0 ? 0 : address & (~0 << UInt32(32 - prefix)))
                text.append(UInt8(ascii: "/"))
                text.append(decimal: prefix)
                return String(decoding: text, as: UTF8.self)
            case .range(let low, let high):
                return String(decoding: Self.dotted(low) + [UInt8(ascii: "-")] + Self.dotted(high), as: UTF8.self)
            }
        }

        private static func dotted(_ address: UInt32) -> [UInt8] {
            var text: [UInt8] = []
            text.reserveCapacity(18)
            for shift in [24, 16, 8, 0] as [UInt32] {
                if !text.isEmpty { text.append(UInt8(ascii: ".")) }
                text.append(decimal: Int(address >> shift & 255))
            }
            return text
        }
    }

    private static func versionFour(_ text: Span<UInt8>, _ range: Range<Int>) -> VersionFour? {
        var cursor = Cursor(position: range.lowerBound, end: range.upperBound)
        guard let first = cursor.versionFour(text) else { return nil }
        if cursor.isAtEnd { return .network(first, prefix: 32) }
        if cursor.take(UInt8(ascii: "/"), text) {
            guard let prefix = cursor.number(text, limit: 32), cursor.isAtEnd else { return nil }
            return .network(first, prefix: prefix)
        }
        guard cursor.take(UInt8(ascii: "-"), text) else { return nil }
        if let second = cursor.versionFour(text), cursor.isAtEnd { return .range(first, second) }
        return nil
    }

    /// The end of the IPv6 address or network that starts at `start`; nil where there is none.
    static func versionSix(_ text: Span<UInt8>, at start: Int) -> Int? {
        let first = text[start]
        guard ASCII.isHexDigit(first) || first == UInt8(ascii: ":") else { return nil }
        var position = start
        var colons = 0
        while position < text.count, position - start < 50 {
            let byte = text[position]
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
        if position < text.count, ASCII.isWord(text[position]) { return nil }
        while position > start, text[position - 1] == UInt8(ascii: ".") || text[position - 1] == UInt8(ascii: ":"),
            !(position - start >= 2 && text[position - 2] == UInt8(ascii: ":")
                && text[position - 1] == UInt8(ascii: ":"))
        {
            position -= 1
        }
        return normalVersionSix(text, start..<position) == nil ? nil : position
    }

    private static func normalVersionSix(_ text: Span<UInt8>, _ range: Range<Int>) -> String? {
        var end = range.upperBound
        var prefix = 128
        if let slash = range.first(where: { text[$0] == UInt8(ascii: "/") }) {
            var cursor = Cursor(position: slash + 1, end: range.upperBound)
            guard let value = cursor.number(text, limit: 128), cursor.isAtEnd else { return nil }
            prefix = value
            end = slash
        }
        guard var groups = groups(text, range.lowerBound..<end) else { return nil }
        for index in groups.indices {
            let kept = min(max(prefix - index * 16, 0), 16)
            groups[index] &= kept == 0 ? 0 : ~0 << UInt16(16 - kept)
        }
        return "\(compressed(groups))/\(prefix)"
    }

    /// The eight groups of an address that may be shortened by one `::`.
    private static func groups(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt16]? {
        var groups: [UInt16] = []
        var gap: Int?
        var value: UInt32 = 0
        var digits = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = text[position]
            if byte == UInt8(ascii: ":") {
                let isDouble = position + 1 < range.upperBound && text[position + 1] == UInt8(ascii: ":")
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

    /// A place in a text from which on numbers are read.
    private struct Cursor {
        var position: Int
        let end: Int

        var isAtEnd: Bool { position >= end }

        mutating func take(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
            skipFillers(text)
            guard position < end, text[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func skipFillers(_ text: Span<UInt8>) {
            while position < end, text[position] == Folding.filler { position += 1 }
        }

        mutating func number(_ text: Span<UInt8>, limit: Int) -> Int? {
            skipFillers(text)
            var value = 0
            let start = position
            while position < end, ASCII.isDigit(text[position]), position - start < 3 {
                value = value * 10 + Int(text[position] - 48)
                position += 1
            }
            skipFillers(text)
            return position > start && value <= limit ? value : nil
        }

        mutating func versionFour(_ text: Span<UInt8>) -> UInt32? {
            var address: UInt32 = 0
            for index in 0..<4 {
                if index > 0, !take(UInt8(ascii: "."), text) { return nil }
                guard let part = number(text, limit: 255) else { return nil }
                address = address << 8 | UInt32(part)
            }
            return address
        }
    }
}
