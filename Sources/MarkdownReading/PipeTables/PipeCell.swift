internal import RequirementModel

/// A cell as it stands between two pipes, or two commas.
struct PipeCell {
    /// Where its text stands, blanks at the ends removed.
    let text: Range<Int>
    let content: Content

    /// What reading it takes.
    enum Content: Comparable {
        /// Its bytes are its text.
        case plain
        /// White space is to be folded, or may be.
        case folded
        /// It may hold inlines.
        case markup
    }
}

extension PipeCell {
    /// The cell whose text is all of `text`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) {
        var content = Content.plain
        for index in text where !bytes[index].isPlainInCells {
            content = max(content, .init(bytes[index], behind: index > text.lowerBound ? bytes[index - 1] : 0))
            if content == .markup { break }
        }
        self.init(text: text, content: content)
    }
}

extension PipeCell.Content {
    /// What a cell takes that holds `byte` behind `previous`.
    fileprivate init(_ byte: UInt8, behind previous: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "<"),
            UInt8(ascii: "&"), UInt8(ascii: "`"), 0:
            self = .markup
        case UInt8(ascii: "~"): self = previous == byte ? .markup : .plain
        case 0x20: self = previous == byte ? .folded : .plain
        case 0x01..<0x20, 0xC2...: self = .folded
        default: self = .plain
        }
    }
}

extension UInt8 {
    /// Whether it is text in a cell, whatever stands before it: most bytes are, and need no closer look.
    fileprivate var isPlainInCells: Bool {
        if isLetter { return true }
        return switch self {
        case 0...0x20, UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "<"),
            UInt8(ascii: "&"), UInt8(ascii: "`"), UInt8(ascii: "~"), 0xC2...:
            false
        default: true
        }
    }
}
