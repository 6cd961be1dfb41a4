internal import RequirementModel

extension BlockScanner {
    /// Lines of a configuration file that lost their fences, of YAML's keys and values: what stands in them is an example's.
    func settings(at index: Int, end: Int) -> Match? {
        let isManifest = text.line(index, hasPrefix: "apiVersion:")
        let begins = text.lines[index].followsBlank || isManifest && setting(index - 1) == nil
        guard begins, setting(index) != nil else { return nil }
        var next = index
        var sections = 0
        while next < end, next == index || !text.lines[next].followsBlank, let setting = setting(next) {
            if setting == .section { sections += 1 }
            next += 1
        }
        let isWhole = next == end || text.lines[next].followsBlank
        guard sections > (isManifest ? 0 : 1), next - index >= (isWhole ? 4 : 8) else { return nil }
        return Match([.code(codeBlock(index..<next, info: "yaml"))], next: next)
    }

    private enum Setting {
        /// A key alone, which opens a section: `metadata:`.
        case section
        /// A key with its value, an item of a list, a comment or a divider.
        case other
    }

    /// What line `index` sets; nil for any other line. Keys begin with a small letter, as labels of text do not.
    private func setting(_ index: Int) -> Setting? {
        var content = text.lines[index].content
        guard content.count <= Self.longestSetting else { return nil }
        if text.rule(index, of: "-".utf8, atLeast: 3) != nil || text.firstByte(index) == UInt8(ascii: "#")
            || text.line(index, hasPrefix: "{{")
        {
            return .other
        }
        let isItem = text.hasPrefix("- ", at: content.lowerBound, end: content.upperBound)
        if isItem { content = Blanks.trim(content.lowerBound + 2..<content.upperBound, in: text.bytes) }
        let key = text.bytes[content].prefix { ASCII.isWord($0) || "-./_".utf8.contains($0) }
        guard key.first?.isSmallLetter == true, key.endIndex < content.upperBound,
            text.bytes[key.endIndex] == UInt8(ascii: ":")
        else { return isItem && text.words(in: content, limit: 2).count == 1 ? .other : nil }
        if key.endIndex + 1 == content.upperBound { return isItem ? .other : .section }
        return Blanks.length(in: text.bytes, at: key.endIndex + 1, end: content.upperBound) > 0 ? .other : nil
    }

    /// A longer line is text.
    private static var longestSetting: Int { 200 }
}
