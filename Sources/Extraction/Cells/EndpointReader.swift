internal import RequirementModel

/// Reads the places that a cell or item names: names, addresses, tags, with their ports, paths, clouds and conditions.
struct EndpointReader {
    let lexer: Lexer
    let lexed: Lexed
    var convention = Convention()

    /// What the place of the text says about how to read it.
    struct Convention {
        /// Whether words that are no name or address are a named thing: so in a column of destinations or sources.
        var takesNamedThings = true
        /// Whether words of plain language are service tags: `Storage` in a column of tags.
        var takesPlainTags = false
        /// Whether a word that may be a file's name as well is a host's: so among other hosts.
        var takesDoubtfulNames = false
        /// Whether the text stands in a security rule, where `Internet` and `Virtual Network` are service tags.
        var isSecurityRule = false
    }

    /// What a text names.
    struct Places {
        /// The places in order.
        var destinations: [Destination] = []
        /// Whether any of them is a name, tag or address, not words.
        var hasAddress = false
        /// A cloud that stands in the text and holds for what is read with it.
        var clouds: [Cloud] = []
    }

    /// The places named in `range` of the tokens.
    func places(in range: Range<Int>) -> Places {
        if let destination = onlyName(in: range) { return Places(destinations: [destination], hasAddress: true) }
        var places = Places()
        var group = 1
        var clouds: [Cloud] = []
        let lines = lines(of: range)
        if convention.takesNamedThings, lines.count > 1, lines.contains(where: isSentence),
            !lines.contains(where: namesAddress)
        {
            return Places(destinations: named(range, []).map { [$0] } ?? [])
        }
        for line in lines {
            if var destination = onlyName(in: line) {
                destination.alternative = group
                destination.clouds = clouds
                places.destinations.append(destination)
                places.hasAddress = true
                continue
            }
            if let cloud = cloudLabel(line) {
                clouds = [cloud]
                continue
            }
            let phrases = PhraseSplitter(lexer: lexer).phrases(of: line)
            let mentions = phrases.flatMap { readMentions($0) }
            if mentions.contains(where: \.isAddress)
                || mentions.allSatisfy({ !$0.destinations.isEmpty }) && !mentions.isEmpty
            {
                let joinsWithOr = usesOr(mentions)
                for (index, mention) in mentions.enumerated() where !mention.destinations.isEmpty {
                    if mention.joint == .or || (joinsWithOr && index > 0 && mention.joint == .comma),
                        !places.destinations.isEmpty
                    {
                        group += 1
                    }
                    for var destination in mention.destinations {
                        destination.alternative = group
                        if destination.clouds.isEmpty { destination.clouds = clouds }
                        places.destinations.append(destination)
                    }
                    places.hasAddress = places.hasAddress || mention.isAddress
                }
                attachStrayServices(mentions, to: &places)
            } else if convention.takesNamedThings, let named = named(line, phrases) {
                if phrases.first?.joint == .or, !places.destinations.isEmpty { group += 1 }
                var destination = named
                destination.alternative = group
                if destination.clouds.isEmpty { destination.clouds = clouds }
                places.destinations.append(destination)
            }
        }
        return places
    }

    /// The place of a text or line that is one name or address and nothing else, as most are.
    private func onlyName(in range: Range<Int>) -> Destination? {
        guard range.count == 1 else { return nil }
        switch lexer.tokens[range.lowerBound].kind {
        case .host, .url, .address: return destination(at: range.lowerBound)
        case .opaque:
            let name = lexer.tokens[range.lowerBound].range
            guard convention.takesDoubtfulNames, HostName.mayBeHost(lexer.bytes.span, name) else { return nil }
            return Destination(.fqdn(HostName.normalForm(lexer.bytes, name, emphasised: [])))
        default: return nil
        }
    }

    /// In "A, B, or C" the comma is an *or* too.
    private func usesOr(_ mentions: [Mention]) -> Bool {
        guard let last = mentions.last(where: { !$0.destinations.isEmpty }), mentions.count > 2 else { return false }
        return last.joint == .or && mentions.dropFirst().allSatisfy { $0.joint == .or || $0.joint == .comma }
    }

