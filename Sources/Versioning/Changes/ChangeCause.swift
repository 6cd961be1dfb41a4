internal import RequirementModel

/// What made a difference: a document whose bytes are the same can only differ because the extractor or its configuration did.
struct ChangeCause {
    private let oldDigests: [String: String]
    private let newDigests: [String: String]
    private let oldPaths: [String: String]
    private let newPaths: [String: String]
    /// What made differences of documents whose bytes are the same.
    let causeOfSameBytes: Change.Cause
    /// That another extractor read the new side; nil when it was the same.
    private let rereading: String?

    init(_ old: Snapshot?, _ new: Snapshot, _ documents: DocumentPairing?) {
        let digests = { (states: [DocumentState]) in
            Dictionary(states.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
        }
        oldDigests = digests(old?.documents ?? [])
        newDigests = digests(new.documents)
        oldPaths = documents?.oldPath ?? [:]
        newPaths = Dictionary(oldPaths.map { ($1, $0) }, uniquingKeysWith: min)
        causeOfSameBytes = old?.extractor == new.extractor ? .configuration : .extractor
        rereading = old.flatMap { old in
            old.extractor == new.extractor
                ? nil
                : "the page is read another way, too (extractor \(new.extractor), before \(old.extractor)), which may be why"
        }
    }

    /// What cannot be known of a difference that counts as the sources' doing: where another extractor read other bytes of a
    /// page, either may have made it. Nil where it was the sources for sure.
    func doubt(about difference: RecordDifference) -> String? {
        let page = difference.before?.document ?? difference.after.map { oldPaths[$0.document] ?? $0.document }
        return page.flatMap { oldDigests[$0] } == nil ? nil : rereading
    }

    /// The page and the included file that the record stands in must all be the same; what is not known counts as changed.
    func cause(of difference: RecordDifference) -> Change.Cause {
        // Whoever renames a document changes the sources, if not a byte of them.
        if let before = difference.before, let after = difference.after, before.document != after.document {
            return .source
        }
        let old = [difference.before?.document, difference.before?.location.file].compactMap(\.self)
        let new = [difference.after?.document, difference.after?.location.file].compactMap(\.self)
        let isEverySame =
            old.allSatisfy { isSame($0, newPaths[$0] ?? $0) } && new.allSatisfy { isSame(oldPaths[$0] ?? $0, $0) }
        return isEverySame ? causeOfSameBytes : .source
    }

    private func isSame(_ old: String, _ new: String) -> Bool {
        guard let oldDigest = oldDigests[old], let newDigest = newDigests[new] else { return false }
        return oldDigest == newDigest
    }
}
