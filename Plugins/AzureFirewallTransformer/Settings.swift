internal import RequirementModel
internal import TransformerKit

/// The options, read and checked.
struct Settings: Sendable {
    private var chosenClouds: Set<Cloud>
    private var documents: [String]
    private var necessities: Set<Necessity>
    var placeholders: [String: [String]]
    var namedDestinations: [String: [String]]
    var expressesAny: Bool
    var allowsWholeHosts: Bool
    var usesIPv6: Bool
    var sourceAddresses: [String]
    var groupName: String
    var groupPriority: Int
    var collectionPriority: Int

    static let options: [TransformerDescriptor.Option] = [
        .init(
            "clouds", summary: "Clouds to make a template for; by default AzureCloud and those that records name.",
            default: .list([]), choices: Cloud.allCases.map(\.rawValue)),
        .init(
            "documents", summary: "Documents, or folders of documents, to make rules from; by default all.",
            default: .list([])),
        .init(
            "necessities", summary: "Which requirements become rules.",
            default: .list(Necessity.allCases.map(\.rawValue)), choices: Necessity.allCases.map(\.rawValue)),
        .init(
            "placeholders",
            summary: "Values for placeholders, such as region: [westeurope]; one without values becomes a parameter.",
            default: .map([:])),
        .init(
            "named-destinations",
            summary:
                "Addresses, host names (lower case) or service tags (upper case) for destinations, sources and tags that "
                + "a reader must resolve.",
            default: .map([:])),
        .init(
            "any-destination", summary: "Make rules for requirements that ask for any destination.",
            default: .boolean(false)),
        .init(
            "url-paths", summary: "What to do with a URL that has a path: report it, or allow its whole host.",
            default: .string("report"), choices: ["report", "host"]),
        .init("ipv6", summary: "Make rules for IPv6, for a firewall in dual-stack mode.", default: .boolean(false)),
        .init(
            "source-addresses", summary: "The default of the template's parameter for whom the rules are for.",
            default: .list(["*"])),
        .init(
            "group-name", summary: "Name of the rule collection group; further groups are numbered.",
            default: .string("requisite")),
        .init(
            "group-priority", summary: "Priority of the first rule collection group, 100 to 64900.",
            default: .integer(1000)),
        .init(
            "collection-priority", summary: "Priority of the first rule collection, 100 to 64500.",
            default: .integer(1000)),
    ]

    init(_ options: OptionValues) throws(OptionError) {
        chosenClouds = Set(options.list("clouds").compactMap(Cloud.init))
        documents = options.list("documents")
        necessities = Set(options.list("necessities").compactMap(Necessity.init))
        placeholders = [:]
        for (name, values) in options.map("placeholders") {
            placeholders[name.hasPrefix("{") && name.hasSuffix("}") ? String(name.dropFirst().dropLast()) : name] =
                values
        }
        namedDestinations = options.map("named-destinations")
        expressesAny = options.boolean("any-destination")
        allowsWholeHosts = options.string("url-paths") == "host"
        usesIPv6 = options.boolean("ipv6")
        sourceAddresses = options.list("source-addresses")
        groupName = options.string("group-name")
        groupPriority = options.integer("group-priority")
        collectionPriority = options.integer("collection-priority")
        try check()
    }

    private func check() throws(OptionError) {
        if let stranger = sourceAddresses.first(where: { $0 != "*" && !isVersionFour($0) }) {
            throw OptionError(
                option: "source-addresses", message: "'\(stranger)' is no IPv4 address, network or range, and not '*'")
        }
        if sourceAddresses.isEmpty {
            throw OptionError(option: "source-addresses", message: "a rule needs a source; '*' stands for any")
        }
        let isName =
            groupName.utf8.allSatisfy(isNameByte) && groupName.utf8.first.map(isAlphanumeric) == true
            && groupName.utf8.last.map(isAlphanumeric) == true
        guard isName, groupName.utf8.count <= ServiceFacts.nameLength - 4 else {
            throw OptionError(
                option: "group-name",
                message: "takes up to 76 letters, digits, '.', '_' and '-', beginning and ending with a letter or digit"
            )
        }
        for (option, value, last) in [
            ("group-priority", groupPriority, 64_900), ("collection-priority", collectionPriority, 64_500),
        ] where !(ServiceFacts.priorities.lowerBound...last).contains(value) {
            throw OptionError(
                option: option, message: "takes \(ServiceFacts.priorities.lowerBound) to \(last), not \(value)")
        }
    }

    /// The clouds to make templates for.
    func clouds(of records: [Requirement]) -> [Cloud] {
        if !chosenClouds.isEmpty { return chosenClouds.sorted() }
        var clouds: Set<Cloud> = [.global]
        for record in records {
            guard let network = record.network else { continue }
            clouds.formUnion(network.clouds)
            for destination in network.destinations { clouds.formUnion(destination.clouds) }
        }
        return clouds.sorted()
    }

    /// The names in options for which no record has a use: misspelt, or of a requirement that is gone. Sorted.
    func unusedValues(_ records: [Requirement]) -> [String] {
        var names: Set<String> = []
        var paths: Set<String> = []
        for record in records {
            guard let network = record.network else { continue }
            paths.insert(record.document)
            for endpoint in network.destinations.map(\.endpoint) + network.sources {
                names.insert(endpoint.text)
                names.formUnion(endpoint.placeholders.map { "{\($0)}" })
            }
        }
        let known = Set(placeholders.keys.map { "{\($0)}" }).union(namedDestinations.keys)
        let idle = documents.filter { path in !paths.contains { $0.isAtOrBelow(path) } }
        return (known.subtracting(names) + idle).sorted()
    }

    /// Why a record is left out; nil when it is not.
    func exclusion(of record: Requirement) -> Exclusion? {
        if !documents.isEmpty, !documents.contains(where: { record.document.isAtOrBelow($0) }) { return .document }
        return necessities.contains(record.network?.necessity ?? .required) ? nil : .necessity
    }
}

/// Why a record is left out of a template at the user's word.
enum Exclusion: String, CaseIterable {
    case cloud, document, necessity
}

extension String {
    fileprivate func isAtOrBelow(_ path: String) -> Bool {
        self == path || hasPrefix(path.hasSuffix("/") ? path : path + "/")
    }
}

func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

/// Whether the byte may stand in the name of a rule, a collection or a group.
func isNameByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
}

/// Whether `text` is an IPv4 address, network or range.
func isVersionFour(_ text: String) -> Bool { AddressRange(text)?.family == .versionFour }
