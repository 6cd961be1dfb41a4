/// Percent-encoding by RFC 3986.
public enum PercentEncoding {
    /// Everything but the unreserved characters, and the slash where it stands between names of a path.
    public static func encoded(_ text: String, keepingSlashes: Bool = true) -> String {
        encoded(text) { isUnreserved($0) || keepingSlashes && $0 == UInt8(ascii: "/") }
    }

    /// An address without what cannot stand in one, or would end it in Markdown or HTML.
    static func mended(_ address: String) -> String {
        encoded(address) { isUnreserved($0) || "/:?#[]@!$&*+,;=%'".utf8.contains($0) }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "-._~".utf8.contains(byte)
    }

    private static func encoded(_ text: String, but isKept: (UInt8) -> Bool) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
