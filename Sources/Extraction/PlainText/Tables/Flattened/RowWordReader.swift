internal import RequirementModel

/// Reads lines as the words of which a flattened table's cells are made.
///
/// What stands between blanks is a word; a parenthesis is one as a whole, and so are `HTTPS: 443` and a name with a
/// placeholder of several words.
struct RowWordReader {
    private let text: SourceText
    private let lexer = Lexer()

    /// How far a parenthesis may reach to be one word, in bytes.
    private static let longestParenthesis = 400
    /// A line of at most so many words that ends with a colon names what follows.
    private static let longestLabel = 7
    /// The most words that are looked for side by side with themselves.
    private static let longestRepetition = 4

    /// A reader of lines of `text`.
    init(_ text: SourceText) { self.text = text }

    /// The words of line `index`.
    mutating func words(_ index: Int) -> [RowWord] {
        let content = text.lines[index].content
        lexer.reset()
        let lexed = lexer.read(RichText(String(decoding: text.bytes[content], as: UTF8.self)))
        let groups = groups(lexed.tokens)
        var words: [RowWord] = []
        words.reserveCapacity(groups.count)
        for (place, group) in groups.enumerated() {
            let start = lexer.tokens[group.lowerBound].range.lowerBound
            let end =
                place + 1 < groups.count ? lexer.tokens[groups[place + 1].lowerBound].range.lowerBound : content.count
            let range = Blanks.trim(content.lowerBound + start..<content.lowerBound + end, in: text.bytes)
            words.append(word(group, range, line: index, isFirst: place == 0))
            words[place].followsGap =
                place > 0 && !words[place - 1].endsSentence && text.hasGap(before: range.lowerBound)
        }
        joinAny(&words)
        settle(&words)
        for place in words.indices.dropFirst(2) { words[place].isRepetition = repeats(words, at: place) }
        return words
    }

    /// Whether at least two words before `place` stand there again: `appliance nodes appliance nodes`.
    private func repeats(_ words: [RowWord], at place: Int) -> Bool {
        (2...Self.longestRepetition).contains { length in
            place >= length && place + length <= words.count
                && (0..<length).allSatisfy { text.areAlike(words[place - length + $0].range, words[place + $0].range) }
        }
    }

    /// Line `index` as the one word that a cell on a line of its own is: of the kind of its words where they agree.
    mutating func cell(_ index: Int) -> RowWord {
        let words = words(index)
        let kinds = words.map(\.kind).filter { $0 != .connective && $0 != .parenthesis && $0 != .bullet }
        var first = kinds.first ?? words.first?.kind ?? .word
        // "Note:" on a line of its own is of the text around it.
        if first == .label { first = .word }
        let isPairs =
            kinds.contains(.number)
            && kinds.allSatisfy { [.number, .protocol, .transport, .protocolAndPort].contains($0) }
        return RowWord(
            range: text.lines[index].content, identity: 0, line: index, startsLine: true,
            kind: kinds.allSatisfy { $0 == first } ? first : isPairs ? .protocolAndPort : .word,
            startsLikeCell: words.first?.startsLikeCell ?? true,
            endsSentence: text.endsSentence(index), isListed: false)
    }

