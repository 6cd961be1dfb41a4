internal import Fetching
internal import Yams

/// The part of `requisite.yml` that says where documents are fetched from.
extension ConfigurationReader {
    /// The sources that are declared without fault.
    mutating func sources(_ node: Node) -> [Source] {
        guard !isNull(node) else { return [] }
        guard case .sequence(let sequence) = node else {
            fault("invalid-value", at: node, "'sources' must be a list of sources")
            return []
        }
        var sources: [Source] = []
        for node in sequence {
            guard let source = source(node) else { continue }
            if sources.contains(where: { $0.name.lowercased() == source.name.lowercased() }) {
                fault(
                    "duplicate-source", at: node,
                    "a source called '\(source.name)' stands above; two sources cannot share a folder of the corpus")
            } else {
                sources.append(source)
            }
        }
        return sources
    }

    private mutating func source(_ node: Node) -> Source? {
        let known = faults.count
        let members = mapping(node, of: "a source", keys: ConfigurationKey.sourceMembers)
        // A misspelt key is said once, and not also as one that is missing.
        guard faults.count == known else { return nil }
        guard let nameNode = members[.name] else {
            fault("invalid-source", at: node, "a source lacks its 'name', which is its folder in the corpus")
            return nil
        }
        guard let name = string(nameNode) else { return nil }
        guard name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._\-]*/) != nil else {
            fault(
                "invalid-source", at: nameNode,
                "'\(name)' cannot be a folder's name; use letters, digits, '.', '_', '-'")
            return nil
        }
        switch (members[.git], members[.https]) {
        case (let git?, nil):
            refuse([.timeout, .pageLimit], in: members, as: "belongs to an https source; '\(name)' has 'git'")
            return gitSource(git, members, in: node).map { Source(name: name, kind: .git($0)) }
        case (nil, let https?):
            refuse([.ref, .paths], in: members, as: "belongs to a git source; '\(name)' has 'https'")
            return Source(name: name, kind: .https(webSource(https, members)))
        case (nil, nil):
            fault("invalid-source", at: node, "the source '\(name)' says not where it is; give 'git' or 'https'")
        case (_?, _?):
            fault("invalid-source", at: node, "the source '\(name)' has both 'git' and 'https'; make it two sources")
        }
        return nil
    }

    /// Notes each of `keys` that a source of the other kind has.
    private mutating func refuse(
        _ keys: [ConfigurationKey], in members: [ConfigurationKey: Node], as reason: String
    ) {
        for key in keys {
            if let node = members[key] { fault("invalid-source", at: node, "'\(key.name)' \(reason)") }
        }
    }

    private mutating func gitSource(
        _ node: Node, _ members: [ConfigurationKey: Node], in source: Node
    ) -> GitSource? {
        guard let repository = address(node) else { return nil }
        var ref: String?
        if let node = members[.ref] {
            guard let text = string(node) else { return nil }
            guard text.wholeMatch(of: /[^\-+:\s~^?*\[\\][^+:\s~^?*\[\\]*/) != nil else {
                fault("invalid-source", at: node, "'\(text)' cannot be a branch, a tag or a commit")
                return nil
            }
            ref = text
        }
        guard let pathsNode = members[.paths] else {
            fault("invalid-source", at: source, "a git source lacks its 'paths'; name its pages, or folders of them")
            return nil
        }
        let paths = strings(pathsNode)
        if paths.isEmpty { fault("invalid-source", at: pathsNode, "'paths' names nothing to fetch") }
        for path in paths where path.isEmpty || path.split(separator: "/").contains("..") || path.contains("\n") {
            fault("invalid-source", at: pathsNode, "'\(path)' is no path below the top of the repository")
        }
        return GitSource(repository: repository, ref: ref, paths: paths)
    }

    private mutating func webSource(_ node: Node, _ members: [ConfigurationKey: Node]) -> WebSource {
        let addresses = strings(node)
        if addresses.isEmpty { fault("invalid-source", at: node, "'https' names no page") }
        for address in addresses {
            do throws(WebAddress.Fault) {
                _ = try WebAddress(address)
            } catch {
                fault(
                    error == .credentials ? "credentials" : "invalid-source", at: node,
                    "'\(Credentials.blackedOut(address))' \(error)")
            }
        }
        var limits = WebLimits()
        if let seconds = members[.timeout].flatMap({ number($0, in: WebLimits.allSeconds) }) {
            limits.seconds = seconds
        }
        if let megabytes = members[.pageLimit].flatMap({ number($0, in: WebLimits.allMegabytes) }) {
            limits.bytes = megabytes << 20
        }
        return WebSource(addresses: addresses, limits: limits)
    }

    private mutating func number(_ node: Node, in range: ClosedRange<Int>) -> Int? {
        if let number = node.int, range.contains(number) { return number }
        fault("invalid-value", at: node, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    private mutating func address(_ node: Node) -> String? {
        guard let text = string(node) else { return nil }
        guard !text.isEmpty, !text.hasPrefix("-"), !text.contains("\n") else {
            fault("invalid-source", at: node, "'\(text)' is no repository")
            return nil
        }
        refuseCredentials(in: text, at: node)
        return text
    }

    private mutating func refuseCredentials(in address: String, at node: Node) {
        guard Credentials.stand(in: address) else { return }
        fault(
            "credentials", at: node,
            "'\(Credentials.blackedOut(address))' holds credentials, which do not belong in a file that is committed; "
                + "leave them to git's credential helper or to ~/.netrc")
    }
}
