/// What a word of running text can mean for a requirement.
struct WordSenses: OptionSet {
    let rawValue: UInt64

    static let outbound = WordSenses(rawValue: 1 << 0)
    static let inbound = WordSenses(rawValue: 1 << 1)
    static let bothWays = WordSenses(rawValue: 1 << 2)
    static let or = WordSenses(rawValue: 1 << 3)
    static let and = WordSenses(rawValue: 1 << 4)
    static let not = WordSenses(rawValue: 1 << 5)
    /// Begins a clause that limits: if, when, unless.
    static let conditional = WordSenses(rawValue: 1 << 6)
    static let only = WordSenses(rawValue: 1 << 7)
    static let optional = WordSenses(rawValue: 1 << 8)
    static let recommended = WordSenses(rawValue: 1 << 9)
    /// Something must be so: required, need, must.
    static let required = WordSenses(rawValue: 1 << 10)
    /// Traffic is let through: allow, open, permit.
    static let allow = WordSenses(rawValue: 1 << 11)
    static let deny = WordSenses(rawValue: 1 << 12)
    /// Somebody gets somewhere: access, connect, reach.
    static let reach = WordSenses(rawValue: 1 << 13)
    /// A word for what a requirement lists: endpoint, URL, address, port.
    static let endpointNoun = WordSenses(rawValue: 1 << 14)
    static let portNoun = WordSenses(rawValue: 1 << 15)
    /// A word for what flows: traffic, connections, requests.
    static let trafficNoun = WordSenses(rawValue: 1 << 16)
    /// Points to what stands next: following, below.
    static let following = WordSenses(rawValue: 1 << 17)
    /// Points to what stands near: these, listed, above, here.
    static let deictic = WordSenses(rawValue: 1 << 18)
    static let universal = WordSenses(rawValue: 1 << 19)
    /// By what way: over, via, on, using.
    static let over = WordSenses(rawValue: 1 << 20)
    static let to = WordSenses(rawValue: 1 << 21)
    static let from = WordSenses(rawValue: 1 << 22)
    static let example = WordSenses(rawValue: 1 << 24)
    static let `internal` = WordSenses(rawValue: 1 << 25)
    /// Weak modality: may, might, can.
    static let might = WordSenses(rawValue: 1 << 26)
    /// There is none: none, N/A.
    static let none = WordSenses(rawValue: 1 << 27)
    /// Whatever: any, all.
    static let any = WordSenses(rawValue: 1 << 28)
    static let yes = WordSenses(rawValue: 1 << 29)
    static let no = WordSenses(rawValue: 1 << 30)
    /// What a firewall does to traffic in general: restrict, control, filter.
    static let control = WordSenses(rawValue: 1 << 31)
    static let azure = WordSenses(rawValue: 1 << 32)
    static let cloud = WordSenses(rawValue: 1 << 33)
    static let global = WordSenses(rawValue: 1 << 34)
    static let government = WordSenses(rawValue: 1 << 35)
    static let unitedStates = WordSenses(rawValue: 1 << 36)
    static let china = WordSenses(rawValue: 1 << 37)
    static let vianet = WordSenses(rawValue: 1 << 38)
    /// For what or whom: for.
    static let purpose = WordSenses(rawValue: 1 << 39)
    /// The one that is meant when nothing else is said: default.
    static let `default` = WordSenses(rawValue: 1 << 40)
    /// More than: above, over, greater, higher.
    static let above = WordSenses(rawValue: 1 << 41)
    /// Not known in advance: dynamic, varies, various.
    static let varies = WordSenses(rawValue: 1 << 42)
    /// A service tag by that very word.
    static let tagLabel = WordSenses(rawValue: 1 << 43)
    /// A firewall, proxy or rule set: what a requirement is put into.
    static let firewall = WordSenses(rawValue: 1 << 44)
    /// A list or table.
    static let listing = WordSenses(rawValue: 1 << 45)
    /// In: `in Azure Government`.
    static let within = WordSenses(rawValue: 1 << 46)
    /// The same, ditto.
    static let same = WordSenses(rawValue: 1 << 47)
    /// A row of notes under a table, a legend.
    static let remark = WordSenses(rawValue: 1 << 48)
    /// The internet.
    static let internet = WordSenses(rawValue: 1 << 50)
    /// Ways on which prose runs on: see, refer, learn.
    static let see = WordSenses(rawValue: 1 << 51)
    /// A protocol's word for a type or code: type, code, protocol.
    static let protocolNoun = WordSenses(rawValue: 1 << 52)
    /// Starts or opens traffic: initiates, communicates, sends.
    static let communicate = WordSenses(rawValue: 1 << 53)
    static let either = WordSenses(rawValue: 1 << 54)
    static let operated = WordSenses(rawValue: 1 << 55)
    static let network = WordSenses(rawValue: 1 << 56)
    static let article = WordSenses(rawValue: 1 << 57)
    static let except = WordSenses(rawValue: 1 << 58)
    static let be = WordSenses(rawValue: 1 << 59)
    /// A word of plain language that is a service tag's name too: `Storage`.
    static let plainTag = WordSenses(rawValue: 1 << 60)
    static let range = WordSenses(rawValue: 1 << 61)
    /// A word for what a list can hold that is nowhere in the network: annotations, labels, parameters.
    static let otherNoun = WordSenses(rawValue: 1 << 62)
}
