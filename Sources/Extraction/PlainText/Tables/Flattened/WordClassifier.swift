/// Tells what kind of cell a word may stand in by its bytes alone.
///
/// A guess good enough to find where cells begin and end; what a cell says is read later, by the cell grammar.
enum WordClassifier {
    /// The kind of `word`, which has no blanks in it.
    static func kind(of word: ArraySlice<UInt8>) -> RowWord.Kind {
        let core = core(of: word)
        guard let first = core.first else { return word.allSatisfy(isDash) ? .none : .connective }
        if core.count == 1 { return oneByteKind(first) }
        if core.count <= 16 {
            let word = String(decoding: core, as: UTF8.self)
            if ["Storage", "Internet", "Sql"].contains(word) { return .tag }
            let spoken = word.lowercased()
            if let kind = spokenKinds[spoken] { return kind }
            if isArrow(core) { return .arrow }
        }
        if first == UInt8(ascii: "<") || first == UInt8(ascii: "{"), let last = core.last,
            last == UInt8(ascii: ">") || last == UInt8(ascii: "}")
        {
            return .placeholder
        }
        return numericKind(core) ?? protocolKind(core) ?? nameKind(core) ?? .word
    }

    /// `word` without the punctuation and brackets of the sentence around it.
    static func core(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var core = word
        while let first = core.first, "([\"'`".utf8.contains(first) { core.removeFirst() }
        while let last = core.last, ")],;\"'`.:".utf8.contains(last) { core.removeLast() }
        return core
    }

    private static func oneByteKind(_ byte: UInt8) -> RowWord.Kind {
        switch byte {
        case UInt8(ascii: "*"): .any
        case UInt8(ascii: "&"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "|"): .connective
        case UInt8(ascii: "-"): .none
        case _ where byte.isDecimalDigit: .number
        default: .word
        }
    }

    /// A number or range of numbers, or an address, possibly with prefix length or port; `443/TCP` is a protocol with a port.
    private static func numericKind(_ core: ArraySlice<UInt8>) -> RowWord.Kind? {
        guard let first = core.first, first.isDecimalDigit || first == UInt8(ascii: ">") || first == UInt8(ascii: "[")
        else {
            return isIPv6(core) ? .address : nil
        }
        let isNumbers = core.allSatisfy { $0.isDecimalDigit || ",->+".utf8.contains($0) } || isEnDashRange(core)
        if isNumbers { return core.count <= 64 ? .number : .word }
        let dots = core.count { $0 == UInt8(ascii: ".") }
        if dots >= 3, core.allSatisfy({ $0.isDecimalDigit || ".,/:-".utf8.contains($0) }) { return .address }
        if isIPv6(core) { return .address }
        if let slash = core.firstIndex(of: UInt8(ascii: "/")),
            core[..<slash].allSatisfy({ $0.isDecimalDigit || $0 == UInt8(ascii: "-") }),
            isProtocol(core[(slash + 1)...])
        {
            return .protocolAndPort
        }
        return nil
    }

    /// `TCP`, `TCP/UDP`, and `HTTPS:443`.
    private static func protocolKind(_ core: ArraySlice<UInt8>) -> RowWord.Kind? {
        if isProtocol(core) { return .protocol }
        guard let mark = core.firstIndex(where: { ":/-".utf8.contains($0) }), isProtocol(core[..<mark]) else {
            return nil
        }
        let rest = core[(mark + 1)...]
        if rest.allSatisfy({ $0.isDecimalDigit || "-,/".utf8.contains($0) }) { return .protocolAndPort }
        return rest.split(whereSeparator: { "/,&".utf8.contains($0) }).allSatisfy(isProtocol) ? .protocol : nil
    }

