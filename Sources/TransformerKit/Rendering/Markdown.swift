internal import RequirementModel

/// Writes documents' text into GitHub Flavored Markdown so that it is read back as data, whatever it holds.
///
/// What is returned fits a table cell, a list item, a heading and a paragraph alike: no pipe ends a cell, no newline a
/// row, no character begins a block, a tag, a link or an emphasis. Words that sites turn into something else after the
/// Markdown is read (mentions, issue numbers, addresses, emoji, formulas, commits) stand in code spans, where they do not.
public enum Markdown {
    /// Prose on one line; line ends become `<br>`.
    public static func text(_ text: String) -> String { prose(text, beginsLine: true) }

    /// Something literal, such as a host name, in a code span; line ends become `<br>`.
    public static func code(_ text: String) -> String {
        text.showingInvisibles.split(separator: "\n", omittingEmptySubsequences: false)
            .map(codeLine).joined(separator: "<br>")
    }

    /// A sentence of our own with documents' words in it: what stands between backticks as code, the rest as prose.
    public static func sentence(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            let isCode = index % 2 == 1 && index < parts.count - 1
            return isCode ? code(String(part)) : prose(String(part), beginsLine: index == 0)
        }.joined()
    }

    /// A link whose `label` is Markdown already, or the label alone where there is no `url`.
    public static func link(_ label: String, to url: String?) -> String {
        url.map { "[\(label)](\($0))" } ?? label
    }

    /// One row of a table whose `cells` are Markdown already.
    public static func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }

    /// The header of a table and the line below it.
    public static func header(_ cells: [String]) -> String {
        row(cells) + "|" + String(repeating: " --- |", count: cells.count) + "\n"
    }

    // MARK: Prose

    private static func prose(_ text: String, beginsLine: Bool) -> String {
        text.showingInvisibles.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { line($1, beginsLine: beginsLine || $0 > 0) }.joined(separator: "<br>")
    }

    /// Runs of blanks become one, as in any rendering; none stands at a line's beginning, where four would make code.
    private static func line(_ line: Substring, beginsLine: Bool) -> String {
        let words = line.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map(Substring.init)
        let text = words.enumerated().map { index, word in
            isRewrittenBySites(word) ? codeLine(word) : escaped(word, beginsLine: beginsLine && index == 0)
        }.joined(separator: " ")
        return (line.first == " " && !beginsLine ? " " : "") + text + (line.last == " " && !words.isEmpty ? " " : "")
    }

    /// Backslashes before the ASCII punctuation that CommonMark or GFM reads, and at a line's beginning before what makes
    /// a list, a heading or a rule.
    private static func escaped(_ word: Substring, beginsLine: Bool) -> String {
        var result: [UInt8] = []
        if beginsLine, let place = placeOfBlockMark(word.utf8) {
            result = word.utf8.prefix(place) + [UInt8(ascii: "\\")]
            return String(decoding: result, as: UTF8.self) + escaped(word.dropFirst(place), beginsLine: false)
        }
        for byte in word.utf8 {
            if inlineMarks.contains(byte) { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where a word makes a block of its line: `-`, `+`, `---` and `===` at once, `1.` and `1)` at the end.
    private static func placeOfBlockMark(_ word: Substring.UTF8View) -> Int? {
        let marks: Set = [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "=")]
        if word.allSatisfy({ marks.contains($0) }) { return 0 }
        let isNumbered = word.last == UInt8(ascii: ".") || word.last == UInt8(ascii: ")")
        return isNumbered && word.dropLast().allSatisfy(\.isDigit) ? word.count - 1 : nil
    }

    private static let inlineMarks = Set("\\`*_[]<>|~&!".utf8)

    // MARK: Words that sites rewrite

    private static func isRewrittenBySites(_ word: Substring) -> Bool {
        let bytes = Array(word.utf8)
        // @mention, #issue, mail@address, $formula$
        if bytes.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "$") }) {
            return true
        }
        // scheme://, :emoji:
        if bytes.count(where: { $0 == UInt8(ascii: ":") }) > 1 { return true }
        return rewrittenParts.contains { holds(bytes, $0) } || holdsCommit(bytes)
    }

    private static let rewrittenParts = ["://", "www.", "gh-"].map { Array($0.utf8) }

    /// Whether `part` stands in `word`, in letters of either case. By bytes: every word of every artifact comes by here.
    private static func holds(_ word: [UInt8], _ part: [UInt8]) -> Bool {
        guard word.count >= part.count else { return false }
        return (0...word.count - part.count).contains { start in
            part.indices.allSatisfy { word[start + $0] | 0x20 == part[$0] }
        }
    }

    /// Whether a run of 7 to 40 hexadecimal digits stands alone in the word, as a commit's hash does.
    private static func holdsCommit(_ bytes: [UInt8]) -> Bool {
        bytes.split(whereSeparator: { !$0.isLetter && !$0.isDigit }).contains { run in
            (7...40).contains(run.count)
                && run.allSatisfy { Hexadecimal.isDigit($0.lowercased) }
        }
    }

    // MARK: Code

    /// Code spans for all but pipes and backticks, which no code span in a table can hold in every company; these stand
    /// beside the spans as character references.
    private static func codeLine(_ line: Substring) -> String {
        var result = ""
        var rest = line.utf8
        while let first = rest.first {
            let isAwkward = isAwkwardInCode(first)
            let run = rest.prefix { isAwkwardInCode($0) == isAwkward }
            rest = rest[run.endIndex...]
            if isAwkward {
                result += "<code>" + run.map { $0 == UInt8(ascii: "|") ? "&#124;" : "&#96;" }.joined() + "</code>"
            } else {
                result += span(Substring(run))
            }
        }
        return result
    }

    /// Bytes, as a pipe with a combining mark after it is another `Character`, and still a pipe to every reader.
    private static func isAwkwardInCode(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "|") || byte == UInt8(ascii: "`")
    }

    /// A code span loses one blank at each end when both have one.
    private static func span(_ run: Substring) -> String {
        let text = run.contains("\t") ? run.map { $0 == "\t" ? " " : String($0) }.joined() : String(run)
        let losesBlanks = text.first == " " && text.last == " " && text.contains { $0 != " " }
        return losesBlanks ? "` \(text) `" : "`\(text)`"
    }
}
