/// Values by words, looked up with the bytes of a text without making a string.
///
/// Open addressing over a hash of the lower-cased ASCII bytes; bytes that stand for nothing (``Folding/filler``) do not count.
struct WordTable<Value: Sendable>: Sendable {
    private var slots: [Int32]
    private var mask: Int
    private var words: [[UInt8]] = []
    private var values: [Value] = []

    /// A table of `entries`; a word given twice keeps the later value.
    init(_ entries: some Collection<(word: String, value: Value)>) {
        var capacity = 16
        while capacity < entries.count * 3 { capacity *= 2 }
        slots = Array(repeating: -1, count: capacity)
        mask = capacity - 1
        for entry in entries { insert(Array(entry.word.utf8), entry.value) }
    }

    private mutating func insert(_ word: [UInt8], _ value: Value) {
        var slot = WordHash.of(word, 0..<word.count).slot(mask)
        while slots[slot] >= 0 {
            if words[Int(slots[slot])] == word {
                values[Int(slots[slot])] = value
                return
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(words.count)
        words.append(word)
        values.append(value)
    }

    /// The value of the word that stands in `range` of `bytes`, whatever its case.
    func value(of bytes: [UInt8], _ range: Range<Int>) -> Value? {
        value(of: bytes, range, hash: WordHash.of(bytes, range))
    }

    /// The same with the word's hash at hand.
    func value(of bytes: [UInt8], _ range: Range<Int>, hash: WordHash) -> Value? {
        var slot = hash.slot(mask)
        while true {
            let index = slots[slot]
            guard index >= 0 else { return nil }
            if matches(words[Int(index)], bytes, range) { return values[Int(index)] }
            slot = (slot + 1) & mask
        }
    }

    /// The value of a word given as a string.
    func value(of word: String) -> Value? {
        let bytes = Array(word.utf8)
        return value(of: bytes, 0..<bytes.count)
    }

    private func matches(_ word: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var index = 0
        for position in range {
            let byte = bytes[position]
            if byte == Folding.filler { continue }
            guard index < word.count, word[index] == ASCII.lowercased(byte) else { return false }
            index += 1
        }
        return index == word.count
    }
}

/// A word's hash (FNV-1a, 64 bits), which can be gathered byte by byte while a text is read.
struct WordHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Takes one more byte; its case does not matter.
    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(ASCII.lowercased(byte))) &* 0x100_0000_01b3
    }

    /// Where to look first in a table of `mask` + 1 slots.
    func slot(_ mask: Int) -> Int { Int(truncatingIfNeeded: state ^ (state >> 29)) & mask }

    /// The hash of the word in `range` of `bytes`.
    static func of(_ bytes: [UInt8], _ range: Range<Int>) -> WordHash {
        var hash = WordHash()
        for position in range where bytes[position] != Folding.filler { hash.add(bytes[position]) }
        return hash
    }
}
