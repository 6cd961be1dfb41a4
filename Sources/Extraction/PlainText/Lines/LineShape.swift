/// What a line looks like, as far as its first and last bytes and its length tell.
extension SourceText {
    /// The first byte of line `index`.
    func firstByte(_ index: Int) -> UInt8 { bytes[lines[index].content.lowerBound] }

    /// The last byte of line `index`, behind closing quotes and brackets.
    func lastByte(_ index: Int) -> UInt8 {
        let content = lines[index].content
        var place = content.upperBound - 1
        while place > content.lowerBound, Self.closing.contains(bytes[place]) { place -= 1 }
        return bytes[place]
    }

    /// Whether line `index` ends a sentence or announces what follows.
    func endsSentence(_ index: Int) -> Bool {
        let content = lines[index].content
        // The full stops of Chinese and Japanese, `。` and `：`.
        if content.count >= 3, bytes[content.upperBound - 3] >= 0xE3 {
            let tail = Array(bytes[content.upperBound - 3..<content.upperBound])
            if tail == [0xE3, 0x80, 0x82] || tail == [0xEF, 0xBC, 0x9A] { return true }
        }
        return ".:;!?".utf8.contains(lastByte(index))
    }

    /// Whether line `index` consists of at least `count` of one byte among `marks`; that byte.
    func rule(_ index: Int, of marks: String.UTF8View, atLeast count: Int) -> UInt8? {
        let content = content(index)
        guard let first = content.first, content.count >= count, content.allSatisfy({ $0 == first }),
            marks.contains(first)
        else { return nil }
        return first
    }

    /// Whether line `index` begins with `prefix`.
    func line(_ index: Int, hasPrefix prefix: String) -> Bool {
        hasPrefix(prefix, at: lines[index].content.lowerBound, end: lines[index].content.upperBound)
    }

    /// Whether `prefix` stands at `offset`.
    func hasPrefix(_ prefix: String, at offset: Int, end: Int) -> Bool {
        let wanted = prefix.utf8
        return end - offset >= wanted.count && bytes[offset..<offset + wanted.count].elementsEqual(wanted)
    }

    /// The words of line `index` as ranges, at most `limit` of them.
    func words(_ index: Int, limit: Int = .max) -> [Range<Int>] { words(in: lines[index].content, limit: limit) }

    /// Whether line `index` has no more than `limit` words.
    func hasWords(_ index: Int, atMost limit: Int) -> Bool {
        let content = lines[index].content
        var count = 1
        var place = content.lowerBound
        var isBehindBlank = false
        while place < content.upperBound, count <= limit {
            let width = Blanks.length(in: bytes, at: place, end: content.upperBound)
            if width == 0, isBehindBlank { count += 1 }
            isBehindBlank = width > 0
            place += max(width, 1)
        }
        return count <= limit
    }

    /// The stretches of `range` between blanks, at most `limit` of them.
    func words(in range: Range<Int>, limit: Int = .max) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        var place = range.lowerBound
        while place < range.upperBound, words.count < limit {
            let width = Blanks.length(in: bytes, at: place, end: range.upperBound)
            if width > 0, let begun = start {
                words.append(begun..<place)
                start = nil
            } else if width == 0, start == nil {
                start = place
            }
            place += max(width, 1)
        }
        if let start, words.count < limit { words.append(start..<range.upperBound) }
        return words
    }

    private static let closing: [UInt8] = Array(")]\"'*_`".utf8)
}

extension UInt8 {
    /// `0` to `9`.
    var isDecimalDigit: Bool { ASCII.isDigit(self) }
    /// `A` to `Z`.
    var isCapital: Bool { ASCII.isUppercase(self) }
    /// `a` to `z`.
    var isSmallLetter: Bool { ASCII.isLetter(self) && !ASCII.isUppercase(self) }
    /// `A` to `Z`, `a` to `z`, and every byte of a character beyond ASCII.
    var isWordLetter: Bool { ASCII.isLetter(self) || self >= 0x80 }
}
