internal import RequirementModel

/// The words that vendors put over columns, and what they mean.
///
/// Gathered from the network requirement pages of Microsoft Learn (Azure, Intune, Operations Manager), the Kubernetes,
/// Rancher, OpenShift, AWS, Veeam, GitHub and mailcow documentation.
enum HeaderVocabulary {
    /// The role that a column's header states; nil when none of its words is a known one.
    static func role(of header: String) -> ColumnRole? {
        concepts(of: words(of: header)).role
    }

    /// The role that the words in `range` state if they can be the header of one column and nothing else: every word is
    /// a known one, and an end ("source") comes before the thing that is there ("port"), each at most once.
    static func role(ofNothingBut bytes: [UInt8], _ range: Range<Int>) -> ColumnRole? {
        var range = range
        // What stands in parentheses explains the words before it: `Endpoint (DNS)`.
        if bytes[range].last == UInt8(ascii: ")"), let open = bytes[range].firstIndex(of: UInt8(ascii: "(")) {
            range = range.lowerBound..<open
            while bytes[range].last == ASCII.space { range = range.lowerBound..<range.upperBound - 1 }
        }
        if let phrase = phrases.value(of: bytes, range) { return phrase.role }
        guard beginsWithHeader(bytes, range) else { return nil }
        let words = words(in: bytes, range)
        let isOneWord = !bytes[range].contains(ASCII.space)
        guard let first = words.first, let last = words.last,
            words.count == 1
                || [nil, .qualifies].contains(dependents.value(of: bytes, first))
                    && dependents.value(of: bytes, last) != .joins
        else { return nil }
        var said: HeaderConcepts = []
        for word in words {
            guard let concepts = table.value(of: bytes, word), concepts.isDisjoint(with: [.foreign, .observed, .state])
            else {
                return nil
            }
            // `IP address`: a word about the next.
            if [.filler, .permission].contains(concepts) || concepts == .necessity && said == .port
                || word != last && dependents.value(of: bytes, word) == .qualifies
            {
                continue
            }
            if !isOneWord {
                let isEnd = !concepts.isDisjoint(with: ends)
                if isEnd, !said.isEmpty { return nil }
                if !isEnd, !said.isSubset(of: qualifiers) { return nil }
                if !isEnd, !said.isEmpty, concepts.isDisjoint(with: things) { return nil }
            }
            said.formUnion(concepts)
        }
        return said.isEmpty ? nil : said.role
    }

    /// The role of the header that is the one `word`; nil for no word of a header, and for several joined by a mark.
    static func role(ofWord word: ArraySlice<UInt8>) -> ColumnRole? {
        table.value(of: word.span, 0..<word.count)?.role
    }

    /// Whether the header in `range` asks for addresses rather than names.
    static func namesAddresses(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        words(in: bytes, range).contains { addresses.contains(bytes, $0) }
    }

    private static let addresses: WordSet = ["ip", "address", "addresses"]

    /// Whether every word in `range` is one that headers have: a quick test before their meaning is asked for.
    static func knowsWords(of bytes: [UInt8], _ range: Range<Int>) -> Bool {
        words(in: bytes, range).allSatisfy { table.value(of: bytes, $0) != nil }
            || phrases.value(of: bytes, range) != nil
    }

    /// Whether the first word in `range` is one of a header: a quick test, as most lines are of other words.
    private static func beginsWithHeader(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard let start = range.first(where: { ASCII.isWord(bytes[$0]) }) else { return false }
        let end = (start..<range.upperBound).first { !ASCII.isWord(bytes[$0]) } ?? range.upperBound
        return table.value(of: bytes, start..<end) != nil
    }

    /// The stretches of letters and digits in `range`.
    private static func words(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for position in range {
            if ASCII.isWord(bytes[position]) {
                start = start ?? position
            } else if let word = start {
                words.append(word..<position)
                start = nil
            }
        }
        if let start { words.append(start..<range.upperBound) }
        return words
    }

    /// Words that are part of a header and never all of it.
    private enum Dependence {
        /// Joins two headers, and ends none.
        case joins
        /// Says more of the word before it, and begins no header.
        case follows
        /// Says more of the word after it.
        case qualifies
    }

    /// What the words of a header that a lexer has read speak of.
    static func concepts(of header: Range<Int>, in lexer: Lexer) -> HeaderConcepts {
        var concepts: HeaderConcepts = []
        var previous: Range<Int>?
        for index in header {
            let token = lexer.tokens[index]
            guard [.word, .opaque, .tag, .host].contains(token.kind) else { continue }
            var range = token.range
            if let hyphen = range.first(where: { lexer.bytes[$0] == UInt8(ascii: "-") }) {
                concepts.formUnion(table.value(of: lexer.bytes, range.lowerBound..<hyphen) ?? [])
                range = hyphen + 1..<range.upperBound
            }
            if isMereTo(index, in: header, lexer) || isWhereAnEndStands(index, in: header, lexer) {
                // "How to avoid": no end of a flow. "Source port (remote)": no other one.
            } else if let previous, let phrase = phrases.value(of: lexer.bytes, previous.lowerBound..<range.upperBound)
            {
                concepts.subtract(table.value(of: lexer.bytes, previous) ?? [])
                concepts.formUnion(phrase)
            } else {
                concepts.formUnion(table.value(of: lexer.bytes, range) ?? [])
            }
            previous = range
        }
        return concepts
    }

