internal import RequirementModel

/// Fields between two lines `---` at the very start: `title: Connector ports`.
struct FrontMatter {
    /// The fields in their order.
    private(set) var metadata: [Metadatum] = []
    /// The field named `title`.
    private(set) var title: RichText?
    /// The index of the first line that is not part of it.
    private(set) var end = 0

    /// The most lines that it takes.
    private static let longest = 256

    /// The front matter of `text`; empty when it has none.
    init(_ text: SourceText) {
        guard text.lines.first?.number == 1, isFence(0, in: text),
            let last = (1..<max(1, min(text.lines.count, Self.longest))).first(where: { isFence($0, in: text) }),
            (1..<last).allSatisfy({ colon(in: $0, of: text) != nil })
        else { return }
        end = last + 1
        for line in 1..<last {
            guard let colon = colon(in: line, of: text) else { continue }
            let content = text.lines[line].content
            let name = String(decoding: text.bytes[content.lowerBound..<colon], as: UTF8.self)
            let value = TextAssembly.text(of: colon + 1..<content.upperBound, line: line, in: text)
            metadata.append(Metadatum(name: name, value: value.text))
            if name == "title" { title = value }
        }
    }

    private func isFence(_ index: Int, in text: SourceText) -> Bool { text.content(index).elementsEqual("---".utf8) }

    /// Where the name of the field in line `index` ends.
    private func colon(in index: Int, of text: SourceText) -> Int? {
        let content = text.content(index)
        guard let colon = content.firstIndex(of: UInt8(ascii: ":")), colon > content.startIndex,
            content[..<colon].allSatisfy({ $0.isWordLetter || $0.isDecimalDigit || "-_.".utf8.contains($0) })
        else { return nil }
        return colon
    }
}
