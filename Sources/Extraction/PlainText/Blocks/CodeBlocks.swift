internal import RequirementModel

extension BlockScanner {
    /// Preformatted lines at `index`: between fences, or a stretch of lines that are one name or address each, or settings,
    /// or commands.
    func code(at index: Int, end: Int) -> Match? {
        fencedCode(at: index, end: end) ?? commands(at: index, end: end) ?? names(at: index, end: end)
            ?? settings(at: index, end: end)
    }

    /// Lines between two lines of three or more back quotes or tildes.
    private func fencedCode(at index: Int, end: Int) -> Match? {
        guard text.line(index, hasPrefix: "```") || text.line(index, hasPrefix: "~~~") else { return nil }
        let mark = text.firstByte(index)
        let fence = text.content(index).prefix { $0 == mark }.count
        let info = Blanks.trim(
            text.lines[index].content.lowerBound + fence..<text.lines[index].content.upperBound, in: text.bytes)
        guard !text.bytes[info].contains(mark) else { return nil }
        let last = (index + 1..<end).first { text.rule($0, of: "`~".utf8, atLeast: fence) == mark } ?? end
        let code = codeBlock(index + 1..<last, info: String(decoding: text.bytes[info], as: UTF8.self))
        return Match([.code(code)], next: min(last + 1, end))
    }

    /// Lines behind a shell's prompt, `$ sudo …`: what stands in them is an example's.
    private func commands(at index: Int, end: Int) -> Match? {
        let last = (index..<end).first { !text.line($0, hasPrefix: "$ ") } ?? end
        return last > index ? Match([.code(codeBlock(index..<last, info: "console"))], next: last) : nil
    }

    /// Lines each of which is one name or address, possibly with a remark in parentheses: what was a code block.
    private func names(at index: Int, end: Int) -> Match? {
        guard text.lines[index].followsBlank || text.endsSentence(index - 1), isName(index) else { return nil }
        var next = index
        while next < end, next == index || !text.lines[next].followsBlank, isName(next) { next += 1 }
        guard next == end || text.lines[next].followsBlank || next - index > 1 else { return nil }
        return Match([.code(codeBlock(index..<next, info: ""))], next: next)
    }

    private func isName(_ index: Int) -> Bool {
        guard text.lines[index].content.count <= 400, mayBeginWithName(index), !goesOnInWords(index),
            !text.content(index).contains(0)
        else { return false }
        var reader = RowWordReader(text)
        let words = reader.words(index)
        guard let first = words.first, first.kind == .host || first.kind == .address, !first.endsSentence else {
            return false
        }
        return words.count == 1 || words.count == 2 && words[1].kind == .parenthesis
    }

    /// Whether what stands before the first blank of a line has one of the marks without which nothing is a name or an
    /// address: a quick test, as most lines are of words.
    private func mayBeginWithName(_ index: Int) -> Bool {
        for byte in text.content(index) {
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["), 0x80...:
                return true
            case ASCII.space, UInt8(ascii: "\t"), UInt8(ascii: "\r"): return false
            default: continue
            }
        }
        return false
    }

    /// Whether a plain word follows the first one, and nothing that would join the two: a quick test for sentences.
    private func goesOnInWords(_ index: Int) -> Bool {
        let words = text.words(index, limit: 2)
        guard words.count == 2, case let next = text.bytes[words[1].lowerBound], next < 0x80, ASCII.isWord(next) else {
            return false
        }
        return text.bytes[words[0]].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): false
            default: true
            }
        }
    }

    /// A code block of `lines`.
    func codeBlock(_ lines: Range<Int>, info: String) -> CodeBlock {
        let position = lines.first.map { text.position($0) } ?? .unknown
        return CodeBlock(info: info, text: rawText(lines), position: position)
    }

    /// The lines as they stand, blank ones between them included.
    private func rawText(_ lines: Range<Int>) -> String {
        guard let first = lines.first else { return "" }
        let indent = lines.reduce(Int.max) { min($0, text.lines[$1].indent) }
        var output: [UInt8] = []
        var number = text.lines[first].number
        for line in lines.map({ text.lines[$0] }) {
            output.append(contentsOf: repeatElement(0x0A, count: min(line.number - number, 64)))
            number = line.number + 1
            output.append(contentsOf: repeatElement(0x20, count: line.indent - indent))
            // A NUL is no character of a name: U+FFFD, as in running text.
            for part in text.bytes[line.content].split(separator: 0, omittingEmptySubsequences: false) {
                if part.startIndex > line.content.lowerBound { output.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
                output.append(contentsOf: part)
            }
            output.append(0x0A)
        }
        return String(decoding: output, as: UTF8.self)
    }
}
