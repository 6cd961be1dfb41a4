/// Writes XML 1.0, element by element, so that any text is read back as data.
///
/// Characters that a reader cannot see are written out, which takes care of those that XML cannot hold.
public struct XMLWriter: Sendable {
    /// The UTF-8 text so far.
    public private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0
    private var isAfterText = false

    /// A writer that has written the declaration.
    public init() {}

    /// Writes an element with what `content` writes inside it.
    /// - Parameter attributes: Names, which need no escape, and values.
    public mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
        _ content: (inout XMLWriter) -> Void = { _ in }
    ) {
        indent()
        append("<\(name)")
        for (name, value) in attributes {
            append(" \(name)=\"")
            escape(value, inAttribute: true)
            append("\"")
        }
        append(">")
        let start = bytes.count
        depth += 1
        isAfterText = false
        content(&self)
        depth -= 1
        if bytes.count == start {
            bytes.removeLast()
            append("/>\n")
        } else {
            if !isAfterText { indent() }
            append("</\(name)>\n")
        }
        isAfterText = false
    }

    /// Writes text as all that the element holds.
    public mutating func text(_ text: String) {
        // The line end after the tag would be part of the text.
        escape(text, inAttribute: false)
        isAfterText = true
    }

    /// Elements stand on lines of their own, below the tag of the element that holds them.
    private mutating func indent() {
        if bytes.last != UInt8(ascii: "\n") { append("\n") }
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func escape(_ text: String, inAttribute: Bool) {
        for byte in text.showingInvisibles.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\"") where inAttribute: append("&quot;")
            case UInt8(ascii: "\n") where inAttribute: append("&#10;")
            case UInt8(ascii: "\t") where inAttribute: append("&#9;")
            default: bytes.append(byte)
            }
        }
    }
}