    /// Whether the word is a *to* in the middle of a header, with neither *from* nor a mark beside it.
    private static func isMereTo(_ index: Int, in header: Range<Int>, _ lexer: Lexer) -> Bool {
        guard lexer.isWord(index, "to"), index > header.lowerBound, index + 1 < header.upperBound else { return false }
        return lexer.tokens[index - 1].kind == .word && lexer.tokens[index + 1].kind == .word
            && !header.contains { lexer.tokens[$0].means(.from) }
    }

    /// Whether the word says where the end that another word of the header names stands: "Source port (remote)".
    private static func isWhereAnEndStands(_ index: Int, in header: Range<Int>, _ lexer: Lexer) -> Bool {
        lexer.isWord(index, "remote")
            && header.contains { lexer.isWord($0, "source") || lexer.isWord($0, "destination") }
    }

    /// Whether the word at `index` is one of those that stand over columns.
    static func knows(_ index: Int, in lexer: Lexer) -> Bool {
        let range = lexer.tokens[index].range
        if table.value(of: lexer.bytes, range) != nil { return true }
        return range.contains { lexer.bytes[$0] == UInt8(ascii: "-") }
    }

    private static func concepts(of words: [String]) -> HeaderConcepts {
        if let phrase = phrases.value(of: words.joined(separator: " ")) { return phrase }
        return words.reduce(into: []) { $0.formUnion(table.value(of: $1) ?? []) }
    }

    private static func words(of header: String) -> [String] {
        header.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    }

    private static let ends: HeaderConcepts = [.source, .destination]
    private static let dependents = WordTable<Dependence>([
        ("and", .joins), ("or", .joins), ("of", .follows), ("number", .follows), ("numbers", .follows),
        ("range", .follows), ("ranges", .follows), ("s", .follows), ("ip", .qualifies),
    ])
    /// What may stand before a thing: *destination* port, *outbound* port.
    private static let qualifiers: HeaderConcepts = [.source, .destination, .inbound, .outbound]
    private static let things: HeaderConcepts = [.endpoint, .serviceTag, .port]

    /// Pairs of words that mean something else than each of them.
    private static let phrases = WordTable(entries(conceptsByPhrase, separatedBy: ","))
    private static let table = WordTable(entries(conceptsByWord, separatedBy: " "))

    private static func entries(
        _ lists: [(HeaderConcepts, String)], separatedBy separator: Character
    ) -> [(word: String, value: HeaderConcepts)] {
        lists.flatMap { concepts, list in
            list.split(separator: separator).map { (word: String($0), value: concepts) }
        }
    }

    private static let conceptsByPhrase: [(HeaderConcepts, String)] = [
        (.serviceTag, "service tag,service tags"),
        (.purpose, "how used,required for,needed for,used for,use for"),
        (.note, "used by,required by"),
        (.condition, "when required,use case,use cases,principal type"),
        (.direction, "in/out,in out,rule type"),
        (.name, "rule name"),
        (.endpoint, "domain name,domain names,dns name,dns names,host name,host names,server name"),
        ([.tcp, .port], "tcp port,tcp ports"),
        ([.udp, .port], "udp port,udp ports"),
        ([.protocol, .port], "protocol port,port protocol"),
        (.service, "service name"),
        (
            .protocol,
            "connection type,ip protocol,protocol type,network protocol,transport protocol,port type,port types,traffic type"
        ),
        (.access, "allow/deny"),
        (.port, "from port,to port,start port,end port,port start,port end,default port,default ports"),
        (.foreign, "default value,example value,url path,url paths"),
        // The plan of a network's addresses.
        (.foreign, "start ip,end ip,first ip,last ip,start address,end address,first address,last address"),
        (.observed, "container port,container ports"),
        (.port, "host port,host ports"),
    ]

    private static let conceptsByWord: [(HeaderConcepts, String)] = [
        (.source, "source sources from src origin initiator quelle"),
        (.destination, "destination destinations target targets to dest dst remote ziel"),
        (
            .endpoint,
            """
            endpoint endpoints fqdn fqdns url urls uri uris host hosts hostname hostnames domain domains address addresses ip \
            ips dns site sites website websites subnet subnets cidr cidrs prefix prefixes server servers machine adresse ipv4 ipv6
            """
        ),
        (.serviceTag, "tag tags servicetag servicetags"),
        (.port, "port ports"),
        (.protocol, "protocol protocols proto protokoll protocole"),
        (.transport, "transport layer4 l4"),
        (.tcp, "tcp"),
        (.udp, "udp"),
        (.direction, "direction directions richtung in/out bound flow"),
        (.inbound, "inbound ingress incoming"),
        (.outbound, "outbound egress outgoing"),
        (
            .service,
            "service services application applications component components feature features product dienst operation element type"
        ),
        (
            .purpose,
            "use uses used usage purpose purposes description descriptions reason reasons details function explanation beschreibung zweck grund why"
        ),
        (.condition, "scenario scenarios condition conditions when applies environment"),
        (.necessity, "required mandatory optional requirement necessity"),
        (.access, "action access allow deny"),
        (.priority, "priority"),
        (.name, "name rule"),
        (.cloud, "cloud clouds"),
        (.region, "region regions location country geography"),
        (.note, "notes note comment comments remarks information configurable client clients agent agents"),
        (.permission, "allowed permitted"),
        (.filler, "range ranges number numbers s and or the of for default list"),
        (
            .foreign,
            """
            variable variables parameter parameters key value values example examples default setting settings field fields \
            property properties command commands error errors symptom cause resolution version versions annotation label \
            code metric flag option options syntax alias limit path route routes backend upstream
            """
        ),
        (
            .observed,
            """
            packets bytes verdict sent received flows latency count timestamp banner ttl weight cve password username hop \
            age restarts uptime
            """
        ),
        (.state, "state status"),
    ]
}
