/// The lines of a page that define link targets (`[label]: target`), for pieces of it that are parsed on their own.
struct LinkDefinitions {
    /// One after the other, each a block of its own.
    private(set) var bytes: [UInt8] = []

    /// All of `source`. What only looks like one, in code, does no harm: it defines a label that nothing uses.
    init(in source: SourceText) {
        for line in 1..<(source.lineCount + 1) {
            let text = source.bytes[source.range(ofLine: line)].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
            guard text.first == UInt8(ascii: "["), let target = Self.target(in: text) else { continue }
            bytes += "\n\n".utf8
            bytes += text
            if target.trimmed.isEmpty {
                bytes.append(UInt8(ascii: "\n"))
                bytes += source.bytes[source.range(ofLine: line + 1)].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
            }
        }
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    }

    /// What follows `[label]:`.
    private static func target(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var index = text.startIndex + 1
        while index + 1 < text.endIndex {
            if text[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if text[index] == UInt8(ascii: "[") { return nil }
            if text[index] == UInt8(ascii: "]") {
                return text[index + 1] == UInt8(ascii: ":") ? text[(index + 2)...] : nil
            }
            index += 1
        }
        return nil
    }
}
