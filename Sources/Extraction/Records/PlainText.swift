internal import RequirementModel

/// Plain text of what was marked up.
enum PlainText {
    /// The text on one line, without footnote marks.
    static func line(_ text: RichText) -> String {
        let hasMarks = text.spans.containsInPlace { $0.isSuperscript }
        guard hasMarks || text.text.holds(ASCII.newline) else { return text.text }
        var bytes = Array(text.text.utf8)
        for span in text.spans where span.markup == .superscript {
            for position in span.range.clamped(to: 0..<bytes.count) { bytes[position] = Folding.filler }
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes where byte != Folding.filler {
            let isBlank = byte == ASCII.newline || byte == ASCII.space
            if !isBlank {
                output.append(byte)
            } else if let last = output.last, last != ASCII.space {
                output.append(ASCII.space)
            }
        }
        while output.last == ASCII.space { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    /// The text, or the beginning of one longer than any that explains a record: what explains thousands of names at once would
    /// be said again for each of them.
    static func bounded(_ text: String) -> String {
        guard text.utf8.count > longest, text.unicodeScalars.count > longest else { return text }
        return String(text.unicodeScalars.prefix(longest)) + "…"
    }

    /// In Unicode scalars; the longest on a vendor's page has about a quarter of it.
    private static let longest = 8192
}
