/// The words of a line as a flattened table's cells are made of them.
extension SourceText {
    /// How far a parenthesis may reach to be one word.
    private static let longestParenthesis = 400

    /// The words of line `index`: a parenthesis is one word, and so is `HTTPS: 443`.
    func rowWords(_ index: Int) -> [RowWord] {
        let content = lines[index].content
        var words: [RowWord] = []
        var rest = content.lowerBound
        while rest < content.upperBound {
            let blank = Blanks.length(in: bytes, at: rest, end: content.upperBound)
            if blank > 0 {
                rest += blank
                continue
            }
            let range = rest..<wordEnd(rest, end: content.upperBound)
            rest = range.upperBound
            append(range, line: index, to: &words)
        }
        if words.count <= 7, bytes[content.upperBound - 1] == UInt8(ascii: ":"), bytes[content.lowerBound].isCapital {
            for place in words.indices where words[place].kind != .host { words[place].kind = .label }
        }
        settle(&words)
        return words
    }

    /// Line `index` as the one word that a cell on a line of its own is: of the kind of its words where they agree.
    func cellWord(_ index: Int) -> RowWord {
        let words = rowWords(index)
        let kinds = words.map(\.kind).filter { $0 != .connective && $0 != .parenthesis && $0 != .bullet }
        let first = kinds.first ?? words.first?.kind ?? .word
        return RowWord(
            range: lines[index].content, line: index, startsLine: true,
            kind: kinds.allSatisfy { $0 == first } ? first : .word,
            startsLikeCell: words.first?.startsLikeCell ?? true, endsSentence: endsSentence(index), isListed: false)
    }

    /// Mends what a word alone does not tell: `Any node` is no *any*, and `Transmission Control Protocol (TCP)` is a
    /// protocol from its first word on.
    private func settle(_ words: inout [RowWord]) {
        for place in words.indices {
            if words[place].kind == .any, place + 1 < words.count, bytes[words[place].range].count > 1,
                bytes[words[place + 1].range.lowerBound].isSmallLetter
            {
                words[place].kind = .word
            }
            if words[place].kind == .none, place > 0, place + 1 < words.count, words[place - 1].kind == .number,
                words[place + 1].kind == .number
            {
                words[place].kind = .connective
            }
            guard place >= 3, words[place].kind == .parenthesis else { continue }
            let short = WordClassifier.core(of: bytes[words[place].range])
            guard short.elementsEqual("TCP".utf8) || short.elementsEqual("UDP".utf8),
                zip(short, words[(place - 3)..<place]).allSatisfy({ bytes[$1.range.lowerBound] == $0 })
            else { continue }
            for spoken in place - 3...place { words[spoken].kind = .protocol }
        }
    }

    /// Where the word at `start` ends: at a blank, or with the parenthesis that it opens.
    private func wordEnd(_ start: Int, end: Int) -> Int {
        let limit = min(end, start + Self.longestParenthesis)
        if bytes[start] == UInt8(ascii: "(") {
            var depth = 0
            for place in start..<limit {
                if bytes[place] == UInt8(ascii: "(") { depth += 1 }
                if bytes[place] == UInt8(ascii: ")") { depth -= 1 }
                if depth == 0 {
                    return wordEnd(afterParenthesis: place + 1, end: end)
                }
            }
        }
        return wordEnd(afterParenthesis: start, end: end)
    }

    private func wordEnd(afterParenthesis start: Int, end: Int) -> Int {
        var place = start
        while place < end, Blanks.length(in: bytes, at: place, end: end) == 0 { place += 1 }
        return place
    }

    private func append(_ range: Range<Int>, line: Int, to words: inout [RowWord]) {
        let word = bytes[range]
        let isParenthesis = word.first == UInt8(ascii: "(")
        let isBullet = words.isEmpty && ListMarker(self, line: line).map { !$0.isOrdered } == true
        var kind = isBullet ? RowWord.Kind.bullet : isParenthesis ? .parenthesis : WordClassifier.kind(of: word)
        let last = word.last
        if kind == .number || kind == .any, let before = words.last, before.line == line,
            bytes[before.range.upperBound - 1] == UInt8(ascii: ":"), before.kind != .parenthesis
        {
            words[words.count - 1].range = before.range.lowerBound..<range.upperBound
            words[words.count - 1].kind = before.kind == .protocol ? .protocolAndPort : .host
            return
        }
        let mayName = kind == .any || word[range.lowerBound].isCapital && (kind == .word || kind == .camelCase)
        if last == UInt8(ascii: ":"), mayName { kind = .label }
        let first = word.first { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") } ?? 0
        words.append(
            RowWord(
                range: range, line: line, startsLine: words.isEmpty, kind: kind, startsLikeCell: !first.isSmallLetter,
                endsSentence: last == UInt8(ascii: ".") || word.dropLast().last == UInt8(ascii: "."),
                isListed: last == UInt8(ascii: ",") || last == UInt8(ascii: "/")))
    }
}
