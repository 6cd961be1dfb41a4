internal import RequirementModel

/// A record as similarity sees it: its typed fields, made comparable once.
struct RecordProfile {
    private let isRow: Bool
    private let section: [String]
    private let wording: [String]
    private let clouds: [String]
    private let flow: [String]
    private let services: [String]
    private let names: [Name]
    private let cells: [String]

    /// A destination, or the first cell of a row.
    private struct Name {
        var text: String
        var bigrams: [UInt16]

        init(_ text: String) {
            self.text = text
            bigrams = Resemblance.bigrams(of: text)
        }
    }

    init(_ record: Requirement) {
        section = record.section.flatMap(Wording.words).sorted()
        switch record.content {
        case .network(let network):
            isRow = false
            wording = (Wording.words(of: network.purpose ?? "") + Wording.words(of: network.condition ?? "")).sorted()
            clouds = (network.clouds + network.destinations.flatMap(\.clouds)).map(\.rawValue).sorted()
            flow =
                ([network.direction?.rawValue ?? "", network.access.rawValue, network.name ?? ""]
                + network.sources.map(\.text)).sorted()
            services = (network.services + network.destinations.flatMap(\.services))
                .map { "\($0.transport ?? "")/\($0.port?.description ?? "")" }.sorted()
            names = Set(network.destinations.map { $0.endpoint.text + ($0.path ?? "") }).sorted().map(Name.init)
            cells = []
        case .row(let row):
            isRow = true
            (wording, clouds, flow, services) = ([], [], [], [])
            names = row.cells.first.map { [Name($0.value)] } ?? []
            cells = row.cells.map(\.value).filter { !$0.isEmpty }.sorted()
        }
    }

    /// How alike two records are, in thousandths; fields of which neither side says anything do not count.
    func similarity(to other: RecordProfile) -> Int {
        guard isRow == other.isRow else { return 0 }
        var (sum, weights) = (0, 0)
        func count(_ weight: Int, _ left: [String], _ right: [String]) {
            guard !left.isEmpty || !right.isEmpty else { return }
            sum += weight * Resemblance.dice(left, right)
            weights += weight
        }
        count(10, section, other.section)
        count(20, wording, other.wording)
        count(10, clouds, other.clouds)
        count(5, flow, other.flow)
        count(15, services, other.services)
        count(40, cells, other.cells)
        if !names.isEmpty || !other.names.isEmpty {
            sum += 45 * resemblance(of: names, to: other.names)
            weights += 45
        }
        return weights == 0 ? Resemblance.whole : sum / weights
    }

    /// What the record can be found by among many: its names and their labels, its words, its cells.
    var features: Set<String> {
        var features = Set(names.map { "name \($0.text)" } + cells.map { "cell \($0)" })
        for name in names {
            for label in name.text.split(whereSeparator: { $0 == "." || $0 == "/" }) {
                features.insert("label \(label)")
            }
        }
        if !wording.isEmpty { features.insert("wording \(wording.joined(separator: " "))") }
        return features
    }

    /// Equal names count whole, the others by how alike they are; long lists by their equal names alone.
    private func resemblance(of left: [Name], to right: [Name]) -> Int {
        let leftTexts = Set(left.map(\.text))
        let rightTexts = Set(right.map(\.text))
        let shared = leftTexts.intersection(rightTexts)
        var sum = shared.count * Resemblance.whole
        var leftRest = left.filter { !shared.contains($0.text) }
        let rightRest = right.filter { !shared.contains($0.text) }
        if leftRest.count <= 16, rightRest.count <= 16 {
            for name in rightRest {
                let scores = leftRest.map { Resemblance.dice($0.bigrams, name.bigrams) }
                guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { break }
                // Squared, because names of one vendor share most of their letters.
                sum += scores[best] * scores[best] / Resemblance.whole
                leftRest.remove(at: best)
            }
        }
        return 2 * sum / (left.count + right.count)
    }
}
