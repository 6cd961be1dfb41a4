/// White space, byte by byte: ASCII blanks, and the Unicode ones that browsers and word processors put into text.
enum Blanks {
    /// The length of the blank that begins at `index`, 0 when none does.
    static func length(in bytes: [UInt8], at index: Int, end: Int) -> Int {
        let byte = bytes[index]
        if byte <= 0x20 { return isASCIIBlank(byte) ? 1 : 0 }
        if byte == 0xC2, index + 1 < end { return bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85 ? 2 : 0 }
        if byte >= 0xE1, index + 2 < end { return isBlank(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0 }
        return 0
    }

    /// The length of the blank that ends before `index`, 0 when none does.
    static func length(in bytes: [UInt8], before index: Int, start: Int) -> Int {
        let byte = bytes[index - 1]
        if byte <= 0x20 { return isASCIIBlank(byte) ? 1 : 0 }
        guard byte >= 0x80 else { return 0 }
        if index - 2 >= start, bytes[index - 2] == 0xC2 { return byte == 0xA0 || byte == 0x85 ? 2 : 0 }
        if index - 3 >= start, isBlank(bytes[index - 3], bytes[index - 2], byte) { return 3 }
        return 0
    }

    /// `range` without the blanks at both ends.
    static func trim(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            let width = length(in: bytes, at: start, end: end)
            if width == 0 { break }
            start += width
        }
        while end > start {
            let width = length(in: bytes, before: end, start: start)
            if width == 0 { break }
            end -= width
        }
        return start..<end
    }

    /// Space, tab, vertical tab and form feed; line ends are none, as lines are split before.
    private static func isASCIIBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C
    }

    /// The length of the invisible character that begins at `index`, 0 when none does: zero-width space and joiner,
    /// byte order mark, soft hyphen. Pages put them into long names to let them break.
    static func invisibleLength(in bytes: [UInt8], at index: Int, end: Int) -> Int {
        let byte = bytes[index]
        if byte == 0xC2, index + 1 < end { return bytes[index + 1] == 0xAD ? 2 : 0 }
        guard byte == 0xE2 || byte == 0xEF, index + 2 < end else { return 0 }
        let isInvisible =
            switch (byte, bytes[index + 1], bytes[index + 2]) {
            case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): true
            default: false
            }
        return isInvisible ? 3 : 0
    }

    /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
    private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE1, 0x9A): third == 0x80
        case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
        case (0xE2, 0x81): third == 0x9F
        case (0xE3, 0x80): third == 0x80
        default: false
        }
    }
}
