internal import RequirementModel

extension BlockScanner {
    /// Lines that are items by what they hold alone: terms, ports, or labels with their values.
    func listWithoutBullets(at index: Int, end: Int) -> Match? {
        terms(at: index, end: end) ?? portLines(at: index, end: end) ?? labelLines(at: index, end: end)
    }

    /// Lines that begin with a transport and a port each, `TCP 22 SSH` or `53/udp names`: a list without bullets.
    private func portLines(at index: Int, end: Int) -> Match? {
        let isAnnounced = index > 0 && text.lastByte(index - 1) == UInt8(ascii: ":")
        let isFirst = text.lines[index].followsBlank || profile.wrapColumn == nil && isBelowTitle(index)
        guard isAnnounced || isFirst else { return nil }
        var next = index
        while next < end, next == index || !text.lines[next].followsBlank, isPortLine(next) { next += 1 }
        guard next - index > (isAnnounced ? 0 : 1), next == end || text.lines[next].followsBlank else { return nil }
        return items(index..<next)
    }

    /// Lines of a label and its value each, `Port: 443`, whose labels are the words that stand over columns elsewhere.
    private func labelLines(at index: Int, end: Int) -> Match? {
        // Only the first of them can begin the list, so that none is looked at again for each before it.
        guard text.lines[index].followsBlank || labelRole(index - 1) == nil else { return nil }
        var roles: [ColumnRole] = []
        var next = index
        while next < end, next == index || !text.lines[next].followsBlank, let role = labelRole(next) {
            roles.append(role)
            next += 1
        }
        let isWhole = next == end || text.lines[next].followsBlank
        let isAboutTheNetwork = roles.contains(.port) || roles.contains(.protocolAndPort)
        let areFields = roles.count > 1 && isAboutTheNetwork && Set(roles).count > 1
        return isWhole && (areFields || next == index + 1 && isPortLabel(index)) ? items(index..<next) : nil
    }

    /// Whether line `index` is `TCP ports: 80, 443`, a label of ports and nothing but these.
    func isPortLabel(_ index: Int) -> Bool {
        guard text.firstByte(index).isCapital, text.lastByte(index).isDecimalDigit,
            let role = labelRole(index), [.port, .tcpPort, .udpPort].contains(role)
        else { return false }
        return text.content(index).drop { $0 != UInt8(ascii: ":") }.allSatisfy {
            $0.isDecimalDigit || ": ,-".utf8.contains($0)
        }
    }

    /// A list of which each of `lines` is an item.
    private func items(_ lines: Range<Int>) -> Match {
        let items = lines.map { line in
            let words = TextAssembly.text(of: text.lines[line].content, line: line, in: text)
            return List.Item(position: text.position(line), blocks: [.paragraph(words)])
        }
        return Match([.list(List(items: items))], next: lines.upperBound)
    }

    /// What the label says that line `index` begins with, if a value follows it.
    private func labelRole(_ index: Int) -> ColumnRole? {
        let content = text.lines[index].content
        guard text.firstByte(index).isCapital, content.count <= Self.longestField,
            let colon = text.bytes[content].prefix(Self.longestLabel).firstIndex(of: UInt8(ascii: ":")),
            colon + 2 < content.upperBound, Blanks.length(in: text.bytes, at: colon + 1, end: content.upperBound) > 0
        else { return nil }
        return HeaderVocabulary.role(ofNothingBut: text.bytes, content.lowerBound..<colon)
    }

    /// A longer line is no label with its value, and a longer label none.
    private static let longestField = 400
    private static let longestLabel = 40

    /// Whether the line above is the only one before line `index` in its block, and none of the list.
    private func isBelowTitle(_ index: Int) -> Bool {
        (index == 1 || text.lines[index - 1].followsBlank) && !isPortLine(index - 1)
    }

    private func isPortLine(_ index: Int) -> Bool {
        !text.endsSentence(index) && beginsWithPort(text.lines[index].content)
    }

    /// Whether `range`, of a few words, begins with a transport and a port.
    func beginsWithPort(_ range: Range<Int>) -> Bool {
        guard let first = text.bytes[range].first, first.isDecimalDigit || "TtUu".utf8.contains(first) else {
            return false
        }
        let words = text.words(in: range, limit: Self.mostWords + 1)
        guard let first = words.first, words.count <= Self.mostWords else { return false }
        if isTransport(first) { return words.count > 1 && isPort(words[1]) }
        if isPort(first) { return words.count > 1 && isTransport(words[1]) }
        guard let joint = text.bytes[first].firstIndex(where: { "/:".utf8.contains($0) }) else { return false }
        let (left, right) = (first.lowerBound..<joint, joint + 1..<first.upperBound)
        return isPort(left) && isTransport(right) || isTransport(left) && isPort(right)
    }

    /// Longer lines are sentences.
    private static let mostWords = 12

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
