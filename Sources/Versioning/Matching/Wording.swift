internal import RequirementModel

/// The words of a text as a reader compares them: without case, punctuation, contractions, and words that carry no meaning.
///
/// "This isn't required." and "not required" are the same words.
enum Wording {
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in text.utf8 {
            if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "'") || byte >= 0x80 {
                word.append(byte.lowercased)
            } else {
                finish(&word, into: &words)
            }
        }
        finish(&word, into: &words)
        return words
    }

    /// Whether two texts say the same words; nil says nothing.
    static func agree(_ left: String?, _ right: String?) -> Bool {
        left == right || words(of: left ?? "") == words(of: right ?? "")
    }

    private static let fillers: Set<String> = [
        "'", "a", "an", "and", "are", "be", "been", "is", "it", "its", "that", "the", "these", "this", "those", "was",
        "were",
    ]

    /// The first byte of U+2019 in UTF-8.
    private static let typographicApostrophe: UInt8 = 0xE2

    private static func finish(_ word: inout [UInt8], into words: inout [String]) {
        defer { word.removeAll(keepingCapacity: true) }
        guard !word.isEmpty else { return }
        var text = String(decoding: word, as: UTF8.self)
        if word.contains(typographicApostrophe) { text = text.replacing("\u{2019}", with: "'") }
        if fillers.contains(text) { return }
        switch text {
        case "cannot", "can't": words += ["can", "not"]
        case "won't": words += ["will", "not"]
        case _ where text.hasSuffix("n't"):
            let verb = String(text.dropLast(3))
            words += fillers.contains(verb) ? ["not"] : [verb, "not"]
        default: words.append(text)
        }
    }
}