    private func lines(of range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        var pendingOr = false
        for index in range {
            let token = lexer.tokens[index]
            if index > start, token.gap == .line || token.kind == .bullet, !pendingOr {
                lines.append(start..<index)
                start = index
            }
            // "or" alone on a line joins the lines around it.
            pendingOr = token.means([.or, .either]) && (index == start)
        }
        if start < range.upperBound { lines.append(start..<range.upperBound) }
        return lines
    }

    /// A line that describes and does not name.
    private func isSentence(_ line: Range<Int>) -> Bool {
        guard let last = line.last else { return false }
        return line.count > 8 && lexer.tokens[last].kind == .period
    }

    private func namesAddress(_ line: Range<Int>) -> Bool {
        line.contains { lexer.tokens[$0].isEndpoint && lexer.tokens[$0].kind != .star }
    }

    /// "Azure Government:" on a line of its own names the cloud of the lines below.
    private func cloudLabel(_ line: Range<Int>) -> Cloud? {
        guard let last = line.last,
            !line.contains(where: { lexer.tokens[$0].isEndpoint && lexer.tokens[$0].kind != .tag })
        else {
            return nil
        }
        let hasColon = lexer.tokens[last].kind == .colon
        guard hasColon || lexer.isOneMark(line, of: lexed) else { return nil }
        return CloudReader(lexer: lexer).onlyCloud(in: line)
    }

    // MARK: Mentions

    /// What one phrase names.
    struct Mention {
        var destinations: [Destination] = []
        /// How it is joined to what stands before it.
        var joint: PhraseSplitter.Joint
        /// Whether it is a name, tag or address, not words.
        var isAddress = false
        /// Protocols and ports that stand alone in the phrase.
        var services: [Service] = []
    }

