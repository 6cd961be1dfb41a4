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
        separate()
        guard let text else { return }
        if let transform { append(transform(text)) } else { append(text) }
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
        if !isAtRowStart { bytes.append(UInt8(ascii: ",")) }
        isAtRowStart = false
    }

    private mutating func append(_ text: String) {
        guard #available(macOS 26, *) else { return append(Array(text.utf8).span) }
        append(text.utf8.span)
    }

    /// Writes the text of a field, and puts quotes around it if it turns out that it needs them.
    private mutating func append(_ text: Span<UInt8>) {
        let start = bytes.count
        var mustQuote = false
        bytes.append(addingCapacity: text.count) { added in
            for index in text.indices {
                if text[index].mustBeQuoted { mustQuote = true }
                added.append(text[index])
            }
        }
        if mustQuote { quote(from: start) }
    }

    private mutating func quote(from start: Int) {
        let text = Array(bytes[start...])
        bytes.removeSubrange(start...)
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension UInt8 {
    /// Whether a field that holds it stands in quotes: a comma, a quote or a line end.
    fileprivate var mustBeQuoted: Bool {
        switch self {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
