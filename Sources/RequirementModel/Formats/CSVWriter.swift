/// Writes comma-separated values by RFC 4180, with `\n` at the end of each line and UTF-8 without a byte order mark.
public struct CSVWriter {
    /// The text so far.
    public private(set) var bytes: [UInt8] = []
    private var isAtRowStart = true
    /// What each field is put as; nil for as it is.
    private let transform: ((String) -> String)?

    /// A writer that has written nothing, with room for `capacity` bytes; it puts each field as `transform` gives it, if given.
    public init(capacity: Int = 0, transform: ((String) -> String)? = nil) {
        bytes.reserveCapacity(capacity)
        self.transform = transform
    }

    /// Writes one line. A field with a comma, a quote or a line end is quoted.
    public mutating func row(_ fields: [String]) {
        for field in fields { self.field(field) }
        endRow()
    }

    /// Writes the next field of the line, an empty one for nil. A field with a comma, a quote or a line end is quoted.
    mutating func field(_ text: String?) {
        guard let text else { return separate() }
        let start = bytes.count + (isAtRowStart ? 0 : 1)
        let separator = isAtRowStart ? nil : Self.separator
        isAtRowStart = false
        if let transform {
            bytes.append(utf8: transform(text), after: separator)
        } else {
            bytes.append(utf8: text, after: separator)
        }
        if mustQuote(from: start) { quote(from: start) }
    }

    /// Writes a field that is a number.
    mutating func field(_ number: Int) {
        guard transform == nil else { return field(String(number)) }
        separate()
        bytes.append(decimal: number)
    }

    /// Writes a field that is a port.
    mutating func field(_ port: PortRange?) {
        guard transform == nil, let port else { return field(port?.description) }
        separate()
        port.append(to: &bytes)
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
        if !isAtRowStart { bytes.append(Self.separator) }
        isAtRowStart = false
    }

    private static var separator: UInt8 { UInt8(ascii: ",") }

    /// Whether the field from `start` on holds a comma, a quote or a line end.
    private func mustQuote(from start: Int) -> Bool {
        let field = bytes.span.extracting(start...)
        for index in field.indices {
            switch field[index] {
            case Self.separator, UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
            default: continue
            }
        }
        return false
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
}
