import Extraction
import HTMLReading
import MarkdownReading
import RequirementModel

/// What is extracted from `markdown`.
func extraction(fromMarkdown markdown: String, aliases: [String: String] = [:]) -> ExtractionResult {
    let reading = MarkdownReader(htmlReader: HTMLReader()).read(Array(markdown.utf8), path: "page.md")
    return Extractor(options: .init(serviceTagAliases: aliases)).extract(reading.document)
}

/// What is extracted from plain `text`.
func extraction(fromText text: String) -> ExtractionResult {
    Extractor().extract(PlainTextReader().read(Array(text.utf8), path: "page.txt").document)
}

/// What is extracted from `html`.
func extraction(fromHTML html: String) -> ExtractionResult {
    Extractor().extract(HTMLReader().read(Array(html.utf8), path: "page.html").document)
}

extension ExtractionResult {
    /// Every atom in one line, what is not said left out: `outbound cluster → a.example TCP/HTTPS/443 if=…`.
    var atoms: [String] { records.flatMap(\.atoms).map(\.compact) }

    /// The row records, each as `header: value` pairs.
    var rows: [String] {
        records.compactMap { record in
            guard case .row(let row) = record.content else { return nil }
            return row.cells.map { "\($0.header): \($0.value)" }.joined(separator: " | ")
        }
    }

    /// The lines of the network records.
    var lines: [Int] { records.filter { $0.network != nil }.map(\.location.position.line) }

    /// The reasons in the books for leaving rows out.
    var skipReasons: [String] { books.entries.flatMap { $0.skipped.map(\.reason) } }
}

extension Atom {
    fileprivate var compact: String {
        var parts: [String] = []
        if let cloud { parts.append(cloud.rawValue) }
        if let direction { parts.append(direction.rawValue) }
        if access == .deny { parts.append("deny") }
        if let source { parts.append("\(source.text) →") }
        if let destination { parts.append(destination.compact + (path ?? "")) }
        let service = "\(service.transport ?? "")/\(service.application ?? "")/\(service.port?.description ?? "")"
        if service != "//" { parts.append(service) }
        if alternative > 1 { parts.append("or\(alternative)") }
        if necessity != .required { parts.append(necessity.rawValue) }
        if let name { parts.append("name=\(name)") }
        if let priority { parts.append("priority=\(priority)") }
        return parts.joined(separator: " ")
    }
}

extension Endpoint {
    /// The normal form, marked where it is no name or address.
    fileprivate var compact: String {
        switch self {
        case .fqdn(let name), .cidr(let name): name
        case .serviceTag(let name): "#\(name)"
        case .any: "any"
        case .named(let name): "«\(name)»"
        }
    }
}
