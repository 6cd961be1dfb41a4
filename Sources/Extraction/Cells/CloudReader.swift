internal import RequirementModel

/// Finds the clouds that words name.
///
/// The names are those of Microsoft Learn through the years: Azure Global, Azure Government (Fairfax), Azure operated by
/// 21Vianet (Mooncake, Azure China).
struct CloudReader {
    let lexer: Lexer

    /// How freely a text may name a cloud.
    enum Strictness {
        /// The text is a label (heading, tab, column, cell): a bare "Global" or "Public" is a cloud.
        case label
        /// Running text: only a whole name counts.
        case prose
        /// A purpose: only "in CLOUD" counts.
        case purpose
    }

    /// Whether a text whose tokens say this can name a cloud.
    static func mayName(_ summary: TokenSummary) -> Bool { summary.says(telling) || summary.has(.tag) }

    /// What a word means without which nothing names a cloud but a tag that stands alone.
    static let telling: WordSenses = [.vianet, .china, .government, .global, .azure]

    /// The clouds named in `range` of the tokens, each once, in order.
    func clouds(in range: Range<Int>, _ strictness: Strictness) -> [Cloud] {
        var clouds: [Cloud] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard lexer.tokens[index].means(Self.telling) || range.count == 1,
                let (cloud, start, end) = name(at: index, in: range, strictness)
            else {
                index += 1
                continue
            }
            if strictness != .purpose || isWithin(start, range), !clouds.contains(cloud) { clouds.append(cloud) }
            index = end
        }
        return clouds
    }

    /// The cloud, when all that `range` says is its name.
    func onlyCloud(in range: Range<Int>) -> Cloud? {
        let clouds = clouds(in: range, .label)
        guard clouds.count == 1 else { return nil }
        let isOnlyName = range.allSatisfy { index in
            let token = lexer.tokens[index]
            return token.kind != .word
                || token.means([
                    .azure, .cloud, .global, .government, .unitedStates, .china, .vianet, .operated, .over, .within,
                    .article,
                    .purpose, .only,
                ]) || isMaker(token) || isBy(token)
        }
        return isOnlyName ? clouds[0] : nil
    }

    private func isWithin(_ start: Int, _ range: Range<Int>) -> Bool {
        var before = start - 1
        while before >= range.lowerBound, lexer.tokens[before].means(.article) { before -= 1 }
        return before >= range.lowerBound && lexer.tokens[before].means(.within)
    }

    private func isMaker(_ token: Token) -> Bool { Self.makers.contains(lexer.bytes, token.range) }
    private func isBy(_ token: Token) -> Bool { Self.by.contains(lexer.bytes, token.range) }

    private static let makers: WordSet = ["microsoft", "platform"]
    private static let by: WordSet = ["by", "in"]

    /// The cloud whose name begins at `index` or has its telling word there: which, from where, to where.
    private func name(at index: Int, in range: Range<Int>, _ strictness: Strictness) -> (Cloud, Int, Int)? {
        let token = lexer.tokens[index]
        if token.kind == .tag, strictness == .label, range.count == 1 {
            return Self.cliNames.value(of: lexer.bytes, token.range).map { ($0, index, index + 1) }
        }
        guard token.kind == .word, token.means(Self.telling) else { return nil }
        let before = index > range.lowerBound ? lexer.tokens[index - 1] : nil
        let after = index + 1 < range.upperBound ? lexer.tokens[index + 1] : nil
        if token.means(.vianet) { return (.china, nameStart(of: index, range), index + 1) }
        if token.means(.china) {
            let isCloud = before?.means(.azure) == true || after?.means(.cloud) == true || isAloneIn(range, strictness)
            return isCloud ? (.china, nameStart(of: index, range), index + 1) : nil
        }
        if token.means(.government) {
            let isCloud =
                before?.means([.azure, .unitedStates]) == true || after?.means(.cloud) == true
                || isOneWordName(token) || isAloneIn(range, strictness)
            return isCloud ? (.usGovernment, nameStart(of: index, range), index + 1) : nil
        }
        if token.means(.global) {
            let isAzures =
                before?.means(.azure) == true || (after?.means(.azure) == true && followsCloud(index + 1, range))
            let isCloud =
                isAzures || (after?.means(.cloud) == true && strictness != .prose) || isAloneIn(range, strictness)
            return isCloud ? (.global, nameStart(of: index, range), index + 1) : nil
        }
        if token.means(.azure), after?.means(.cloud) == true, strictness == .label,
            !followed(by: [.china, .government], index + 2, range), !isProduct(index + 2, range)
        {
            return (.global, index, index + 2)
        }
        return nil
    }

    private static let cliNames = WordTable(
        Cloud.allCases.map { (word: $0.rawValue.lowercased(), value: $0) })

    /// `Fairfax` says it alone.
    private func isOneWordName(_ token: Token) -> Bool {
        Self.oneWordNames.contains(lexer.bytes, token.range)
    }

    private static let oneWordNames: WordSet = ["fairfax", "usgov"]

    private func isAloneIn(_ range: Range<Int>, _ strictness: Strictness) -> Bool {
        strictness == .label
            && range.allSatisfy { index in
                lexer.tokens[index].kind != .word
                    || lexer.tokens[index].means([
                        .global, .cloud, .azure, .government, .china, .unitedStates, .article,
                    ])
                    || isMaker(lexer.tokens[index])
            }
    }

    /// "Azure Cloud HSM" is a product: a capitalised word of its own follows.
    private func isProduct(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index < range.upperBound else { return false }
        let token = lexer.tokens[index]
        return token.kind == .word && token.senses.isEmpty && token.protocolIndex < 0 && !isMaker(token)
            && ASCII.isUppercase(lexer.bytes[Int(token.start)])
    }

    private func followsCloud(_ index: Int, _ range: Range<Int>) -> Bool { followed(by: .cloud, index + 1, range) }

    private func followed(by sense: WordSenses, _ index: Int, _ range: Range<Int>) -> Bool {
        index < range.upperBound && lexer.tokens[index].means(sense)
    }

    /// Where the name begins: `Microsoft Azure operated by 21Vianet` at `Microsoft`.
    private func nameStart(of index: Int, _ range: Range<Int>) -> Int {
        var start = index
        while start > range.lowerBound {
            let before = lexer.tokens[start - 1]
            guard
                before.means([.azure, .operated, .unitedStates, .cloud]) || isMaker(before)
                    || (isBy(before) && before.means(.over))
                    || (before.means(.purpose) && start - 1 > range.lowerBound
                        && lexer.tokens[start - 2].means(.azure))
            else { break }
            start -= 1
        }
        return start
    }
}

extension CloudReader {
    /// The cloud that labels a cell: "Azure China: container registry", or all that the cell says.
    func leadingCloud(in range: Range<Int>) -> Cloud? {
        let colon = range.first { lexer.tokens[$0].kind == .colon || lexer.tokens[$0].kind == .dash }
        return onlyCloud(in: range.lowerBound..<(colon ?? range.upperBound))
    }
}
