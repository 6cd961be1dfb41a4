/// The bytes of a line by the columns of a screen, one for each character.
struct ScreenLine {
    /// Where the character in each column begins; the last one is the line's end.
    private let offsets: [Int]
    private let text: SourceText

    /// The characters of line `index`.
    init(_ text: SourceText, line index: Int) {
        self.text = text
        let line = text.lines[index]
        var offsets: [Int] = []
        offsets.reserveCapacity(line.content.upperBound - line.start + 1)
        for place in line.start..<line.content.upperBound {
            let byte = text.bytes[place]
            if byte == 0x09 {
                offsets.append(contentsOf: repeatElement(place, count: 8 - offsets.count % 8))
            } else if byte & 0xC0 != 0x80 {
                offsets.append(place)
            }
        }
        offsets.append(line.content.upperBound)
        self.offsets = offsets
    }

    /// How many columns the line takes.
    var width: Int { offsets.count - 1 }

    /// The bytes of `columns`, as far as the line has them.
    func bytes(_ columns: Range<Int>) -> Range<Int> {
        let start = offsets[min(columns.lowerBound, width)]
        return start..<max(start, offsets[min(columns.upperBound, width)])
    }

    /// The character in `column`; a blank beyond the end.
    func character(_ column: Int) -> ArraySlice<UInt8> {
        column < width ? text.bytes[bytes(column..<column + 1)] : [0x20]
    }

    /// Whether a bar, or a joint of rules, stands in `column`.
    func holdsBar(_ column: Int) -> Bool {
        let part = BoxCharacter(character(column))
        return part == .bar || part == .joint
    }

    /// Whether there is nothing to see in `columns`.
    func isBlank(_ columns: Range<Int>) -> Bool { Blanks.trim(bytes(columns), in: text.bytes).isEmpty }

    /// The stretches of at least one character, divided by at least `gap` blanks, as columns.
    func stretches(dividedBy gap: Int) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for column in 0..<width where !isBlank(column..<column + 1) {
            if let last = stretches.last, column - last.upperBound < gap {
                stretches[stretches.count - 1] = last.lowerBound..<column + 1
            } else {
                stretches.append(column..<column + 1)
            }
        }
        return stretches
    }
}
