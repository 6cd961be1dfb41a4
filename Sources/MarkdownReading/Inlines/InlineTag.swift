internal import RequirementModel

/// A raw tag between words, as CommonMark found it: `<br>`, `</sup>`, `<a href="…">`.
struct InlineTag {
    /// The tag as written.
    let source: [UInt8]
    /// In lower case; empty for comments, declarations and processing instructions.
    let name: [UInt8]
    let isClosing: Bool

    init(_ node: TreeNode) {
        self.init(node.withLiteral { Array($0) })
    }

    init(_ source: [UInt8]) {
        self.source = source
        isClosing = source.count > 1 && source[1] == UInt8(ascii: "/")
        let start = isClosing ? 2 : 1
        var end = start
        while end < source.count, source[end].isLetter || source[end].isDigit || source[end] == UInt8(ascii: "-") {
            end += 1
        }
        name = start <= end && end <= source.count ? source[start..<end].map(\.lowercased) : []
    }

    var isSelfClosing: Bool { source.count > 2 && source[source.count - 2] == UInt8(ascii: "/") }

    /// Whether any attribute has a value.
    var hasValues: Bool { source.contains(UInt8(ascii: "=")) }

    /// The value of the attribute `wanted`, quotes removed; entities stay as written.
    func attribute(_ wanted: StaticString) -> String? {
        let wanted = wanted.withUTF8Buffer { Array($0) }
        var index = 1 + name.count
        let end = source.count - 1
        while index < end {
            while index < end, source[index].isWhitespace || source[index] == UInt8(ascii: "/") { index += 1 }
            let nameStart = index
            while index < end, !source[index].isWhitespace, source[index] != UInt8(ascii: "=") { index += 1 }
            let found = source[nameStart..<index].map(\.lowercased)
            while index < end, source[index].isWhitespace { index += 1 }
            guard index < end, source[index] == UInt8(ascii: "=") else {
                if index == nameStart { index += 1 }
                continue
            }
            index += 1
            while index < end, source[index].isWhitespace { index += 1 }
            let value = attributeValue(at: &index, end: end)
            if found == wanted { return String(decoding: value, as: UTF8.self) }
        }
        return nil
    }

    private func attributeValue(at index: inout Int, end: Int) -> ArraySlice<UInt8> {
        guard index < end else { return [] }
        let quote = source[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = index + 1
            let close = source[start..<end].firstIndex(of: quote) ?? end
            index = close + 1
            return source[start..<close]
        }
        let start = index
        while index < end, !source[index].isWhitespace { index += 1 }
        return source[start..<index]
    }
}