    /// Tokens that belong to one word.
    private func groups(_ tokens: Range<Int>) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var place = tokens.lowerBound
        while place < tokens.upperBound {
            var end = closing(of: place, before: tokens.upperBound) ?? place + 1
            while end < tokens.upperBound, continuesWord(end) { end += 1 }
            groups.append(place..<end)
            place = end
        }
        return groups
    }

    /// Whether the token at `place` stands close to the one before, or is the number after a colon.
    private func continuesWord(_ place: Int) -> Bool {
        let (token, before) = (lexer.tokens[place], lexer.tokens[place - 1])
        return token.gap == .none || before.kind == .colon && (token.kind == .number || token.kind == .star)
    }

    /// The end of the parenthesis that opens at token `place`.
    private func closing(of place: Int, before end: Int) -> Int? {
        guard lexer.tokens[place].kind == .open, lexer.bytes[lexer.tokens[place].range.lowerBound] == UInt8(ascii: "(")
        else { return nil }
        let start = lexer.tokens[place].range.lowerBound
        var depth = 0
        for place in place..<end {
            let token = lexer.tokens[place]
            if token.range.upperBound - start > Self.longestParenthesis { return nil }
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
            if depth == 0 { return place + 1 }
        }
        return nil
    }

    private func word(_ group: Range<Int>, _ range: Range<Int>, line: Int, isFirst: Bool) -> RowWord {
        let bytes = text.bytes[range]
        let last = lexer.tokens[group.upperBound - 1].kind
        let first = bytes.first { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") } ?? 0
        let isBullet = isFirst && ListMarker(text, line: line).map { !$0.isOrdered } == true
        var kind =
            isBullet
            ? .bullet : bytes.first == UInt8(ascii: "(") ? .parenthesis : RowWord.Kind(lexer.tokens[group], in: lexer)
        if last == .colon, kind == .any || first.isCapital && (kind == .word || kind == .camelCase) { kind = .label }
        let hint = kind == .word ? WordyHint.of(text.bytes, range) : nil
        return RowWord(
            range: range, identity: PhraseHash.word(bytes.lazy.map(ASCII.lowercased)), line: line, startsLine: isFirst,
            kind: kind, startsLikeCell: !first.isSmallLetter,
            endsSentence: bytes.last == UInt8(ascii: ".") || bytes.dropLast().last == UInt8(ascii: "."),
            isListed: last == .comma || last == .semicolon || last == .slash,
            leadsOn: hint == .determiner || (hint == .leading || hint == .article) && first.isSmallLetter)
    }

    /// Makes one word of `All protocols` and `any port`.
    private func joinAny(_ words: inout [RowWord]) {
        for place in words.indices.dropLast().reversed()
        where words[place].kind == .any && words[place].range.count > 1
            && text.namesWhatCanBeAny(words[place + 1].range)
        {
            let noun = words.remove(at: place + 1)
            words[place].range = words[place].range.lowerBound..<noun.range.upperBound
            words[place].isListed = noun.isListed
            words[place].endsSentence = noun.endsSentence
            words[place].startsLikeCell = true
        }
    }

    /// Mends what a word alone does not tell: `Any node` is no *any*, `80 - 90` is a range, a short line before a colon
    /// is a label, and `Transmission Control Protocol (TCP)` is a protocol from its first word on.
    private func settle(_ words: inout [RowWord]) {
        for place in words.indices {
            let next = place + 1 < words.count ? words[place + 1] : nil
            switch words[place].kind {
            case .any where words[place].range.count > 1 && next.map { !$0.startsLikeCell && $0.kind != .any } == true:
                words[place].kind = .word
            case .none where words[place].startsLikeWord(in: text) && next.map { !$0.startsLikeCell } == true:
                words[place].kind = .word
            case .number where place > 0 && text.pointsToNotes(words[place - 1].range):
                words[place - 1].kind = .parenthesis
                words[place].kind = .parenthesis
            case .number where isYear(at: place, in: words):
                words[place].kind = .word
            case .number where place > 0 && text.namesPorts(words[place - 1].range):
                words[place].kind = .portMention
                if words[place - 1].kind == .word { words[place - 1].kind = .portMention }
            case .none where place > 0 && words[place - 1].kind == .number && next?.kind == .number:
                words[place].kind = .connective
            case .word where place > 0 && words[place - 1].kind == .number && next?.kind == .number:
                if text.reads("to", words[place].range) { words[place].kind = .connective }
            case .parenthesis
            where place > 0 && text.namesPorts(words[place - 1].range) && text.holdsDigit(words[place].range):
                nameDefaultPort(&words, at: place)
            case .parenthesis where place >= 3 && explains(words[place], words[(place - 3)..<place]):
                for spoken in place - 3...place { words[spoken].kind = .transport }
            default: continue
            }
        }
        guard let last = words.last, words.count <= Self.longestLabel, text.bytes[last.range].last == UInt8(ascii: ":"),
            words[0].startsLikeCell
        else { return }
        for place in words.indices where words[place].kind != .host { words[place].kind = .label }
    }

    /// `Mail Server 2019 Edge`: a year in the name of a product, where the line has another number for its port.
    private func isYear(at place: Int, in words: [RowWord]) -> Bool {
        let digits = text.bytes[words[place].range]
        guard place > 0, place + 1 < words.count, digits.count == 4,
            digits.starts(with: "199".utf8) || digits.starts(with: "200".utf8) || digits.starts(with: "201".utf8)
                || digits.starts(with: "202".utf8),
            [words[place - 1], words[place + 1]].allSatisfy({ $0.kind == .word && $0.startsLikeCell })
        else { return false }
        return words.enumerated().contains {
            $0 != place && ($1.kind == .number || $1.kind == .portMention || $1.kind == .protocolAndPort)
        }
    }

    /// `Console port (default 9600)`: a port that is given by its name and its number.
    private func nameDefaultPort(_ words: inout [RowWord], at place: Int) {
        words[place].kind = .number
        words[place - 1].kind = .portMention
        if place > 1, words[place - 2].startsLikeCell, [.word, .camelCase].contains(words[place - 2].kind) {
            words[place - 2].kind = .portMention
        }
    }

    /// Whether `parenthesis` is a transport's initials and `words` are what they stand for.
    private func explains(_ parenthesis: RowWord, _ words: ArraySlice<RowWord>) -> Bool {
        let initials = text.bytes[parenthesis.range].dropFirst().prefix(3)
        return (initials.elementsEqual("TCP".utf8) || initials.elementsEqual("UDP".utf8))
            && zip(initials, words).allSatisfy { text.bytes[$1.range.lowerBound] == $0 }
    }
}

