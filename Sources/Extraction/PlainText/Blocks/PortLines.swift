internal import RequirementModel

extension BlockScanner {
    /// Lines that begin with a transport and a port each, `TCP 22 SSH` or `53/udp names`: a list without bullets.
    func portLines(at index: Int, end: Int) -> Match? {
        let isAnnounced = index > 0 && text.lastByte(index - 1) == UInt8(ascii: ":")
        guard isAnnounced || text.lines[index].followsBlank || profile.wrapColumn == nil else { return nil }
        var next = index
        while next < end, next == index || !text.lines[next].followsBlank, isPortLine(next) { next += 1 }
        guard next - index > (isAnnounced ? 0 : 1), next == end || text.lines[next].followsBlank else { return nil }
        let items = (index..<next).map { line in
            let words = TextAssembly.text(of: text.lines[line].content, line: line, in: text)
            return List.Item(position: text.position(line), blocks: [.paragraph(words)])
        }
        return Match([.list(List(items: items))], next: next)
    }

    private func isPortLine(_ index: Int) -> Bool {
        let first = text.firstByte(index)
        guard first.isDecimalDigit || "TtUu".utf8.contains(first), !text.endsSentence(index) else { return false }
        let words = text.words(index, limit: Self.mostWords + 1)
        guard let first = words.first, words.count <= Self.mostWords else { return false }
        if isTransport(first) { return words.count > 1 && isPort(words[1]) }
        if isPort(first) { return words.count > 1 && isTransport(words[1]) }
        guard let joint = text.bytes[first].firstIndex(where: { "/:".utf8.contains($0) }) else { return false }
        let (left, right) = (first.lowerBound..<joint, joint + 1..<first.upperBound)
        return isPort(left) && isTransport(right) || isTransport(left) && isPort(right)
    }

    /// Longer lines are sentences.
    private static var mostWords: Int { 12 }

    /// `tcp`, `TCP/UDP`, `tcp,udp`.
    private func isTransport(_ word: Range<Int>) -> Bool {
        let parts = text.bytes[word].split { "/,+&".utf8.contains($0) }
        return 1...2 ~= parts.count
            && parts.allSatisfy { text.reads("tcp", $0.indices) || text.reads("udp", $0.indices) }
    }

    /// A number, a range of two, or several with commas between.
    private func isPort(_ word: Range<Int>) -> Bool {
        let numbers = text.bytes[word].split(omittingEmptySubsequences: true) { "-,".utf8.contains($0) }
        return !numbers.isEmpty && numbers.allSatisfy { $0.count <= 5 && $0.allSatisfy(\.isDecimalDigit) }
    }
}
