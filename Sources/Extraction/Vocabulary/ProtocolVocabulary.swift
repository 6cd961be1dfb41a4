internal import RequirementModel

/// The protocols by the words that documents use for them, and what each word says about both layers.
///
/// Port numbers are those of the IANA Service Name and Transport Protocol Port Number Registry; a word implies a port
/// only where the flat view says so (HTTP, HTTPS, WS, WSS).
enum ProtocolVocabulary {
    /// What one word says. A class, so that whoever hands entries on hands on one reference.
    final class Entry: Sendable {
        /// The word's normal form.
        let name: String
        /// Layer 4, or what stands beside it in IP; nil when the word leaves it open.
        let transport: String?
        /// Layer 7; nil for a protocol of the layer below.
        let application: String?
        /// The registered port, by which protocols and ports that stand in two lists find each other.
        let registeredPorts: [UInt16]
        /// Whether the word is used for other things too, so that prose must say more than the word.
        let isCommonWord: Bool

        init(
            name: String, transport: String?, application: String? = nil, registeredPorts: [UInt16] = [],
            isCommonWord: Bool = false
        ) {
            self.name = name
            self.transport = transport
            self.application = application
            self.registeredPorts = registeredPorts
            self.isCommonWord = isCommonWord
        }

        /// Both layers without a port.
        var service: Service { Service(transport: transport, application: application) }
    }

    /// All entries; tokens refer to them by index.
    static let entries: [Entry] = transports + applications

    /// Indices of entries by word, in lower case.
    static let table = WordTable(indices)

    /// The words with the entries that they name, as indices.
    static let indices: [(word: String, value: Int8)] = {
        var pairs: [(word: String, value: Int8)] = []
        for (index, entry) in entries.enumerated() { pairs.append((entry.name.lowercased(), Int8(index))) }
        for (alias, name) in aliases {
            if let index = entries.firstIndex(where: { $0.name == name }) { pairs.append((alias, Int8(index))) }
        }
        return pairs
    }()

    /// The transport of an IP protocol number, by the IANA Protocol Numbers registry.
    static func transport(number: UInt16) -> String? {
        switch number {
        case 1: "ICMP"
        case 2: "IGMP"
        case 4: "IPIP"
        case 6: "TCP"
        case 17: "UDP"
        case 41: "IPV6"
        case 47: "GRE"
        case 50: "ESP"
        case 51: "AH"
        case 58: "ICMPV6"
        case 89: "OSPF"
        case 112: "VRRP"
        case 132: "SCTP"
        default: nil
        }
    }

    private static let transports: [Entry] = [
        "TCP", "UDP", "ICMP", "ICMPV6", "ESP", "AH", "GRE", "SCTP", "VRRP", "IGMP", "IPIP", "IPENCAP", "OSPF", "PIM",
        "QUIC",
    ].map { Entry(name: $0, transport: $0 == "QUIC" ? "UDP" : $0, application: $0 == "QUIC" ? "QUIC" : nil) }

    private static func over(
        _ transport: String?, _ name: String, _ ports: [UInt16] = [], isCommonWord: Bool = false
    ) -> Entry {
        Entry(
            name: name, transport: transport, application: name, registeredPorts: ports, isCommonWord: isCommonWord)
    }

    private static let applications: [Entry] = [
        over("TCP", "HTTPS", [443, 8443]),
        over("TCP", "HTTP", [80, 8080]),
        over("TCP", "WSS", [443]),
        over("TCP", "WS", [80]),
        over("TCP", "AMQP", [5672]), over("TCP", "AMQPS", [5671]),
        over("TCP", "SSH", [22]), over("TCP", "RDP", [3389]), over("TCP", "SMB", [445]),
        over("TCP", "LDAP", [389]), over("TCP", "LDAPS", [636]),
        over("TCP", "FTP", [21]), over("TCP", "FTPS", [990]), over("TCP", "SFTP", [22]),
        over("TCP", "SMTP", [25]), over("TCP", "SMTPS", [465]),
        over("TCP", "IMAP", [143]), over("TCP", "IMAPS", [993]), over("TCP", "POP3", [110]),
        over("TCP", "POP3S", [995]),
        over("TCP", "MQTT", [1883]), over("TCP", "MQTTS", [8883]),
        over("TCP", "TLS"), over("UDP", "DTLS"), over("TCP", "SSL"), over("TCP", "TLS/SSL"), over("TCP", "SSL/TLS"),
        over("TCP", "WINRM", [5985, 5986]),
        over("UDP", "NTP", [123]),
        over(nil, "DNS", [53]), over(nil, "KERBEROS", [88]), over(nil, "SNMP", [161, 162]), over(nil, "SYSLOG", [514]),
        over(nil, "TFTP", [69]), over(nil, "DHCP", [67, 68]), over(nil, "DHCPV6", [546, 547]), over(nil, "NFS", [2049]),
        over(nil, "RPC", [135]),
        over(nil, "DCOM/RPC", [135]), over(nil, "RPC/DCOM", [135]), over(nil, "DCOM", [135]), over(nil, "WMI", [135]),
        over(nil, "NETBIOS", [137, 138, 139]), over(nil, "SIP", [5060]), over(nil, "SIPS", [5061]),
        over(nil, "RTP"), over(nil, "SRTP"), over(nil, "STUN", [3478]), over(nil, "TURN", [3478], isCommonWord: true),
        over(nil, "RADIUS", [1812, 1813]),
        over(nil, "IKE", [500]), over(nil, "IPSEC", [500, 4500]), over(nil, "BGP", [179]), over(nil, "VXLAN", [4789]),
        over(nil, "GENEVE", [6081]), over(nil, "WIREGUARD", [51820]), over(nil, "MSSQL", [1433]),
        over(nil, "TDS", [1433]),
        over(nil, "MYSQL", [3306]), over(nil, "POSTGRESQL", [5432]), over(nil, "REDIS", [6379]), over(nil, "GRPC"),
        over(nil, "TELNET", [23]), over(nil, "VNC", [5900]), over(nil, "ISCSI", [3260]), over(nil, "PPTP", [1723]),
        over(nil, "L2TP", [1701]), over(nil, "MDNS", [5353]), over(nil, "LLMNR", [5355]), over(nil, "KMS", [1688]),
        over(nil, "RSYNC", [873]), over(nil, "CIFS", [445]), over(nil, "COAP", [5683]), over(nil, "OPENVPN", [1194]),
        over(nil, "NFSV3", [2049]), over(nil, "NFSV4", [2049]), over(nil, "SMBV2"), over(nil, "SMBV3"),
        over(nil, "SNMPV3", [161]),
        over(nil, "JSON-RPC"), over(nil, "XMPP", [5222]), over(nil, "RTSP", [554]),
        over(nil, "PROXY", isCommonWord: true),
    ]

    /// Other spellings, in lower case, each with the entry that it means.
    private static let aliases: [(String, String)] = [
        ("icmpv4", "ICMP"),
        ("winrm-http", "WINRM"), ("dns-over-tcp", "DNS"), ("tcpip", "TCP"), ("udp/ip", "UDP"), ("icmp-v6", "ICMPV6"),
        ("icmp6", "ICMPV6"), ("amqp-tls", "AMQPS"), ("mqtt-tls", "MQTTS"), ("https/ssl", "HTTPS"),
        ("postgres", "POSTGRESQL"), ("tcp-port", "TCP"), ("tcp-ports", "TCP"), ("udp-port", "UDP"),
        ("udp-ports", "UDP"),
    ]
}
