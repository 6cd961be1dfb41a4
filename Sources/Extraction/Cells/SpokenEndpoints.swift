internal import RequirementModel

/// Endpoints in words: service tags by their spoken names, *anywhere*, and things that the reader must resolve.
extension EndpointReader {
    /// A phrase without a name or address: a spelled-out tag, an identifier, a placeholder, "any".
    func wordMention(_ phrase: PhraseSplitter.Phrase) -> Mention {
        var mention = Mention(joint: phrase.joint)
        let (label, rest) = label(of: phrase.tokens)
        let core = withoutPort(rest)
        guard !core.isEmpty else {
            mention.services = ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: rest)
            return mention
        }
        var destination: Destination?
        if let tag = spokenTag(core, isLabelled: label) {
            destination = Destination(.serviceTag(tag))
            mention.isAddress = true
        } else if isAnywhere(core) {
            destination = Destination(.any)
            mention.isAddress = true
        } else if core.count == 1, let name = doubtfulName(at: core.lowerBound) {
            destination = name
            mention.isAddress = true
        } else if isIdentifier(core) {
            destination = Destination(.named(name(core)))
        } else if label {
            destination = Destination(.named(words(core)))
        }
        guard var destination else { return mention }
        destination.services = ServiceReader(lexer: lexer, takesBareNumbers: true).services(
            in: core.upperBound..<rest.upperBound)
        apply(phrase.remarks, to: &destination)
        mention.destination = destination
        return mention
    }

    /// `ServiceTag - X` and `Regional CIDRs - X` name X; whether there was such a label, and what stands behind it.
    private func label(of range: Range<Int>) -> (Bool, Range<Int>) {
        let marks = range.filter { [.dash, .colon].contains(lexer.tokens[$0].kind) }
        guard
            let dash = marks.last(where: { mark in
                mark > range.lowerBound && mark + 1 < range.upperBound && lexer.tokens[mark + 1].kind != .number
            })
        else { return (false, range) }
        let rest = dash + 1..<range.upperBound
        let before = range.lowerBound..<dash
        if isTagLabel(before) { return (true, rest) }
        return isIdentifier(withoutPort(rest)) ? (true, rest) : (false, range)
    }

    private func isTagLabel(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        if lexer.tokens[last].means(.tagLabel) { return true }
        return range.count >= 2 && lexer.tokens[last].means(.endpointNoun)
            && lexer.isWord(last, among: Self.tagWords)
    }

    private static let tagWords: WordSet = ["tag", "tags"]

    /// The phrase without a port or protocol at its end: `RegionCIDRs:1194`.
    func withoutPort(_ range: Range<Int>) -> Range<Int> {
        // "Subnet: all ports"
        if range.count > 3, lexer.tokens[range.upperBound - 3].kind == .colon,
            lexer.tokens[range.upperBound - 2].means(.any), lexer.tokens[range.upperBound - 1].means(.portNoun)
        {
            return range.lowerBound..<range.upperBound - 3
        }
        // "Subnet:custom"
        if range.count > 2, lexer.tokens[range.upperBound - 2].kind == .colon, leavesPortOpen(range.upperBound - 1) {
            return range.lowerBound..<range.upperBound - 2
        }
        var end = range.upperBound
        while end > range.lowerBound {
            let token = lexer.tokens[end - 1]
            guard token.kind == .number || [.colon, .comma, .period, .dash].contains(token.kind) else { break }
            if token.kind == .number, end - 2 >= range.lowerBound, lexer.tokens[end - 2].kind == .word,
                lexer.tokens[end - 2].protocolIndex < 0, !lexer.tokens[end - 2].means(.portNoun), token.gap == .space
            {
                // "Node 1" ends in a number that is no port.
                break
            }
            end -= 1
        }
        return range.lowerBound..<end
    }

    private func leavesPortOpen(_ index: Int) -> Bool {
        lexer.tokens[index].means([.varies, .any]) || lexer.isWord(index, "custom")
    }

    private func spokenTag(_ range: Range<Int>, isLabelled: Bool) -> String? {
        guard let first = range.first, let last = range.last else { return nil }
        let stretch = Int(lexer.tokens[first].start)..<Int(lexer.tokens[last].end)
        if range.count == 1, lexer.tokens[first].senses.contains(.plainTag),
            convention.takesPlainTags || convention.isSecurityRule || isLabelled
        {
            return lexer.tags.tag(in: lexer.bytes, stretch)?.name
        }
        if let tag = lexer.tags.tag(spokenIn: lexer.bytes, stretch) { return tag }
        guard convention.isSecurityRule || isLabelled else { return nil }
        return lexer.tags.tag(spokenInRule: lexer.bytes, stretch)
    }

    private func isAnywhere(_ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count <= 2 else { return false }
        if range.count == 1 {
            return lexer.tokens[first].means(.any)
                || (lexer.tokens[first].means(.internet) && !convention.isSecurityRule)
        }
        return lexer.tokens[first].means(.any)
            && lexer.isWord(first + 1, among: Self.everything)
    }

    private static let everything: WordSet = [
        "destination", "destinations", "source", "sources", "address", "addresses", "ip", "ips", "host", "hosts",
        "where", "internet",
    ]

    /// One word that stands for a thing: marked up alone, a placeholder, or written with capitals inside.
    private func isIdentifier(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        if range.count == 1 {
            let token = lexer.tokens[first]
            if token.kind == .placeholder { return true }
            guard token.kind == .word, token.senses.isEmpty, token.protocolIndex < 0 else { return false }
            if hasInnerCapital(token.range) || lexer.bytes[token.range].contains(UInt8(ascii: "_")) { return true }
        }
        return range.count <= 6 && lexer.isOneMark(range, of: lexed)
            && range.allSatisfy { lexer.tokens[$0].kind == .word || lexer.tokens[$0].kind == .dash }
    }

    private func hasInnerCapital(_ range: Range<Int>) -> Bool {
        var lower = false
        for position in range {
            let byte = lexer.bytes[position]
            if lower, ASCII.isUppercase(byte) { return true }
            if ASCII.isLetter(byte), !ASCII.isUppercase(byte) { lower = true }
        }
        return false
    }

    private func name(_ range: Range<Int>) -> String {
        guard let first = range.first, range.count == 1, lexer.tokens[first].kind == .placeholder else {
            return words(range)
        }
        var writer = NameWriter()
        writer.append(lexer.bytes, lexer.tokens[first].range)
        return writer.text
    }

    func words(_ range: Range<Int>) -> String { lexer.words(ofTokens: range, of: lexed) }
}
