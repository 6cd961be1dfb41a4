/// What a word alone tells about the cell of plain words that it stands in.
///
/// Gathered from the tables of Kubernetes, Rancher, Azure, AWS, Veeam, Operations Manager and others: what sources and
/// destinations are called, how descriptions begin, and which words lead on to the next.
enum WordyHint {
    /// Names a kind of machine, network or party, and so ends the name of a source or destination: server, subnet.
    case place
    /// Begins the name of a source or destination: all, your.
    case determiner
    /// Begins a description, and stands in no name: used, required, allows.
    case description
    /// Leads on to the next word, and ends nothing: of, for.
    case leading
    /// Leads on to the next word, and begins a name among others: the.
    case article

    /// The hint of the word in `range`; nil for most words. `IT` is none of *it*.
    static func of(_ bytes: [UInt8], _ range: Range<Int>) -> WordyHint? {
        guard let hint = table.value(of: bytes, range) else { return nil }
        return (hint == .leading || hint == .article) && range.count > 1 && bytes[range].allSatisfy(ASCII.isUppercase)
            ? nil : hint
    }

    /// Whether the word in `range` ends names and begins none: `Subnet CIDR`.
    static func onlyEndsNames(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { endings.contains(bytes, range) }

    private static let endings: WordSet = ["cidr", "cidrs", "ip", "ips"]

    private static let table = WordTable<WordyHint>(
        words.flatMap { hint, words in words.split(separator: " ").map { (word: String($0), value: hint) } })

    private static let words: [(WordyHint, String)] = [
        (
            .place,
            """
            server servers node nodes host hosts client clients agent agents cluster clusters controller controllers gateway \
            gateways appliance appliances vm vms machine machines subnet subnets network networks plane balancer balancers \
            cidr cidrs proxy proxies database databases console consoles workstation workstations browser browsers instance \
            instances pod pods sensor sensors device devices internet collector collectors manager managers worker workers \
            master masters peer peers user users computer computers pc pcs laptop router routers switch switches firewall \
            firewalls repository repositories registry registries broker brokers bastion member members component components \
            system systems dc dcs relay relays receiver receivers forwarder forwarders indexer indexers printer printers \
            target targets lan wan vlan vpc vnet vpn dmz intranet group groups zone ip ips address addresses administrator administrators admin \
            admins hypervisor hypervisors container containers daemon desktop desktops phone phones camera cameras replica \
            replicas responder responders listener listeners resolver resolvers endpoint endpoints
            """
        ),
        (.article, "a an the"),
        (.determiner, "all any your each every other another"),
        (
            .description,
            """
            used required needed allows allow enables enable provides provide access communication communicates connection \
            connections connects connect traffic default optional sends send receives optionally mandatory \
            monitoring logging replication synchronization authentication management discovery downloads download uploads \
            checks check accept serves exposes lets supports retrieves
            """
        ),
        (
            .leading,
            """
            to of for from in on by with at as is are be via this that these those when if used using not between \
            during over its which it can must should may will was were has have into than then
            """
        ),
    ]
}
