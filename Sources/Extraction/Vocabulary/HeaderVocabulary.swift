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

    /// The role that `header` states if it can be the header of one column and nothing else: every word is a known
    /// one, and an end ("source") comes before the thing that is there ("port"), each at most once.
    static func role(ofNothingBut header: String) -> ColumnRole? {
        // What stands in parentheses explains the words before it: `Endpoint (DNS)`.
        let words = words(of: header.last == ")" ? String(header.prefix { $0 != "(" }) : header)
        let isOneWord = !header.contains(where: \.isWhitespace)
        if let phrase = phrases.value(of: words.joined(separator: " ")) { return phrase.role }
        var said: HeaderConcepts = []
        if let first = words.first, let last = words.last, words.count > 1,
            dependents.contains(first) || last == "and" || last == "or"
        {
            return nil
        }
        for (index, word) in words.enumerated() where word != "ip" || index + 1 == words.count {
            guard let concepts = table.value(of: word), concepts.isDisjoint(with: [.foreign, .observed]) else {
                return nil
            }
            if concepts == .filler { continue }
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
            if let previous, let phrase = phrases.value(of: lexer.bytes, previous.lowerBound..<range.upperBound) {
                concepts.subtract(table.value(of: lexer.bytes, previous) ?? [])
                concepts.formUnion(phrase)
            } else {
                concepts.formUnion(table.value(of: lexer.bytes, range) ?? [])
            }
            previous = range
        }
        return concepts
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
    /// Words that no header begins with.
    private static let dependents: Set<String> = ["and", "or", "of", "number", "numbers", "range", "ranges", "s"]
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
        (.access, "allow/deny"),
        (.port, "from port,to port"),
        (.foreign, "default value,example value"),
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
            "use used usage purpose description reason details function explanation beschreibung zweck grund why"
        ),
        (.condition, "scenario scenarios condition conditions when applies environment"),
        (.necessity, "required mandatory optional requirement necessity"),
        (.access, "action access allow deny"),
        (.priority, "priority"),
        (.name, "name rule"),
        (.cloud, "cloud clouds"),
        (.region, "region regions location country geography"),
        (.note, "notes note comment comments remarks information configurable client clients agent agents"),
        (.filler, "range ranges number numbers s and or the of for allowed default list"),
        (
            .foreign,
            """
            variable variables parameter parameters key value values example examples default setting settings field fields \
            property properties command commands error errors symptom cause resolution version versions annotation label \
            status code metric flag option options syntax alias limit path route routes backend upstream
            """
        ),
        (.observed, "packets bytes verdict sent received flows latency count timestamp"),
    ]
}
