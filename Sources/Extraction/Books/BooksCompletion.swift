internal import Algorithms
internal import RequirementModel

extension Books {
    /// Fills in what only full books have: the words of what was left out, where each fact is said, and what looks like an
    /// endpoint and is in none of `records`.
    mutating func complete(with document: Document, _ records: [Requirement], tags: ServiceTagVocabulary) {
        let survey = Survey(of: document, tags: tags)
        var places: [Survey.Piece: Int] = [:]
        for (index, entry) in entries.enumerated().reversed() where entry.reading != .statement {
            places[.init(kind: entry.kind, location: entry.location)] = index
        }
        passages = survey.findings.map { finding in
            var passage = finding.passage
            passage.entry = finding.piece.flatMap { places[$0] }
            return passage
        }
        giveWords()
        giveOrigins()
        let claims = Claims(records)
        for (finding, passage) in zip(survey.findings, passages) {
            for place in finding.places where !claims.contain(place.endpoint) {
                let reason = reason(for: place, in: passage)
                mentions.append(Mention(endpoint: place.endpoint, location: place.location, reason: reason))
            }
        }
    }

    private mutating func giveWords() {
        var words: [SourceLocation: String] = [:]
        for passage in passages.reversed() { words[passage.location] = passage.words }
        for entry in entries.indices {
            for row in entries[entry].skipped.indices {
                entries[entry].skipped[row].words = words[entries[entry].skipped[row].location] ?? ""
            }
        }
    }

    // MARK: Where facts are said

    /// So many statements of the same are looked at, the nearest first.
    private static let farthest = 64

    private mutating func giveOrigins() {
        var statements: [Fact: [Int]] = [:]
        for (index, entry) in entries.enumerated() where entry.reading == .statement {
            for fact in entry.holding { statements[fact, default: []].append(index) }
        }
        for index in entries.indices where entries[index].reading != .statement {
            for fact in entries[index].holding.indices {
                guard let said = statements[entries[index].holding[fact]] else { continue }
                entries[index].holding[fact].origin = origin(among: said, for: index)
            }
        }
    }

    private func origin(among statements: [Int], for entry: Int) -> SourceLocation? {
        // In order, so that those before the entry are found by halving.
        let next = statements.partitioningIndex { $0 >= entry }
        let before = statements[..<next].suffix(Self.farthest).reversed().first { reaches($0, entry) }
        let after = statements[next...].prefix(Self.farthest).first {
            entries[$0].reach == .section && reaches($0, entry)
        }
        return (before ?? after).map { entries[$0].location }
    }

    private func reaches(_ statement: Int, _ entry: Int) -> Bool {
        entries[statement].reach == .document || entries[entry].section.starts(with: entries[statement].section)
    }

    // MARK: What is in no record

    private func reason(for place: Survey.Place, in passage: Passage) -> String {
        if StandInNames.contains(place.endpoint) { return "a name that stands for the reader's own" }
        guard let index = passage.entry else { return passage.form.phrase }
        let entry = entries[index]
        if let row = entry.skipped.first(where: { $0.location == passage.location }) {
            return "\(passage.form.phrase) that is skipped: \(row.reason)"
        }
        switch entry.reading {
        case .rows: return "in a table that is not about the network"
        case .nothing: return "\(passage.form.phrase): \(entry.reason)"
        case .requirements, .statement, .unread:
            guard let column = place.column, entry.columns.indices.contains(column) else { return passage.form.phrase }
            let role = entry.columns[column].role
            return
                "in column “\(entry.columns[column].header)”, \(role.isEmpty ? "which is not read" : "read as \(role)")"
        }
    }
}

extension Books.Form {
    /// Where something in such a passage stands.
    fileprivate var phrase: String {
        switch self {
        case .heading: "in a heading"
        case .paragraph: "in a sentence"
        case .caption: "in a caption"
        case .row: "in a row"
        case .item: "in an item"
        case .note: "in a note"
        case .line: "in code"
        }
    }
}

/// The endpoints that records have.
private struct Claims {
    private var texts: Set<String> = []
    private var words: [String] = []

    init(_ records: [Requirement]) {
        for record in records {
            guard let network = record.network else { continue }
            for endpoint in network.sources + network.destinations.map(\.endpoint) { take(endpoint) }
        }
    }

    private mutating func take(_ endpoint: Endpoint) {
        switch endpoint {
        case .any: break
        case .named(let text): words.append(text.lowercased())
        case .cidr(let text):
            texts.insert(text)
            // The ends of a range are read one by one.
            let ends = text.split(separator: "-")
            if ends.count == 2 { for end in ends { texts.insert("\(end)\(end.contains(":") ? "/128" : "/32")") } }
        case .fqdn(let text), .serviceTag(let text): texts.insert(text)
        }
    }

    func contain(_ endpoint: Endpoint) -> Bool {
        texts.contains(endpoint.text) || words.contains { $0.contains(endpoint.text.lowercased()) }
    }
}
