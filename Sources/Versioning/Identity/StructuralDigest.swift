package import Crypto
internal import RequirementModel

/// A SHA-256 over strings and lists of strings, each with its length, so that no two structures give the same bytes.
struct StructuralDigest: Hashable {
    private var bytes: [UInt8] = []

    /// A digest of nothing, with room for `capacity` bytes.
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// How many bytes were added.
    var count: Int { bytes.count }

    /// Takes back all but the first `count` bytes.
    mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

    mutating func add(_ text: String) {
        bytes.append(decimal: text.utf8.count)
        bytes.append(utf8: text, after: UInt8(ascii: ":"))
    }

    /// Adds a value that may not be said; an empty text is something else.
    mutating func add(_ text: String?) {
        guard let text else { return bytes.append(UInt8(ascii: "-")) }
        add(text)
    }

    mutating func add(_ texts: [String]) {
        addCount(texts.count)
        for text in texts { add(text) }
    }

    /// Adds a text that is given as UTF-8.
    mutating func add(_ text: Span<UInt8>) {
        bytes.append(decimal: text.count)
        bytes.append(text, after: UInt8(ascii: ":"))
    }

    /// Adds how many things come next.
    mutating func addCount(_ count: Int) {
        bytes.append(UInt8(ascii: "["))
        bytes.append(decimal: count)
        bytes.append(UInt8(ascii: "]"))
    }

    /// The first `digits` hexadecimal digits, lower case; at most 16.
    func hexadecimal(digits: Int) -> String {
        let first = unsafe SHA256.hash(data: bytes).withUnsafeBytes { unsafe $0.load(as: UInt64.self).bigEndian }
        return Hexadecimal.text(of: first >> UInt64(64 - 4 * digits), digits: digits)
    }
}

extension SHA256Digest {
    /// Its bytes; as a sequence it would hand them out one by one.
    package var bytes: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }

    /// Its 64 digits.
    package var hexadecimal: String { Hexadecimal.text(of: bytes[...]) }
}
