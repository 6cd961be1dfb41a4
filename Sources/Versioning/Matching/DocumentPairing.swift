internal import RequirementModel

/// Which document of the new side is which of the old: by path, else by content, so that a renamed file is the same page.
struct DocumentPairing {
    /// The path on the old side for each path on the new side that has one.
    private(set) var oldPath: [String: String] = [:]

    init(_ old: Snapshot, _ new: Snapshot) {
        let oldPaths = Self.paths(of: old)
        let newPaths = Self.paths(of: new)
        for path in newPaths.intersection(oldPaths) { oldPath[path] = path }
        let gone = oldPaths.subtracting(newPaths)
        let come = newPaths.subtracting(oldPaths)
        guard !gone.isEmpty, !come.isEmpty else { return }
        pairByDigest(old, gone, new, come)
        pairByRecords(old, new, gone.subtracting(oldPath.values), come.subtracting(oldPath.keys))
    }

    private static func paths(of snapshot: Snapshot) -> Set<String> {
        Set(snapshot.documents.map(\.path)).union(snapshot.records.lazy.map(\.document))
    }

    private mutating func pairByDigest(_ old: Snapshot, _ gone: Set<String>, _ new: Snapshot, _ come: Set<String>) {
        var byDigest: [String: [String]] = [:]
        for state in old.documents.reversed() where gone.contains(state.path) {
            byDigest[state.digest, default: []].append(state.path)
        }
        for state in new.documents where come.contains(state.path) {
            if let path = byDigest[state.digest]?.popLast() { oldPath[state.path] = path }
        }
    }

    /// Pairs documents that share most of the smaller one's records, those that share most first.
    private mutating func pairByRecords(
        _ old: Snapshot, _ new: Snapshot, _ gone: Set<String>, _ come: Set<String>
    ) {
        struct Candidate: Hashable {
            var old: String
            var new: String
        }
        var holders: [RecordStructure: [String]] = [:]
        var sizes: [String: Int] = [:]
        for record in old.records where gone.contains(record.document) {
            holders[RecordStructure(record.content), default: []].append(record.document)
            sizes[record.document, default: 0] += 1
        }
        var newSizes: [String: Int] = [:]
        var shared: [Candidate: Int] = [:]
        for record in new.records where come.contains(record.document) {
            newSizes[record.document, default: 0] += 1
            // What stands in many documents tells none of them.
            guard let documents = holders[RecordStructure(record.content)], documents.count <= 8 else { continue }
            for document in Set(documents) { shared[Candidate(old: document, new: record.document), default: 0] += 1 }
        }
        let ranked = shared.sorted {
            $0.value != $1.value ? $0.value > $1.value : ($0.key.old, $0.key.new) < ($1.key.old, $1.key.new)
        }
        var taken: Set<String> = []
        for (candidate, count) in ranked where oldPath[candidate.new] == nil && !taken.contains(candidate.old) {
            guard 2 * count > min(sizes[candidate.old, default: 0], newSizes[candidate.new, default: 0]) else {
                continue
            }
            oldPath[candidate.new] = candidate.old
            taken.insert(candidate.old)
        }
    }
}