    /// A host name or URL, a name with a port, or a word with a capital inside, as service tags are.
    private static func nameKind(_ core: ArraySlice<UInt8>) -> RowWord.Kind? {
        if core.firstRange(of: "://".utf8) != nil { return .host }
        if let colon = core.lastIndex(of: UInt8(ascii: ":")), colon + 1 < core.endIndex,
            core[(colon + 1)...].allSatisfy({ $0.isDecimalDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ",") })
        {
            return .host
        }
        if isHost(core) { return .host }
        let inner = core.dropFirst()
        if core.allSatisfy({ $0.isWordLetter || $0.isDecimalDigit || $0 == UInt8(ascii: ".") }),
            core.first?.isCapital == true,
            inner.contains(where: \.isCapital), core.contains(where: \.isSmallLetter), core.count >= 5
        {
            return .camelCase
        }
        return nil
    }

    /// Whether `core` has the labels and dots of a host name, the last label being letters; wildcards, placeholders, a
    /// leading dot and a path may be there.
    private static func isHost(_ core: ArraySlice<UInt8>) -> Bool {
        let name = core.prefix { $0 != UInt8(ascii: "/") }
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex || core.first != UInt8(ascii: "/")
        else {
            return false
        }
        let top = name[(dot + 1)...].prefix { $0.isWordLetter }
        let rest = name[(dot + 1)...].dropFirst(top.count)
        guard top.count >= 2, top.count <= 24, rest.count <= 1, rest.allSatisfy(\.isDecimalDigit),
            top.allSatisfy(\.isSmallLetter) || top.allSatisfy(\.isCapital)
        else { return false }
        var depth = 0
        for byte in name[..<dot] {
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ">"), UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "\\"),
                UInt8(ascii: ","), UInt8(ascii: "$"):
                continue
            default: if !byte.isWordLetter, !byte.isDecimalDigit, depth == 0 { return false }
            }
        }
        return !fileTypes.contains(String(decoding: top, as: UTF8.self))
            || name.filter { $0 == UInt8(ascii: ".") }.count > 1
    }

    private static func isProtocol(_ word: ArraySlice<UInt8>) -> Bool {
        guard 2...10 ~= word.count else { return false }
        return word.split(separator: UInt8(ascii: "/")).allSatisfy { part in
            protocols.contains(String(decoding: part, as: UTF8.self).uppercased())
        }
    }

    private static func isIPv6(_ core: ArraySlice<UInt8>) -> Bool {
        core.allSatisfy(isIPv6Byte) && core.count(where: { $0 == UInt8(ascii: ":") }) > 1
    }

    private static func isIPv6Byte(_ byte: UInt8) -> Bool {
        byte.isDecimalDigit || (0x61...0x66).contains(byte | 0x20) || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "/")
            || byte == UInt8(ascii: ".")
    }

    private static func isDash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte >= 0x80 }

    private static func isEnDashRange(_ core: ArraySlice<UInt8>) -> Bool {
        core.allSatisfy { $0.isDecimalDigit || [0xE2, 0x80, 0x93, 0x94].contains($0) }
    }

    /// `--->`, `<-->`, `→`.
    private static func isArrow(_ core: ArraySlice<UInt8>) -> Bool {
        core.elementsEqual("→".utf8) || core.elementsEqual("←".utf8) || core.elementsEqual("↔".utf8)
            || core.count > 1 && core.allSatisfy { "-=<>".utf8.contains($0) }
                && core.contains { "<>".utf8.contains($0) }
    }

    private static let protocols: Set<String> = [
        "TCP", "UDP", "ICMP", "ICMPV6", "HTTP", "HTTPS", "TLS", "SSL", "DNS", "NTP", "SSH", "RDP", "SMB", "LDAP",
        "LDAPS", "FTP", "SFTP",
        "TFTP", "SMTP", "SNMP", "AMQP", "AMQPS", "MQTT", "WS", "WSS", "WINRM", "ESP", "AH", "GRE", "VRRP", "SCTP",
        "IKE", "IGMP", "QUIC", "NFS",
        "KERBEROS", "RPC", "SYSLOG", "WMI", "RADIUS", "STUN", "TURN", "WEBSOCKET", "GRPC", "DHCP", "BGP", "OSPF", "RTP",
        "SIP",
    ]

    /// What ends a file's name more often than a host's.
    private static let fileTypes: Set<String> = [
        "md", "txt", "json", "yaml", "yml", "xml", "exe", "dll", "msi", "sh", "py", "ps", "conf", "cfg", "html", "htm",
        "pdf", "png", "jpg",
        "log", "csv", "toml", "js", "ts", "zip", "gz", "rst", "adoc", "asmx", "aspx",
    ]

    private static let spokenKinds: [String: RowWord.Kind] = [
        "any": .any, "all": .any, "n/a": .none, "none": .none, "na": .none, "-": .none, "–": .none, "—": .none,
        "--": .none,
        "or": .connective, "and": .connective, "&": .connective, "/": .connective,
        "inbound": .direction, "outbound": .direction, "in": .word, "in/out": .direction, "egress": .direction,
        "ingress": .direction, "incoming": .direction, "outgoing": .direction, "bidirectional": .direction,
        "both": .direction,
        "inbound/outbound": .direction,
        "allow": .access, "deny": .access, "block": .access, "permit": .access,
        "yes": .flag, "no": .flag, "✓": .flag, "✔": .flag, "✗": .flag, "x": .flag, "required": .flag, "optional": .flag,
        "true": .flag, "false": .flag,
        "•": .bullet, "◦": .bullet, "▪": .bullet,
    ]
}
