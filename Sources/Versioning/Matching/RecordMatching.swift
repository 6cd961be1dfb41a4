internal import RequirementModel

/// Pairs the records of two snapshots: what is the same by hash first, linear in the records; what is left by similarity, with
/// a global assignment inside each document; then over documents.
struct RecordMatching {
    struct Pair {
        var old: Int
        var new: Int
        var reason: MatchReason
    }

    /// In the order of the new side.
    private(set) var pairs: [Pair] = []
    /// Indices of old records without a successor, ascending.
    private(set) var unmatchedOld: [Int]
    /// Indices of new records without a predecessor, ascending.
    private(set) var unmatchedNew: [Int]

    private let old: [Requirement]
    private let new: [Requirement]
    /// The page of each record: equal numbers for two states of one page.
    private let oldPages: [Int]
    private let newPages: [Int]

    init(_ oldSnapshot: Snapshot, _ newSnapshot: Snapshot, _ documents: DocumentPairing) {
        old = oldSnapshot.records
        new = newSnapshot.records
        unmatchedOld = Array(old.indices)
        unmatchedNew = Array(new.indices)
        var numbers: [String: Int] = [:]
        func number(_ name: String) -> Int {
            let next = numbers.count
            if let known = numbers[name] { return known }
            numbers[name] = next
            return next
        }
        oldPages = old.map { number($0.document) }
        newPages = new.map { number(documents.oldPath[$0.document] ?? "new \($0.document)") }
        matchUnchangedPages()
        matchInsidePages()
        matchOverPages()
        pairs.sort { $0.new < $1.new }
    }

    /// Pairs the records of pages that state the same in the same order, one by one: most pages do, most of the time, and what they
    /// state need not be hashed. Matching them by everything that they are gives the same pairs.
    private mutating func matchUnchangedPages() {
        let oldRuns = Self.runs(of: oldPages)
        let newRuns = Self.runs(of: newPages)
        var isPaired = (
            old: [Bool](repeating: false, count: old.count), new: [Bool](repeating: false, count: new.count)
        )
        for (page, newRun) in newRuns {
            guard let oldRun = oldRuns[page], oldRun.count == newRun.count,
                zip(oldRun, newRun).allSatisfy({
                    old[$0].content == new[$1].content && old[$0].section == new[$1].section
                })
            else { continue }
            for (oldIndex, newIndex) in zip(oldRun, newRun) {
                pairs.append(Pair(old: oldIndex, new: newIndex, reason: .everything))
                isPaired.old[oldIndex] = true
                isPaired.new[newIndex] = true
            }
        }
        unmatchedOld.removeAll { isPaired.old[$0] }
        unmatchedNew.removeAll { isPaired.new[$0] }
    }

    /// Where the records of each page stand, for pages whose records stand together.
    private static func runs(of pages: [Int]) -> [Int: Range<Int>] {
        var runs: [Int: Range<Int>] = [:]
        var scattered: Set<Int> = []
        var start = 0
        for index in pages.indices where index + 1 == pages.count || pages[index + 1] != pages[start] {
            if runs.updateValue(start..<index + 1, forKey: pages[start]) != nil { scattered.insert(pages[start]) }
            start = index + 1
        }
        for page in scattered { runs[page] = nil }
        return runs
    }

    private mutating func matchInsidePages() {
        matchByKey(.everything) { page, record in InPage(page, Pairwise(record.section, record.content)) }
        matchByKey(.content) { page, record in InPage(page, record.content) }
        matchByKey(.structureAndSection) { page, record in
            InPage(page, Pairwise(record.section, RecordStructure(record.content)))
        }
        matchByKey(.structure) { page, record in InPage(page, RecordStructure(record.content)) }
        matchByKey(.ruleName, threshold: 250) { page, record in record.network?.name.map { InPage(page, $0) } }
        matchByKey(.names, threshold: 250) { page, record in Self.names(of: record).map { InPage(page, $0) } }
        matchBySimilarity()
    }

    private mutating func matchOverPages() {
        matchByKey(.contentElsewhere) { _, record in record.network == nil ? nil : record.content }
        matchByKey(.structureElsewhere) { _, record in record.network == nil ? nil : RecordStructure(record.content) }
        matchByKey(.namesElsewhere, threshold: Self.threshold) { _, record in
            record.network == nil ? nil : Self.names(of: record)
        }
    }

