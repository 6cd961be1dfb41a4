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
