/// Writes comma-separated values by RFC 4180, with `\n` at the end of each line and UTF-8 without a byte order mark.
public struct CSVWriter: Sendable {
    /// The text so far.
    public private(set) var bytes: [UInt8] = []
    private var isAtRowStart = true

    /// A writer that has written nothing, with room for `capacity` bytes.
    public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Writes one line. A field with a comma, a quote or a line end is quoted.
    public mutating func row(_ fields: [String]) {
        for field in fields { self.field(field) }
        endRow()
    }

    /// Writes the next field of the line. A field with a comma, a quote or a line end is quoted.
    mutating func field(_ text: String) {
        separate()
        guard !text.isEmpty else { return }
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        var position = start
        while position < bytes.count {
            if Self.mustQuote(bytes[position]) { return quote(from: start) }
            position += 1
        }
    }

    /// Writes `value`, as `transform` gives it if there is one; an empty field for what is not said.
    mutating func field(_ value: String?, as transform: ((String) -> String)?) {
        guard let value else { return separate() }
        field(transform?(value) ?? value)
    }

    /// Writes fields that another writer laid out.
    mutating func fields(_ other: CSVWriter) {
        separate()
        bytes.append(contentsOf: other.bytes)
    }

    /// Ends the line.
    mutating func endRow() {
        bytes.append(UInt8(ascii: "\n"))
        isAtRowStart = true
    }

    /// Forgets what was written.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isAtRowStart = true
    }

    private mutating func separate() {
        if !isAtRowStart { bytes.append(UInt8(ascii: ",")) }
        isAtRowStart = false
    }

    private mutating func quote(from start: Int) {
        let text = bytes[start...]
        bytes.removeSubrange(start...)
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mustQuote(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
