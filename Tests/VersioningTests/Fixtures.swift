import RequirementModel
import Versioning

/// Pages of records for the tests, without a reader: each record stands on the line after the one before.
struct Page {
    var path: String
    var records: [Requirement]
    var digest: String?
    /// A page of `contents`, from line 10 on, under one heading.
    init(_ contents: [NetworkRequirement], at path: String = "firewall.md", under section: [String] = ["Rules"]) {
        self.path = path
        records = contents.map {
            Requirement(
                document: path, location: SourceLocation(file: path), section: section, content: .network($0))
        }
        renumber()
    }

    /// A page of a table that is not about the network: header and value of each cell.
    init(rows: [[(String, String)]], at path: String = "sizes.md", under section: [String] = ["Sizes"]) {
        self.path = path
        records = rows.map { row in
            Requirement(
                document: path, location: SourceLocation(file: path), section: section,
                content: .row(RowRecord(cells: row.map { .init(header: $0.0, value: $0.1) })))
        }
        renumber()
    }

    mutating func renumber() {
        for index in records.indices { records[index].location.position = SourcePosition(line: 10 + index) }
    }

    /// The page with its records, or its contents, edited; lines follow.
    func edited(_ edit: (inout [Requirement]) -> Void) -> Page {
        var page = self
        edit(&page.records)
        page.renumber()
        return page
    }

    func renamed(to path: String) -> Page {
        var page = self
        page.path = path
        for index in page.records.indices {
            page.records[index].document = path
            page.records[index].location.file = path
        }
        return page
    }
}

extension Snapshot {
    /// The state of `pages`; a page's digest is over what it states, so that other bytes give other digests.
    init(_ name: String, _ pages: [Page], extractor: String = "1") {
        let states = pages.map { page in
            DocumentState(
                path: page.path, digest: page.digest ?? "\(page.records.hashValue)", recordCount: page.records.count)
        }
        self.init(name: name, extractor: extractor, documents: states, records: pages.flatMap(\.records))
    }
}

extension Requirement {
    /// Edits what a network record states.
    mutating func edit(_ change: (inout NetworkRequirement) -> Void) {
        guard case .network(var network) = content else { return }
        change(&network)
        content = .network(network)
    }
}

extension NetworkRequirement {
    /// Names on ports: `NetworkRequirement("a.example", "b.example", tcp: 443, for: "Updates")`.
    init(_ names: String..., tcp port: Int, for purpose: String? = nil) {
        self.init(
            destinations: names.map { Destination(.fqdn($0)) },
            services: [Service(transport: "TCP", port: PortRange(port))], purpose: purpose)
    }
}

/// An atom in a few words: `AzureCloud fqdn a.example TCP 443`.
func words(_ atoms: [Atom]) -> Set<String> {
    Set(
        atoms.map { atom in
            [
                atom.cloud?.rawValue, atom.destination?.text, atom.service.transport, atom.service.port?.description,
            ].compactMap(\.self).joined(separator: " ")
        })
}
