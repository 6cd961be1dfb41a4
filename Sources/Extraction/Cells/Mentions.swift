internal import RequirementModel

/// Phrases of a cell: the name, tag or address in each, with what is said of it alone.
extension EndpointReader {
    /// What one phrase names.
    struct Mention {
        var destination: Destination?
        /// How it is joined to what stands before it.
        var joint: PhraseSplitter.Joint
        /// Whether it is a name, tag or address, not words.
        var isAddress = false
        /// Protocols and ports that stand alone in the phrase.
        var services: [Service] = []
    }

    /// Appends what `phrase` names, each name with what is said before and behind it.
    func readMentions(_ phrase: PhraseSplitter.Phrase, into mentions: inout [Mention]) {
        guard var next = endpoint(from: phrase.tokens.lowerBound, phrase) else {
            mentions.append(wordMention(phrase))
            return
        }
        var isFirst = true
        while next < phrase.tokens.upperBound {
            let index = next
            var end = endpoint(from: index + 1, phrase) ?? phrase.tokens.upperBound
            let ends = addressRange(from: index, to: end, phrase)
            if ends != nil { end = endpoint(from: end + 1, phrase) ?? phrase.tokens.upperBound }
            next = end
            defer { isFirst = false }
            guard var destination = ends ?? destination(at: index) else { continue }
            let services =
                isCount(index + 1..<end)
                ? [] : ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: index + 1..<end)
            if !services.isEmpty { destination.services = Service.product(destination.services, services) }
            if let before = servicesBefore(index, phrase, isFirst: isFirst), destination.services.isEmpty {
                destination.services = before
            }
            if end == phrase.tokens.upperBound { apply(phrase.remarks, to: &destination) }
            mentions.append(
                Mention(destination: destination, joint: isFirst ? phrase.joint : .space, isAddress: true))
        }
        // "`a.example` (plus `b.example`)" names both.
        for remark in phrase.remarks where remark.first.map({ lexer.tokens[$0].means(.and) }) == true {
            for index in remark where lexer.tokens[index].kind == .host || lexer.tokens[index].kind == .address {
                if let further = destination(at: index) {
                    mentions.append(Mention(destination: further, joint: .and, isAddress: true))
                }
            }
        }
    }

    /// "203.0.113.8 to 203.0.113.15", "203.0.113.8 - 203.0.113.15": the range whose ends the tokens at `low` and `high` are.
    private func addressRange(from low: Int, to high: Int, _ phrase: PhraseSplitter.Phrase) -> Destination? {
        guard high == low + 2, high < phrase.tokens.upperBound, lexer.tokens[low].kind == .address,
            lexer.tokens[high].kind == .address, lexer.isWord(low + 1, "to") || lexer.tokens[low + 1].kind == .dash,
            let first = IPAddress.single(lexer.bytes, lexer.tokens[low].range),
            let last = IPAddress.single(lexer.bytes, lexer.tokens[high].range)
        else { return nil }
        return Destination(.cidr("\(first)-\(last)"))
    }

    /// "a.example 3": behind a blank so small a number is a count or a footnote, as likely as a port.
    private func isCount(_ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count == 1 else { return false }
        let token = lexer.tokens[first]
        return token.kind == .number && token.gap == .space && token.high < 20
    }

    /// The first token from `start` on that is a name, tag or address.
    private func endpoint(from start: Int, _ phrase: PhraseSplitter.Phrase) -> Int? {
        (start..<phrase.tokens.upperBound).first { lexer.tokens[$0].isEndpoint && !isPlainUse($0, phrase) }
    }

    /// "TCP 443 outbound to *.example.com": what stands before the name says its port.
    private func servicesBefore(_ index: Int, _ phrase: PhraseSplitter.Phrase, isFirst: Bool) -> [Service]? {
        guard isFirst, index > phrase.tokens.lowerBound else { return nil }
        let services = ServiceReader(lexer: lexer, takesBareNumbers: false).services(
            in: phrase.tokens.lowerBound..<index)
        return services.sayPorts ? services : nil
    }

    /// A star among words is a footnote or a wildcard in some pattern, not "anywhere".
    private func isPlainUse(_ index: Int, _ phrase: PhraseSplitter.Phrase) -> Bool {
        guard lexer.tokens[index].kind == .star else { return false }
        // "*:443 for updates"
        if index + 2 < phrase.tokens.upperBound, lexer.tokens[index + 1].kind == .colon,
            lexer.tokens[index + 2].kind == .number
        {
            return false
        }
        return phrase.tokens.contains { other in
            let token = lexer.tokens[other]
            return other != index
                && ((token.kind == .word && !token.means([.or, .and])) || token.namesPlace)
                && token.protocolIndex < 0
        }
    }

    // MARK: Remarks

    /// Applies what stands in parentheses behind a name; whether it was of a kind that says something about the place.
    @discardableResult
    func apply(_ remarks: [Range<Int>], to destination: inout Destination) -> Bool {
        var isApplied = false
        for remark in remarks where !remark.isEmpty {
            let clouds = CloudReader(lexer: lexer).clouds(in: remark, .label)
            if !clouds.isEmpty {
                destination.clouds = clouds
                isApplied = true
            } else if remark.allSatisfy({ lexer.tokens[$0].means([.optional, .recommended]) }) {
                isApplied = true
            } else if ConditionReader(lexer: lexer).isCondition(remark) {
                destination.condition = words(remark)
                isApplied = true
            } else if destination.services.allSatisfy({ $0.port == nil }) {
                let services = ServiceReader(lexer: lexer, takesBareNumbers: isOnlyServices(remark)).services(
                    in: remark)
                if services.sayPorts || (services.sayProtocols && isOnlyServices(remark)) {
                    destination.services = Service.product(destination.services, services)
                    isApplied = true
                }
            }
        }
        return isApplied
    }

    private func isOnlyServices(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            let token = lexer.tokens[index]
            return token.kind != .word || token.protocolIndex >= 0 || token.means([.portNoun, .and, .or])
        }
    }
}