extension RowWord {
    /// Whether it begins with a letter: `None`, not `-`.
    fileprivate func startsLikeWord(in text: SourceText) -> Bool { text.bytes[range.lowerBound].isWordLetter }
}

extension SourceText {
    /// Whether `range` is the word *port* or *ports*.
    fileprivate func namesPorts(_ range: Range<Int>) -> Bool { reads("port", range) || reads("ports", range) }

    /// Whether `range` is the word before a footnote's number: `443 Note 2`.
    fileprivate func pointsToNotes(_ range: Range<Int>) -> Bool { reads("note", range) || reads("footnote", range) }

    /// Whether `range` is a word for ports or protocols, which *all* may stand before.
    fileprivate func namesWhatCanBeAny(_ range: Range<Int>) -> Bool {
        namesPorts(range) || reads("protocols", range) || reads("protocol", range)
    }

    fileprivate func holdsDigit(_ range: Range<Int>) -> Bool { bytes[range].contains(where: \.isDecimalDigit) }

    /// Whether `range` is `word`, whatever its case.
    func reads(_ word: String, _ range: Range<Int>) -> Bool {
        range.count == word.utf8.count && zip(bytes[range], word.utf8).allSatisfy { ASCII.lowercased($0) == $1 }
    }

    /// Whether the words in two ranges differ in case at most.
    fileprivate func areAlike(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { ASCII.lowercased(bytes[$0]) == ASCII.lowercased(bytes[$1]) }
    }

    /// Whether two or three blanks stand before `offset`: one on each side of an empty cell, or of two.
    fileprivate func hasGap(before offset: Int) -> Bool {
        var start = offset
        while start > 0, offset - start < 4, bytes[start - 1] == ASCII.space { start -= 1 }
        return 2...3 ~= offset - start
    }
}
