internal import RequirementModel

extension BlockScanner {
    /// What AsciiDoc marks at line `index`: headings, tables, listings, and lines that no reader sees.
    func asciiDoc(at index: Int, end: Int) -> Match? {
        guard profile.isAsciiDoc else { return nil }
        let content = text.content(index)
        switch text.firstByte(index) {
        case UInt8(ascii: "="):
            let level = content.prefix { $0 == UInt8(ascii: "=") }.count
            guard level <= 6, content.count > level + 1, content[content.startIndex + level] == 0x20 else {
                return text.rule(index, of: "=".utf8, atLeast: 4).map { _ in Match([], next: index + 1) }
            }
            let content = text.lines[index].content
            let words = TextAssembly.text(
                of: content.lowerBound + level + 1..<content.upperBound, line: index, in: text)
            return Match(drafts: [.heading(HeadingDraft(text: words, mark: .leveled(level)))], next: index + 1)
        case UInt8(ascii: "|") where text.line(index, hasPrefix: "|==="):
            return AsciiDocTable.match(in: text, at: index, end: end)
        case UInt8(ascii: "-"), UInt8(ascii: "."):
            guard let mark = text.rule(index, of: "-.".utf8, atLeast: 4),
                let last = (index + 1..<end).first(where: { text.rule($0, of: "-.".utf8, atLeast: 4) == mark })
            else { return nil }
            return Match([.code(codeBlock(index + 1..<last, info: ""))], next: last + 1)
        case UInt8(ascii: "i") where text.line(index, hasPrefix: "include::"):
            let path = content.dropFirst(9).prefix { $0 != UInt8(ascii: "[") }
            let inclusion = Inclusion(path: String(decoding: path, as: UTF8.self), position: text.position(index))
            return Match([.include(inclusion)], next: index + 1)
        default:
            return isUnseen(index) ? Match([], next: index + 1) : nil
        }
    }

    /// Attributes (`:icons: font`, `[options="header"]`), comments and images.
    private func isUnseen(_ index: Int) -> Bool {
        let content = text.content(index)
        switch text.firstByte(index) {
        case UInt8(ascii: ":"):
            return content.dropFirst().first?.isWordLetter == true && content.dropFirst().contains(UInt8(ascii: ":"))
        case UInt8(ascii: "["): return content.last == UInt8(ascii: "]") && !text.line(index, hasPrefix: "[!")
        case UInt8(ascii: "/"): return text.line(index, hasPrefix: "//")
        default:
            return text.line(index, hasPrefix: "image::") || text.line(index, hasPrefix: "ifdef::")
                || text.line(index, hasPrefix: "endif::")
        }
    }
}
