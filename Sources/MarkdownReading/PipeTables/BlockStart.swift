internal import RequirementModel

/// What ends a table though it would continue a paragraph, because only paragraphs are protected from it.
enum BlockStart {
    /// Whether `line` begins a block of another kind when no paragraph is open.
    static func begins(_ bytes: [UInt8], _ line: ParagraphLine) -> Bool {
        guard line.indent <= 3, let first = line.text.first.map({ bytes[$0] }) else { return true }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
            let text = bytes[line.text].trimmed
            return isThematicBreak(text) || text.count == 1 && first != UInt8(ascii: "_")
        case 0x30...0x39: return isItem(bytes[line.text].trimmed, interruptsParagraph: false)
        case UInt8(ascii: "<"): return isTagAlone(bytes[line.text].trimmed)
        default: return false
        }
    }

    /// Whether a line of `text` is a rule.
    static func isThematicBreak(_ text: ArraySlice<UInt8>) -> Bool {
        guard let mark = text.first, "-*_".utf8.contains(mark) else { return false }
        return text.allSatisfy { $0 == mark || $0.isBlank } && text.count { $0 == mark } >= 3
    }

    /// Whether `text` begins an item of a list; one that interrupts a paragraph has content, and the number 1 if it has any.
    static func isItem(_ text: ArraySlice<UInt8>, interruptsParagraph: Bool) -> Bool {
        let digits = text.prefix { $0.isDigit }
        let rest = text[digits.endIndex...]
        guard digits.count <= 9, let mark = rest.first, (digits.isEmpty ? "-+*" : ".)").utf8.contains(mark),
            rest.dropFirst().first?.isBlank ?? true
        else { return false }
        return !interruptsParagraph
            || !rest.dropFirst().trimmed.isEmpty
                && (digits.isEmpty || digits.drop { $0 == UInt8(ascii: "0") }.elementsEqual("1".utf8))
    }

    /// A line of one complete tag begins an HTML block (of the seventh kind).
    static func isTagAlone(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.last == UInt8(ascii: ">") else { return false }
        let body = text.dropFirst().dropLast()
        let name = body.first == UInt8(ascii: "/") ? body.dropFirst() : body
        guard let first = name.first, first.isLetter, !body.contains(UInt8(ascii: "<")) else { return false }
        let rest = name.drop(while: { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
        return rest.first.map { $0.isBlank || $0 == UInt8(ascii: "/") } ?? true
    }
}
