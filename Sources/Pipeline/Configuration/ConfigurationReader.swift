internal import RequirementModel
public import TransformerKit
internal import Yams

extension Configuration {
    /// Reads the configuration in `file`.
    /// - Throws: ``Failure``, (input missing) when there is no such file; ``InvalidConfiguration`` with all its faults.
    public static func read(_ file: String, registry: TransformerRegistry) throws -> Configuration {
        let bytes: [UInt8]
        do throws(FileReading.Fault) {
            bytes = try FileReading.bytes(at: DiskPath(file).description)
        } catch {
            throw Failure(
                error.isMissing ? .inputMissing : .configuration,
                error.isMissing
                    ? "there is no '\(file)'; 'requisite init' starts one" : "cannot read '\(file)': \(error.reason)")
        }
        return try parse(bytes, file: file, registry: registry)
    }

    /// Reads a configuration from the bytes of `file`.
    static func parse(_ bytes: [UInt8], file: String, registry: TransformerRegistry) throws -> Configuration {
        let text = TextDecoding(bytes, path: file)
        var reader = ConfigurationReader(text: text.utf8, file: file, registry: registry)
        let configuration = reader.read()
        guard reader.faults.isEmpty else { throw InvalidConfiguration(diagnostics: reader.faults.sorted()) }
        return configuration
    }
}

/// Walks the YAML tree beside the schema and notes every fault with its place.
struct ConfigurationReader {
    let text: [UInt8]
    let file: String
    let registry: TransformerRegistry
    private(set) var faults: [Diagnostic] = []

    init(text: [UInt8], file: String, registry: TransformerRegistry) {
        self.text = text
        self.file = file
        self.registry = registry
    }

    mutating func read() -> Configuration {
        var configuration = Configuration(file: file)
        let root: Node?
        do {
            root = try compose(yaml: String(decoding: text, as: UTF8.self))
        } catch {
            faults.append(YAMLFault(error).diagnostic(in: file, text: text))
            return configuration
        }
        // An empty file says nothing, which is allowed.
        let members = root.map { mapping($0, of: "the configuration", keys: ConfigurationKey.top) } ?? [:]
        if let node = members[.corpus] { configuration.corpus = path(node) ?? configuration.corpus }
        if let node = members[.output] { configuration.output = path(node) ?? configuration.output }
        if let node = members[.documents] {
            let members = mapping(node, of: "'documents'", keys: ConfigurationKey.documentsMembers)
            configuration.documents.include = members[.include].map { strings($0).map(Glob.init) } ?? []
            configuration.documents.exclude = members[.exclude].map { strings($0).map(Glob.init) } ?? []
        }
        if let node = members[.sources] { configuration.sources = sources(node) }
        if let node = members[.aliases] {
            let members = mapping(node, of: "'aliases'", keys: ConfigurationKey.aliasesMembers)
            configuration.documentAliases = members[.documentAliases].map { names($0) } ?? [:]
            configuration.serviceTagAliases = members[.serviceTags].map { names($0) } ?? [:]
        }
        configuration.transformers = transformers(members[.transformers], aliases: configuration.documentAliases)
        return configuration
    }

    /// The transformers that are named; all with their defaults where none is.
    private mutating func transformers(
        _ node: Node?, aliases: [String: String]
    ) -> [Configuration.ConfiguredTransformer] {
        guard let node else {
            return registry.all.compactMap { type in
                (try? OptionValues(for: type.descriptor)).map { .init(type: type, options: $0) }
            }
        }
        var transformers: [Configuration.ConfiguredTransformer] = []
        for (key, value) in pairs(node, of: "'transformers'") {
            guard let name = string(key) else { continue }
            do throws(UnknownTransformer) {
                let type = try registry.transformer(named: name)
                if let options = options(value, of: type.descriptor, aliases: aliases) {
                    transformers.append(.init(type: type, options: options))
                }
            } catch {
                fault("unknown-transformer", at: key, error.description)
            }
        }
        return transformers.sorted { $0.name < $1.name }
    }

