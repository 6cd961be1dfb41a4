internal import Crypto

/// A SHA-256 over strings and lists of strings, each with its length, so that no two structures give the same bytes.
struct StructuralDigest: Hashable {
    private var bytes: [UInt8] = []

    /// A digest of nothing, with room for `capacity` bytes.
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func add(_ text: String) { add(text.utf8) }

    /// Adds a value that may not be said; an empty text is something else.
    mutating func add(_ text: String?) {
        guard let text else { return bytes.append(UInt8(ascii: "-")) }
        add(text)
    }

    mutating func add(_ texts: [String]) {
        addCount(of: texts)
        for text in texts { add(text.utf8) }
    }

    /// Adds all that was added to `other`.
    mutating func add(_ other: StructuralDigest) { bytes.append(contentsOf: other.bytes) }

    /// Adds a text that is given as UTF-8.
    mutating func add(_ text: some Collection<UInt8>) {
        bytes.append(contentsOf: String(text.count).utf8)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: text)
    }

    /// Adds how many things come next.
    mutating func addCount(of texts: some Collection) {
        bytes.append(UInt8(ascii: "["))
        bytes.append(contentsOf: String(texts.count).utf8)
        bytes.append(UInt8(ascii: "]"))
    }

    /// The first `digits` hexadecimal digits, lower case; at most 64.
    func hexadecimal(digits: Int) -> String {
        let hash = SHA256.hash(data: bytes).prefix((digits + 1) / 2)
        return String(decoding: Hexadecimal.digits(of: hash).prefix(digits), as: UTF8.self)
    }
}

/// Lower-case hexadecimal digits.
enum Hexadecimal {
    static func digits(of bytes: some Sequence<UInt8>) -> [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * bytes.underestimatedCount)
        for byte in bytes {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return digits
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// The digits as text.
    static func text(of bytes: some Sequence<UInt8>) -> String { String(decoding: digits(of: bytes), as: UTF8.self) }

    /// The SHA-256 of `bytes`, 64 digits.
    static func digest(of bytes: [UInt8]) -> String { text(of: SHA256.hash(data: bytes)) }
}
