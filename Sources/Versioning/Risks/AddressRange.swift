/// How wide an address range in its normal form is.
enum AddressRange {
    /// Whether it holds more addresses than a /8 of its family.
    static func isWiderThanEight(_ text: String) -> Bool {
        if let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) {
            return Int(text[text.index(after: slash)...]).map { $0 < 8 } ?? false
        }
        let bounds = text.split(separator: "-").map { octets(of: String($0)) }
        guard bounds.count == 2, let low = bounds[0], let high = bounds[1] else { return false }
        return high > low && high - low >= 1 << 24
    }

    /// An IPv4 address as a number; nil for anything else.
    private static func octets(of text: String) -> Int? {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard octets.count == 4 else { return nil }
        return octets.reduce(0) { sum, octet in sum.flatMap { sum in octet.map { sum << 8 | Int($0) } } }
    }
}