    private mutating func options(
        _ node: Node, of descriptor: TransformerDescriptor, aliases: [String: String]
    ) -> OptionValues? {
        var given: [String: OptionValue] = [:]
        var places: [String: Node] = [:]
        for (key, value) in isNull(node) ? [] : pairs(node, of: "the options of '\(descriptor.name)'") {
            guard let name = string(key), let option = optionValue(value) else { continue }
            given[name] = name == "documents" ? option.resolving(aliases) : option
            places[name] = descriptor.options.contains { $0.name == name } ? value : key
        }
        // Each is checked alone first, so that every fault is found, not only the first.
        var isSound = true
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            do throws(OptionError) {
                _ = try OptionValues([name: value], for: descriptor)
            } catch {
                isSound = false
                fault("invalid-option", at: places[name] ?? node, error.description)
            }
        }
        return isSound ? try? OptionValues(given, for: descriptor) : nil
    }

    private mutating func optionValue(_ node: Node) -> OptionValue? {
        switch node {
        case .scalar(let scalar):
            // What is quoted is a string, whatever it says.
            guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
            return node.bool.map(OptionValue.boolean) ?? node.int.map(OptionValue.integer) ?? .string(scalar.string)
        case .sequence: return .list(strings(node))
        case .mapping:
            var values: [String: [String]] = [:]
            for (key, value) in pairs(node, of: "an option") {
                guard let name = string(key) else { continue }
                values[name] = strings(value)
            }
            return .map(values)
        case .alias: return nil
        }
    }
}

// MARK: - Pieces of YAML

extension ConfigurationReader {
    /// The members of a mapping that may have `keys` and no others.
    mutating func mapping(
        _ node: Node, of what: String, keys: [ConfigurationKey]
    ) -> [ConfigurationKey: Node] {
        var members: [ConfigurationKey: Node] = [:]
        for (key, value) in isNull(node) ? [] : pairs(node, of: what) {
            guard let name = string(key) else { continue }
            if let known = keys.first(where: { $0.name == name }) {
                members[known] = value
            } else {
                let hint = Spelling.hint(for: name, among: keys.map(\.name))
                fault("unknown-key", at: key, "\(what) has no key '\(name)'; \(hint)")
            }
        }
        return members
    }

    private mutating func pairs(_ node: Node, of what: String) -> [(Node, Node)] {
        if case .mapping(let mapping) = node { return mapping.map { ($0.key, $0.value) } }
        fault("invalid-value", at: node, "\(what) must be a mapping: 'name: value' on each line, or 'name:' alone")
        return []
    }

    mutating func string(_ node: Node) -> String? {
        if case .scalar(let scalar) = node, !isNull(node) { return scalar.string }
        fault("invalid-value", at: node, "must be a string")
        return nil
    }

    /// A list of strings, or one string alone.
    mutating func strings(_ node: Node) -> [String] {
        guard case .sequence(let sequence) = node else { return string(node).map { [$0] } ?? [] }
        return sequence.compactMap { string($0) }
    }

    /// A mapping of names to names.
    private mutating func names(_ node: Node) -> [String: String] {
        var names: [String: String] = [:]
        for (key, value) in isNull(node) ? [] : pairs(node, of: "a list of aliases") {
            if let alias = string(key), let name = string(value) { names[alias] = name }
        }
        return names
    }

    private mutating func path(_ node: Node) -> String? {
        guard let path = string(node) else { return nil }
        if path.isEmpty {
            fault("invalid-value", at: node, "must name a folder")
            return nil
        }
        return path
    }

    func isNull(_ node: Node) -> Bool { node.null != nil }

    mutating func fault(_ id: String, at node: Node, _ message: String) {
        let position = node.mark.map { YAMLFault.position($0, in: text) } ?? .unknown
        faults.append(Diagnostic(.error, id, at: SourceLocation(file: file, position: position), message))
    }
}

extension OptionValue {
    /// The same with documents' paths in place of their aliases.
    fileprivate func resolving(_ aliases: [String: String]) -> OptionValue {
        switch self {
        case .string(let name): .string(aliases[name] ?? name)
        case .list(let names): .list(names.map { aliases[$0] ?? $0 })
        case .integer, .boolean, .map: self
        }
    }
}