    private struct InPage<Key: Hashable>: Hashable {
        var page: Int
        var key: Key

        init(_ page: Int, _ key: Key) {
            self.page = page
            self.key = key
        }
    }

    private struct Pairwise<First: Hashable, Second: Hashable>: Hashable {
        var first: First
        var second: Second

        init(_ first: First, _ second: Second) {
            self.first = first
            self.second = second
        }
    }

    /// What the author would call the record: its destinations, or a row's first cell.
    private static func names(of record: Requirement) -> [String]? {
        switch record.content {
        case .network(let network):
            network.destinations.isEmpty
                ? nil
                : network.clouds.map(\.rawValue).sorted() + Set(network.destinations.map(\.endpoint.text)).sorted()
        case .row(let row): row.cells.first.flatMap { $0.value.isEmpty ? nil : ["row", $0.value] }
        }
    }

    /// Pairs what has one key and is at least as alike as `threshold` says. Where several have the key, the most alike are
    /// paired, and in order where all are alike.
    private mutating func matchByKey<Key: Hashable>(
        _ reason: MatchReason, threshold: Int = 0, _ key: (Int, Requirement) -> Key?
    ) {
        guard let left = unmatchedOld.first, let right = unmatchedNew.first else { return }
        if unmatchedOld.count == 1, unmatchedNew.count == 1 {
            // Most edits touch one record, of which nothing need be hashed.
            guard let oldKey = key(oldPages[left], old[left]), oldKey == key(newPages[right], new[right]) else {
                return
            }
            return take(pairs(of: [left], [right], reason, threshold))
        }
        var groups: [Key: Int] = [:]
        var olds: [[Int]] = []
        for index in unmatchedOld {
            guard let key = key(oldPages[index], old[index]) else { continue }
            let next = groups.count
            let group = groups[key, default: next]
            if group == next {
                groups[key] = next
                olds.append([])
            }
            olds[group].append(index)
        }
        var news = [[Int]](repeating: [], count: olds.count)
        for index in unmatchedNew {
            guard let key = key(newPages[index], new[index]), let group = groups[key] else { continue }
            news[group].append(index)
        }
        var found: [Pair] = []
        for (olds, news) in zip(olds, news) where !news.isEmpty { found += pairs(of: olds, news, reason, threshold) }
        take(found)
    }

    /// The pairs of records that have one key.
    private func pairs(of olds: [Int], _ news: [Int], _ reason: MatchReason, _ threshold: Int) -> [Pair] {
        let isPlain = olds.count == 1 && news.count == 1 && threshold == 0
        if isPlain || reason == .everything || olds.count * news.count > 10_000 {
            return zip(olds, news).map { Pair(old: $0, new: $1, reason: reason) }
        }
        let assignment = SimilarityAssignment(old, olds, new, news, threshold: threshold)
        return assignment.pairs.map { Pair(old: $0.old, new: $0.new, reason: reason) }
    }

    private mutating func matchBySimilarity() {
        guard !unmatchedOld.isEmpty, !unmatchedNew.isEmpty else { return }
        let oldByPage = Dictionary(grouping: unmatchedOld) { oldPages[$0] }
        let newByPage = Dictionary(grouping: unmatchedNew) { newPages[$0] }
        var found: [Pair] = []
        for (page, olds) in oldByPage.sorted(by: { $0.key < $1.key }) {
            guard let news = newByPage[page] else { continue }
            let assignment = SimilarityAssignment(old, olds, new, news, threshold: Self.threshold)
            found += assignment.pairs.map { Pair(old: $0.old, new: $0.new, reason: .similarity($0.similarity)) }
        }
        take(found)
    }

    /// Below this, in thousandths, two records are two: a removed one and an added one.
    private static let threshold = 500

    private mutating func take(_ found: [Pair]) {
        let olds = Set(found.map(\.old))
        let news = Set(found.map(\.new))
        pairs += found
        unmatchedOld.removeAll { olds.contains($0) }
        unmatchedNew.removeAll { news.contains($0) }
    }
}
