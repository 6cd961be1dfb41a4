/// Phrases that recur as cells of a table's rows, and how much speaks for each: 100 for one time more than once.
struct PhraseWeights {
    /// The most words in a phrase.
    static let longest = 12

    private var places: [UInt64: Int] = [:]
    private var terms: [UInt64: Int] = [:]
    /// What the page's other tables tell, and the line on which this one begins.
    private let page: (places: PagePlaces, line: Int)?

    /// What speaks for the phrase of `hash` as a cell of `nature`.
    func weight(_ hash: UInt64, _ nature: WordyNature) -> Int {
        if nature == .term { return terms[hash] ?? 0 }
        let tables = page.map { $0.places.tables(with: hash, besides: $0.line) } ?? 0
        return (places[hash] ?? 0) + 100 * tables
    }

    /// The phrases at the edges of `rows`: what begins or ends several, while what stands beside it differs, is a cell;
    /// and so is what stands in a row twice side by side.
    init(edgesOf rows: [WordyRow], _ natures: [WordyNature], page: (places: PagePlaces, line: Int)?) {
        self.page = page
        guard let first = natures.first, let last = natures.last else { return }
        if first.recurs { add(Self.edges(rows.map(\.words)), first) }
        if last.recurs { add(Self.edges(rows.map { $0.words.reversed() }, areReversed: true), last) }
        for row in rows {
            for place in row.words.indices.dropFirst() {
                let length = WordyRow.repeats(row.words, at: place)
                if length > 0 { add([PhraseHash.phrase(row.words[place..<place + length]): 100], .place) }
            }
            for place in row.words.indices.dropFirst().dropLast() where row.words[place].kind == .arrow {
                for side in [row.words[place - 1], row.words[place + 1]] { add([side.identity: 50], .place) }
            }
        }
    }

    /// The cells of `rows` as `readings` divide them: those that several rows have. Rows of the same words are one, as any
    /// division of these would recur.
    init(
        _ rows: [WordyRow], _ readings: [WordyRow.Reading], _ natures: [WordyNature],
        page: (places: PagePlaces, line: Int)?
    ) {
        self.page = page
        var known: Set<UInt64> = []
        for (row, reading) in zip(rows, readings) where known.insert(PhraseHash.phrase(row.words)).inserted {
            for (column, nature) in natures.enumerated() where nature != .description {
                let cell = row.words[reading.cuts[column]..<reading.cuts[column + 1]]
                for phrase in cell.split(whereSeparator: { $0.kind == .arrow }) where phrase.count <= Self.longest {
                    add([PhraseHash.phrase(phrase): 100], nature)
                }
            }
        }
        places = places.mapValues { $0 - 100 }
        terms = terms.mapValues { $0 - 100 }
    }

    private mutating func add(_ weights: [UInt64: Int], _ nature: WordyNature) {
        if nature == .term {
            terms.merge(weights, uniquingKeysWith: +)
        } else {
            places.merge(weights, uniquingKeysWith: +)
        }
    }

    /// The phrases at the start of `rows` by how often they stand there, times the chance that two of them have different
    /// words beside them (Gini's index).
    private static func edges(_ rows: [[WordyWord]], areReversed: Bool = false) -> [UInt64: Int] {
        var neighbours: [UInt64: [UInt64: Int]] = [:]
        for row in rows {
            for length in 1...max(1, min(longest, row.count - 1)) where length < row.count {
                let phrase = row[..<length]
                let hash = areReversed ? PhraseHash.phrase(phrase.reversed()) : PhraseHash.phrase(phrase)
                neighbours[hash, default: [:]][row[length].identity, default: 0] += 1
            }
        }
        return neighbours.compactMapValues { beside in
            let total = beside.values.reduce(0, +)
            let alike = beside.values.reduce(0) { $0 + $1 * $1 }
            let weight = 100 * (total * total - alike) / total
            return weight > 0 ? weight : nil
        }
    }
}