    /// The places of a phrase; "`a.example` (plus `b.example`)" names both.
    private func readMentions(_ phrase: PhraseSplitter.Phrase) -> [Mention] {
        let endpoints = phrase.tokens.filter { lexer.tokens[$0].isEndpoint && !isPlainUse($0, phrase) }
        guard !endpoints.isEmpty else { return [wordMention(phrase)] }
        var mentions: [Mention] = []
        for (order, index) in endpoints.enumerated() {
            let end = order + 1 < endpoints.count ? endpoints[order + 1] : phrase.tokens.upperBound
            guard var destination = destination(at: index) else { continue }
            let services =
                isCount(index + 1..<end)
                ? [] : ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: index + 1..<end)
            if !services.isEmpty { destination.services = Self.merge(destination.services, services) }
            if let before = servicesBefore(index, phrase, isFirst: order == 0), destination.services.isEmpty {
                destination.services = before
            }
            apply(order + 1 == endpoints.count ? phrase.remarks : [], to: &destination)
            mentions.append(
                Mention(destinations: [destination], joint: order == 0 ? phrase.joint : .space, isAddress: true))
        }
        for remark in phrase.remarks where remark.first.map({ lexer.tokens[$0].means(.and) }) == true {
            let further = remark.filter { lexer.tokens[$0].kind == .host || lexer.tokens[$0].kind == .address }
            mentions += further.compactMap(destination(at:)).map {
                Mention(destinations: [$0], joint: .and, isAddress: true)
            }
        }
        return mentions
    }

    /// "a.example 3": behind a blank so small a number is a count or a footnote, as likely as a port.
    private func isCount(_ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count == 1 else { return false }
        let token = lexer.tokens[first]
        return token.kind == .number && token.gap == .space && token.high < 20
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
        return phrase.tokens.contains { other in
            let token = lexer.tokens[other]
            return other != index
                && ((token.kind == .word && !token.means([.or, .and])) || (token.isEndpoint && token.kind != .star))
                && token.protocolIndex < 0
        }
    }

    private static func merge(_ first: [Service], _ second: [Service]) -> [Service] {
        if first.isEmpty { return second }
        return Service.product(first, second)
    }

    /// The place that the endpoint token at `index` is.
    func destination(at index: Int) -> Destination? {
        let token = lexer.tokens[index]
        switch token.kind {
        case .star: return Destination(.any)
        case .address: return IPAddress.normalForm(lexer.bytes, token.range).map { Destination(.cidr($0)) }
        case .tag: return Destination(.serviceTag(tagName(token.range)))
        case .host, .url:
            let parts = HostName.parts(
                lexer.bytes, token.range, emphasised: lexer.emphasised(in: lexed), isURL: token.kind == .url)
            guard let host = parts.host else { return nil }
            var service = Service(port: parts.port.flatMap { PortRange(Int($0)) })
            if let scheme = parts.scheme, let index = ProtocolVocabulary.table.value(of: lexer.bytes, scheme) {
                let entry = ProtocolVocabulary.entries[Int(index)]
                service.transport = entry.transport
                service.application = entry.application
            }
            return Destination(host, path: parts.path, services: service == Service() ? [] : [service])
        default: return nil
        }
    }

    /// Azure's own spelling of the tag in `range`, its region as it stands or as a placeholder.
    private func tagName(_ range: Range<Int>) -> String {
        let dot = range.first { lexer.bytes[$0] == UInt8(ascii: ".") } ?? range.upperBound
        let name = lexer.tags.tag(in: lexer.bytes, range.lowerBound..<dot)?.name ?? ""
        guard dot < range.upperBound else { return name }
        var writer = NameWriter()
        writer.isLowercased = false
        writer.append(lexer.bytes, dot + 1..<range.upperBound)
        return "\(name).\(ServiceTagVocabulary.region(writer.text))"
    }

    // MARK: Whole lines

    /// The line as one named thing; nil for what names nothing.
    func named(_ line: Range<Int>, _ phrases: [PhraseSplitter.Phrase]) -> Destination? {
        var range = line
        while let first = range.first,
            [.dash, .bullet, .comma, .colon].contains(lexer.tokens[first].kind) || startsWithOr(range)
        {
            range = first + 1..<range.upperBound
        }
        while let last = range.last, [.comma, .colon, .period, .semicolon, .dash].contains(lexer.tokens[last].kind) {
            range = range.lowerBound..<last
        }
        guard !NoneReader(lexer: lexer).saysNone(range), !beginsWithNone(range),
            range.contains(where: { lexer.tokens[$0].kind == .word || lexer.tokens[$0].kind == .placeholder })
        else {
            return nil
        }
        let remarks = PhraseSplitter(lexer: lexer).trailingRemarks(of: range)
        var destination = Destination(.any)
        var core = range
        if let first = remarks.first, apply([first], to: &destination) || isCodeBefore(first, range) {
            core = range.lowerBound..<first.lowerBound - 1
        }
        let bare = withoutPort(core)
        if bare.upperBound < core.upperBound {
            destination.services = ServiceReader(lexer: lexer, takesBareNumbers: true).services(
                in: bare.upperBound..<core.upperBound)
            core = bare
        }
        guard !core.isEmpty else { return nil }
        destination.endpoint = .named(words(core))
        return destination
    }

    /// "None – internal only", "optional: the management interface".
    private func beginsWithNone(_ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count > 1 else { return false }
        let next = lexer.tokens[first + 1].kind
        return lexer.tokens[first].means(.none) && [.dash, .comma, .period, .colon, .semicolon, .open].contains(next)
    }

    private func startsWithOr(_ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count > 1 else { return false }
        return lexer.tokens[first].means(.or)
    }

    /// "`appliance VM IPs` (to each other)": what stands behind code is a remark.
    private func isCodeBefore(_ remark: Range<Int>, _ range: Range<Int>) -> Bool {
        let before = range.lowerBound..<remark.lowerBound - 1
        return !before.isEmpty && lexer.isOneMark(before, of: lexed)
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
                    destination.services = Self.merge(destination.services, services)
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

    /// "host, 443": a phrase of nothing but ports belongs to the name before it.
    private func attachStrayServices(_ mentions: [Mention], to places: inout Places) {
        let stray = mentions.flatMap(\.services)
        guard stray.sayPorts, let last = places.destinations.indices.last else { return }
        places.destinations[last].services = (places.destinations[last].services + stray).withoutRepeats
    }
}
