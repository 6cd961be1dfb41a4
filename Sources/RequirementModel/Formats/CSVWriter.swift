/// Writes comma-separated values by RFC 4180, with `\n` at the end of each line and UTF-8 without a byte order mark.
public struct CSVWriter: Sendable {
    /// The text so far.
    public private(set) var bytes: [UInt8] = []
    private var isAtRowStart = true

    /// A writer that has written nothing.
    public init() {}

    /// Writes one line. A field with a comma, a quote or a line end is quoted.
    public mutating func row(_ fields: [String]) {
        for field in fields { self.field(field) }
        endRow()
    }

    /// Writes the next field of the line. A field with a comma, a quote or a line end is quoted.
    mutating func field(_ text: String) {
        if !isAtRowStart { bytes.append(UInt8(ascii: ",")) }
        isAtRowStart = false
        guard !text.isEmpty else { return }
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        guard bytes[start...].contains(where: Self.mustQuote) else { return }
        bytes.removeSubrange(start...)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes fields that another writer laid out, as the first of a line.
    mutating func leadingFields(_ other: CSVWriter) {
        bytes.append(contentsOf: other.bytes)
        isAtRowStart = false
    }

    /// Ends the line.
    mutating func endRow() {
        bytes.append(UInt8(ascii: "\n"))
        isAtRowStart = true
    }

    private static func mustQuote(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
