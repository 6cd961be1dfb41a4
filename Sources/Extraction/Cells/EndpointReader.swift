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
        if convention.takesNamedThings, describes(range) {
            return Places(destinations: named(range, []).map { [$0] } ?? [])
        }
        var gathering = Gathering()
        var start = range.lowerBound
        while start < range.upperBound {
            let end = lineEnd(from: start, in: range)
            read(line: start..<end, into: &gathering)
            start = end
        }
        return gathering.places
    }

    /// The places of the lines read so far, and what holds for those of the next.
    private struct Gathering {
        var places = Places()
        /// The number that places share which are all needed.
        var group = 1
        /// The cloud that a line of its own has named.
        var clouds: [Cloud] = []

        mutating func take(_ destination: consuming Destination) {
            destination.alternative = group
            if destination.clouds.isEmpty { destination.clouds = clouds }
            places.destinations.append(destination)
        }

        /// Begins the next alternative, where there is one before it.
        mutating func startAlternative() {
            if !places.destinations.isEmpty { group += 1 }
        }
    }

    private func read(line: Range<Int>, into gathering: inout Gathering) {
        if let destination = onlyName(in: line) {
            gathering.take(destination)
            gathering.places.hasAddress = true
            return
        }
        if let cloud = cloudLabel(line) {
            gathering.clouds = [cloud]
            return
        }
        let phrases = PhraseSplitter(lexer: lexer).phrases(of: line)
        var mentions: [Mention] = []
        for phrase in phrases { readMentions(phrase, into: &mentions) }
        if mentions.contains(where: \.isAddress) || mentions.allSatisfy({ $0.destination != nil }) && !mentions.isEmpty
        {
            take(&mentions, into: &gathering)
        } else if convention.takesNamedThings, !isRemark(line), let named = named(line, phrases) {
            if phrases.first?.joint == .or { gathering.startAlternative() }
            gathering.take(named)
        }
    }

    /// Takes the places out of `mentions`.
    private func take(_ mentions: inout [Mention], into gathering: inout Gathering) {
        let joinsWithOr = usesOr(mentions)
        for index in mentions.indices {
            guard let destination = mentions[index].destination.take() else { continue }
            if mentions[index].joint == .or || (joinsWithOr && index > 0 && mentions[index].joint == .comma) {
                gathering.startAlternative()
            }
            gathering.take(destination)
            if mentions[index].isAddress { gathering.places.hasAddress = true }
        }
        attachStrayServices(mentions, to: &gathering.places)
    }

    /// In "A, B, or C" the comma is an *or* too.
    private func usesOr(_ mentions: [Mention]) -> Bool {
        guard mentions.count > 2, let last = mentions.last(where: { $0.destination != nil }) else { return false }
        return last.joint == .or && mentions.dropFirst().allSatisfy { $0.joint == .or || $0.joint == .comma }
    }

    /// "host, 443": a phrase of nothing but ports belongs to the name before it.
    private func attachStrayServices(_ mentions: [Mention], to places: inout Places) {
        let stray = mentions.flatMap(\.services)
        guard stray.sayPorts, let last = places.destinations.indices.last else { return }
        places.destinations[last].services = (places.destinations[last].services + stray).withoutRepeats
    }

    // MARK: Lines

    /// Where the line ends that begins at `start`.
    private func lineEnd(from start: Int, in range: Range<Int>) -> Int {
        // "or" alone on a line joins the lines around it.
        var end = start + (lexer.tokens[start].means([.or, .either]) ? 2 : 1)
        while end < range.upperBound, lexer.tokens[end].gap != .line, lexer.tokens[end].kind != .bullet { end += 1 }
        return min(end, range.upperBound)
    }

    /// Whether it is several lines, one of them a sentence, that name no address.
    private func describes(_ range: Range<Int>) -> Bool {
        guard range.count > 8, !lexer.namesPlace(range) else { return false }
        var start = range.lowerBound
        var hasSentence = false
        var lines = 0
        while start < range.upperBound {
            let end = lineEnd(from: start, in: range)
            hasSentence = hasSentence || isSentence(start..<end)
            lines += 1
            start = end
        }
        return hasSentence && lines > 1
    }

    /// The place of a text or line that is one name or address and nothing else, as most are.
    private func onlyName(in range: Range<Int>) -> Destination? {
        guard range.count == 1 else { return nil }
        switch lexer.tokens[range.lowerBound].kind {
        case .host, .url, .address: return destination(at: range.lowerBound)
        case .opaque: return doubtfulName(at: range.lowerBound)
        default: return nil
        }
    }

    /// The host that the token at `index` names where it could be a file's name as well; nil where the text is no place for such.
    func doubtfulName(at index: Int) -> Destination? {
        let (bytes, token) = (lexer.bytes, lexer.tokens[index])
        guard convention.takesDoubtfulNames, token.kind == .opaque, HostName.mayBeHost(bytes.span, token.range)
        else { return nil }
        return Destination(.fqdn(HostName.normalForm(bytes, token.range, emphasised: [])))
    }

    /// A line that describes and does not name.
    private func isSentence(_ line: Range<Int>) -> Bool {
        guard let last = line.last else { return false }
        return line.count > 8 && lexer.tokens[last].kind == .period
    }

    /// A line of words among lines of addresses: "Required for sign-in", "Downloads:".
    private func isRemark(_ line: Range<Int>) -> Bool {
        guard line.count < lexed.tokens.count, lexed.summary.namesPlace, let first = line.first, let last = line.last
        else { return false }
        return line.count > 5 || lexer.tokens[last].kind == .colon || lexer.tokens[first].means(.required)
    }

    /// "Azure Government:" on a line of its own names the cloud of the lines below.
    private func cloudLabel(_ line: Range<Int>) -> Cloud? {
        guard let last = line.last,
            !line.contains(where: { lexer.tokens[$0].isEndpoint && lexer.tokens[$0].kind != .tag })
        else {
            return nil
        }
        let hasColon = lexer.tokens[last].kind == .colon
        // `AzureCloud` alone is a tag as well, and what nothing stands below is no label.
        let isLabel = line.upperBound < lexed.tokens.upperBound && lexer.tokens[line.lowerBound].kind != .tag
        guard hasColon || isLabel && lexer.isOneMark(line, of: lexed) else { return nil }
        return CloudReader(lexer: lexer).onlyCloud(in: line)
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
            range.count > 2 || !NoneReader(lexer: lexer).saysVaries(range),
            range.contains(where: { [.word, .placeholder, .opaque].contains(lexer.tokens[$0].kind) })
        else {
            return nil
        }
        let remark = PhraseSplitter(lexer: lexer).trailingRemark(of: range)
        if let remark, let address = onlyName(in: remark) { return address }
        var destination = Destination(.any)
        var core = range
        if let remark, !abbreviates(remark, range.lowerBound..<remark.lowerBound - 1),
            apply([remark], to: &destination) || isCodeBefore(remark, range)
        {
            core = range.lowerBound..<remark.lowerBound - 1
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

    /// "Key Management Server (KMS)": whether `remark` is one word of the letters that the words before it begin with.
    private func abbreviates(_ remark: Range<Int>, _ words: Range<Int>) -> Bool {
        guard remark.count == 1, let only = remark.first else { return false }
        let letters = lexer.bytes[lexer.tokens[only].range]
        let initials = words.suffix(letters.count).map { lexer.bytes[Int(lexer.tokens[$0].start)] }
        return letters.count > 1 && initials.elementsEqual(letters)
    }

    /// "`appliance VM IPs` (to each other)": what stands behind code is a remark.
    private func isCodeBefore(_ remark: Range<Int>, _ range: Range<Int>) -> Bool {
        let before = range.lowerBound..<remark.lowerBound - 1
        return !before.isEmpty && lexer.isOneMark(before, of: lexed)
    }
}
