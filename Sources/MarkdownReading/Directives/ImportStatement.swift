internal import RequirementModel

/// An MDX import: `import Ports from './_ports.md'`.
struct ImportStatement {
    /// The default import's name.
    let name: String?
    let path: String

    /// The statement in `text`; nil for prose that begins with the word.
    init?(_ text: ArraySlice<UInt8>) {
        var rest = text.trimmed
        if rest.last == UInt8(ascii: ";") { rest = rest.dropLast().trimmed }
        guard let quote = rest.last, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""),
            let open = rest.dropLast().lastIndex(of: quote)
        else { return nil }
        path = String(decoding: rest[(open + 1)..<(rest.endIndex - 1)], as: UTF8.self)
        let clause = rest[..<open].dropFirst("import".utf8.count).trimmed
        if clause.isEmpty {
            name = nil
            return
        }
        guard clause.suffix(5).dropFirst().elementsEqual("from".utf8) else { return nil }
        let names = clause.dropLast(4).trimmed
        name = names.allSatisfy { $0.isLetter || $0.isDigit } ? String(decoding: names, as: UTF8.self) : nil
    }
}
