internal import RequirementModel

/// What begins a block of HTML, and so decides where it ends (CommonMark, HTML blocks, the seven kinds).
enum HTMLBlockStart {
    case verbatim, comment, instruction, declaration, characterData, block, tag

    /// The kind that `text`, a line from its first visible byte on, begins; nil for any other line.
    init?(_ text: ArraySlice<UInt8>, interruptsParagraph: Bool) {
        guard text.first == UInt8(ascii: "<") else { return nil }
        let rest = text.dropFirst()
        let name = rest.first == UInt8(ascii: "/") ? rest.dropFirst() : rest
        let end = name.firstIndex { !$0.isLetter && !$0.isDigit } ?? name.endIndex
        let element = String(decoding: name[..<end].map(\.lowercased), as: UTF8.self)
        let after = name[end...]
        let isDelimited = after.first.map { $0.isWhitespace || $0 == UInt8(ascii: ">") } ?? true
        if Self.verbatimElements.contains(element), rest.startIndex == name.startIndex, isDelimited {
            self = .verbatim
        } else if rest.starts(with: "!--".utf8) {
            self = .comment
        } else if rest.first == UInt8(ascii: "?") {
            self = .instruction
        } else if rest.starts(with: "![CDATA[".utf8) {
            self = .characterData
        } else if rest.first == UInt8(ascii: "!"), rest.dropFirst().first?.isLetter == true {
            self = .declaration
        } else if Self.blockElements.contains(element), isDelimited || after.starts(with: "/>".utf8) {
            self = .block
        } else if !interruptsParagraph, BlockStart.isTagAlone(text.trimmed) {
            self = .tag
        } else {
            return nil
        }
    }

    /// Whether the block ends with this line, of which it is the first or a further one.
    func ends(with text: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .verbatim: Self.verbatimElements.contains { text.contains("</\($0)>") }
        case .comment: text.contains("-->")
        case .instruction: text.contains("?>")
        case .declaration: text.contains(">")
        case .characterData: text.contains("]]>")
        case .block, .tag: text.isEmpty
        }
    }

    private static let verbatimElements: Set = ["script", "pre", "style", "textarea"]

    private static let blockElements = Set(
        """
        address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt \
        fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link \
        main menu menuitem nav noframes ol optgroup option p param section source summary table tbody td tfoot th thead \
        title tr track ul
        """.split(separator: " ").map(String.init))
}

extension ArraySlice<UInt8> {
    /// Whether `word`, in lower case, stands in it, in whatever case.
    fileprivate func contains(_ word: String) -> Bool {
        let word = Array(word.utf8)
        return indices.contains { start in
            count - (start - startIndex) >= word.count
                && zip(self[start...], word).allSatisfy { $0.lowercased == $1 }
        }
    }
}
