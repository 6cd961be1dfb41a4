extension Requirement {
    /// Reads what ``write(to:)`` wrote.
    /// - Parameter neighbour: A record whose place is probably the same; texts that are, are shared with it.
    public init(from reader: inout JSONReader, beside neighbour: Requirement? = nil) throws(JSONReader.Fault) {
        let start = reader.offset
        var (id, document, file, kind): (String?, String?, String?, Kind?)
        var position = SourcePosition.unknown
        var section: [String] = []
        var network = NetworkRequirement()
        var row = RowRecord(cells: [])
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": id = try reader.string(expecting: neighbour?.id.rawValue)
            case "document": document = try reader.string(expecting: neighbour?.document)
            case "file": file = try reader.string(expecting: document)
            case "line": position.line = try reader.integer()
            case "column": position.column = try reader.integer()
            case "section": section = try reader.strings(expecting: neighbour?.section ?? [])
            case "kind": kind = try reader.symbol()
            case "cells": row = try RowRecord(from: &reader, beside: neighbour)
            default: try network.readMember(key, from: &reader)
            }
        }
        guard let id, let document, let file, let kind else {
            throw JSONReader.Fault(at: start, "a record lacks its id, document, file or kind")
        }
        self.init(
            id: RecordID(rawValue: id), document: document, location: SourceLocation(file: file, position: position),
            section: section, content: kind == .network ? .network(network) : .row(row))
    }

    private enum Kind: String {
        case network, row
    }
}

extension RowRecord {
    /// Headers are shared with a row that has the same ones.
    fileprivate init(from reader: inout JSONReader, beside neighbour: Requirement?) throws(JSONReader.Fault) {
        var headers: [Cell] = []
        if case .row(let row)? = neighbour?.content { headers = row.cells }
        var cells: [Cell] = []
        try reader.beginArray()
        while try reader.nextElement() {
            var cell = Cell(header: "", value: "")
            try reader.beginObject()
            while let key = try reader.nextKey() {
                switch key {
                case "header":
                    let expected = cells.count < headers.count ? headers[cells.count].header : nil
                    cell.header = try reader.string(expecting: expected)
                case "value": cell.value = try reader.string()
                default: try reader.skip()
                }
            }
            cells.append(cell)
        }
        self.init(cells: cells)
    }
}

extension NetworkRequirement {
    /// Reads the member called `key`; what is left out is not said.
    fileprivate mutating func readMember(_ key: String, from reader: inout JSONReader) throws(JSONReader.Fault) {
        switch key {
        case "clouds": clouds = try reader.symbols()
        case "direction": direction = try reader.symbol()
        case "access": access = try reader.symbol()
        case "priority": priority = try reader.string()
        case "name": name = try reader.string()
        case "sources": sources = try Self.endpoints(from: &reader)
        case "destinations": destinations = try Self.destinations(from: &reader)
        case "services": services = try Service.array(from: &reader)
        case "necessity": necessity = try reader.symbol()
        case "condition": condition = try reader.string()
        case "purpose": purpose = try reader.string()
        default: try reader.skip()
        }
    }

    private static func endpoints(from reader: inout JSONReader) throws(JSONReader.Fault) -> [Endpoint] {
        var endpoints: [Endpoint] = []
        for destination in try destinations(from: &reader) { endpoints.append(destination.endpoint) }
        return endpoints
    }

    /// Destinations; the endpoint's members stand among the others.
    private static func destinations(from reader: inout JSONReader) throws(JSONReader.Fault) -> [Destination] {
        var destinations: [Destination] = []
        try reader.beginArray()
        while try reader.nextElement() {
            let start = reader.offset
            var (kind, text): (Endpoint.Kind?, String?)
            var destination = Destination(.any)
            try reader.beginObject()
            while let key = try reader.nextKey() {
                switch key {
                case "type": kind = try reader.symbol()
                case "value": text = try reader.string()
                case "path": destination.path = try reader.string()
                case "alternative": destination.alternative = try reader.integer()
                case "clouds": destination.clouds = try reader.symbols()
                case "condition": destination.condition = try reader.string()
                case "services": destination.services = try Service.array(from: &reader)
                default: try reader.skip()
                }
            }
            guard let kind, let text else { throw JSONReader.Fault(at: start, "an endpoint lacks its type or value") }
            destination.endpoint = Endpoint(kind: kind, text: text)
            destinations.append(destination)
        }
        return destinations
    }
}

extension Service {
    fileprivate static func array(from reader: inout JSONReader) throws(JSONReader.Fault) -> [Service] {
        var services: [Service] = []
        try reader.beginArray()
        while try reader.nextElement() {
            var service = Service()
            try reader.beginObject()
            while let key = try reader.nextKey() {
                switch key {
                case "transport": service.transport = try reader.string()
                case "application": service.application = try reader.string()
                case "port": service.port = try PortRange(from: &reader)
                default: try reader.skip()
                }
            }
            services.append(service)
        }
        return services
    }
}

extension PortRange {
    /// Reads the normal form.
    public init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        let text = try reader.string()
        guard let range = PortRange(normalForm: text) else {
            throw JSONReader.Fault(at: start, "'\(text)' is no port or range")
        }
        self = range
    }
}

extension JSONReader {
    /// An array of strings that stand for values.
    public mutating func symbols<Symbol: RawRepresentable<String>>(
        _: Symbol.Type = Symbol.self
    ) throws(Fault) -> [Symbol] {
        var symbols: [Symbol] = []
        try beginArray()
        while try nextElement() { symbols.append(try symbol()) }
        return symbols
    }
}
