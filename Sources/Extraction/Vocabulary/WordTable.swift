/// Values by words, looked up with the bytes of a text without making a string.
///
/// Open addressing over a hash of the lower-cased ASCII bytes; bytes that stand for nothing (``Folding/filler``) do not count.
/// A class, so that whoever refers to a vocabulary shares it at the price of one reference.
final class WordTable<Value: Sendable>: Sendable {
    /// Where a hash leads: a word's index, -1 for none. Most words that are looked up are in no table, and most of those end
    /// at such a slot, so these are kept small.
    private let slots: [Int16]
    private let mask: Int
    private let entries: [Entry]
    /// The letters of all words, one after the other.
    private let letters: [UInt8]

    /// A word with what it stands for, side by side, as whoever finds the one looks at the other.
    private struct Entry {
        var hash: WordHash
        var value: Value
        /// Where it stands in ``letters``.
        var word: Range<Int>
        /// Whether it is told by its hash alone.
        var isTold: Bool
    }

    /// A table of `words`, less than 32,768; a word given twice keeps the later value.
    init(_ words: some Collection<(word: String, value: Value)>) {
        var capacity = 16
        while capacity < words.count * 4 { capacity *= 2 }
        var slots = Array(repeating: Int16(-1), count: capacity)
        var entries: [Entry] = []
        var letters: [UInt8] = []
        for (text, value) in words {
            let word = Array(text.utf8)
            let hash = WordHash.of(word.span, 0..<word.count)
            var slot = hash.slot(capacity - 1)
            while slots[slot] >= 0, !letters[entries[Int(slots[slot])].word].elementsEqual(word) {
                slot = (slot + 1) & (capacity - 1)
            }
            if slots[slot] >= 0 {
                entries[Int(slots[slot])].value = value
                continue
            }
            slots[slot] = Int16(entries.count)
            let isTold = WordHash.tells(word.count) && word.allSatisfy(ASCII.isLetter)
            entries.append(
                Entry(hash: hash, value: value, word: letters.count..<letters.count + word.count, isTold: isTold))
            letters += word
        }
        (self.slots, self.entries, self.letters) = (slots, entries, letters)
        mask = capacity - 1
    }

    /// The value of the word that stands in `range` of `bytes`, whatever its case.
    func value(of bytes: [UInt8], _ range: Range<Int>) -> Value? { value(of: bytes.span, range) }

    /// The value of the word that stands in `range` of `text`, whatever its case.
    func value(of text: Span<UInt8>, _ range: Range<Int>) -> Value? {
        value(of: text, range, hash: WordHash.of(text, range))
    }

    /// The same with the word's hash at hand.
    /// - Parameter isLetters: Whether the word is known to be nothing but letters of ASCII.
    func value(of text: Span<UInt8>, _ range: Range<Int>, hash: WordHash, isLetters: Bool = false) -> Value? {
        var slot = hash.slot(mask)
        while true {
            let index = Int(slots[slot])
            if index < 0 { return nil }
            if entries[index].hash == hash {
                let isTold = isLetters && entries[index].isTold && WordHash.tells(range.count)
                if isTold || matches(entries[index].word, text, range) { return entries[index].value }
            }
            slot = (slot + 1) & mask
        }
    }

    /// Whether a word has that hash: what has none need not be looked up.
    func mayHold(_ hash: WordHash) -> Bool {
        var slot = hash.slot(mask)
        while slots[slot] >= 0 {
            if entries[Int(slots[slot])].hash == hash { return true }
            slot = (slot + 1) & mask
        }
        return false
    }

    /// The value of a word given as a string.
    func value(of word: String) -> Value? {
        let bytes = Array(word.utf8)
        return value(of: bytes, 0..<bytes.count)
    }

    private func matches(_ word: Range<Int>, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = word.lowerBound
        for position in range {
            let byte = text[position]
            if byte == Folding.filler { continue }
            guard index < word.upperBound, letters[index] == ASCII.lowercased(byte) else { return false }
            index += 1
        }
        return index == word.upperBound
    }
}

/// A word's hash, which can be gathered byte by byte while a text is read.
struct WordHash: Equatable, Sendable {
    private var state: UInt64 = 0

    /// Whether words of so many letters, and nothing but letters, have the same hash only when they are the same.
    ///
    /// Turning by five bits keeps the letters of twelve apart, as the upper bits of all letters are alike, and the highest bit
    /// that is set tells how many they are.
    static func tells(_ letters: Int) -> Bool { letters <= 12 }

    /// Takes one more byte; its case does not matter.
    mutating func add(_ byte: UInt8) { turn(by: ASCII.lowercased(byte)) }

    /// Takes one more letter of ASCII.
    mutating func add(letter: UInt8) { turn(by: letter | 0x20) }

    private mutating func turn(by byte: UInt8) { state = (state << 5 | state >> 59) ^ UInt64(byte) }

    /// Where to look first in a table of `mask` + 1 slots.
    func slot(_ mask: Int) -> Int { Int(truncatingIfNeeded: (state &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask }

    /// The hash of the word in `range` of `text`.
    static func of(_ text: Span<UInt8>, _ range: Range<Int>) -> WordHash {
        var hash = WordHash()
        for position in range where text[position] != Folding.filler { hash.add(text[position]) }
        return hash
    }
}
