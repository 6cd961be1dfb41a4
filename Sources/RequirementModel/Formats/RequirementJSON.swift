extension Requirement {
    /// Writes the record as an object: its place first, then what it states; what is not said is left out.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", id.rawValue)
            writer.member("document", document)
            writer.member("file", location.file)
            writer.member("line", location.position.line)
            writer.member("column", location.position.column)
            writer.member("section", section)
            switch content {
            case .network(let network):
                writer.member("kind", "network")
                network.writeMembers(to: &writer)
            case .row(let row):
                writer.member("kind", "row")
                writer.key("cells")
                writer.array(row.cells) { writer, cell in
                    writer.object {
                        $0.member("header", cell.header)
                        $0.member("value", cell.value)
                    }
                }
            }
        }
    }
}

extension NetworkRequirement {
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        if !clouds.isEmpty { writer.member("clouds", clouds.map(\.rawValue)) }
        writer.member("direction", direction?.rawValue)
        writer.member("access", access.rawValue)
        writer.member("priority", priority)
        writer.member("name", name)
        if !sources.isEmpty {
            writer.key("sources")
            writer.array(sources) { writer, source in
                writer.object { source.writeMembers(to: &$0) }
            }
        }
        writer.key("destinations")
        writer.array(destinations) { $1.write(to: &$0) }
        writer.key("services")
        writer.array(services) { $1.write(to: &$0) }
        writer.member("necessity", necessity.rawValue)
        writer.member("condition", condition)
        writer.member("purpose", purpose)
    }
}

extension Destination {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            endpoint.writeMembers(to: &writer)
            writer.member("path", path)
            writer.member("alternative", alternative)
            if !clouds.isEmpty { writer.member("clouds", clouds.map(\.rawValue)) }
            writer.member("condition", condition)
            if !services.isEmpty {
                writer.key("services")
                writer.array(services) { $1.write(to: &$0) }
            }
        }
    }
}

extension Endpoint {
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.member("type", kind.rawValue)
        writer.member("value", text)
    }
}

extension Service {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("transport", transport)
            writer.member("application", application)
            writer.member("port", port?.description)
        }
    }
}

extension Requirement: Decodable {
    private enum CodingKeys: String, CodingKey { case id, document, file, line, column, section, kind, cells }
    private enum Kind: String, Decodable { case network, row }

    /// Reads what ``write(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let position = SourcePosition(
            line: try container.decode(Int.self, forKey: .line), column: try container.decode(Int.self, forKey: .column)
        )
        let content: Content =
            switch try container.decode(Kind.self, forKey: .kind) {
            case .network: .network(try NetworkRequirement(from: decoder))
            case .row: .row(RowRecord(cells: try container.decode([RowRecord.Cell].self, forKey: .cells)))
            }
        self.init(
            id: RecordID(rawValue: try container.decode(String.self, forKey: .id)),
            document: try container.decode(String.self, forKey: .document),
            location: SourceLocation(file: try container.decode(String.self, forKey: .file), position: position),
            section: try container.decode([String].self, forKey: .section),
            content: content)
    }
}

extension NetworkRequirement {
    /// Reads a record's members; what is left out is not said.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            clouds: try container.decodeIfPresent([Cloud].self, forKey: .clouds) ?? [],
            direction: try container.decodeIfPresent(Direction.self, forKey: .direction),
            access: try container.decode(Access.self, forKey: .access),
            priority: try container.decodeIfPresent(String.self, forKey: .priority),
            name: try container.decodeIfPresent(String.self, forKey: .name),
            sources: try container.decodeIfPresent([Endpoint].self, forKey: .sources) ?? [],
            destinations: try container.decode([Destination].self, forKey: .destinations),
            services: try container.decode([Service].self, forKey: .services),
            necessity: try container.decode(Necessity.self, forKey: .necessity),
            condition: try container.decodeIfPresent(String.self, forKey: .condition),
            purpose: try container.decodeIfPresent(String.self, forKey: .purpose))
    }
}

extension Destination {
    private enum CodingKeys: String, CodingKey { case path, alternative, clouds, condition, services }

    /// Reads a destination; the endpoint's members stand among its own.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try Endpoint(from: decoder),
            path: try container.decodeIfPresent(String.self, forKey: .path),
            alternative: try container.decode(Int.self, forKey: .alternative),
            clouds: try container.decodeIfPresent([Cloud].self, forKey: .clouds) ?? [],
            condition: try container.decodeIfPresent(String.self, forKey: .condition),
            services: try container.decodeIfPresent([Service].self, forKey: .services) ?? [])
    }
}
