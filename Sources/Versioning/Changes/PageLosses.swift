internal import RequirementModel

/// Pages that suddenly yield far less than before: a table that is no table any more, a page that only says where it went.
///
/// What such a page seems to withdraw is not taken as removed until a person says that it is right. A page that is gone
/// altogether was taken away by somebody, and is none of these.
struct PageLosses {
    /// One change for each such page, in the order of their paths; they are of no record.
    let changes: [Change]
    /// The pages whose records stand, for nobody accepted their loss.
    let kept: Set<String>

    /// The kinds of such changes: the field `id` of the diff format, beside ``ChangeRule``.
    enum Rule: String {
        case shrunk = "document-shrunk"
        case redirected = "document-redirected"
    }

    /// - Parameters:
    ///   - removals: The changes that remove a record because its source changed.
    ///   - accepted: Fingerprints of losses that a person accepted.
    init(_ removals: [Change], from old: Snapshot, to new: Snapshot, accepted: Set<String>) {
        let documents = Set(new.documents.map(\.path))
        let oldCounts = Self.counts(old.records)
        let newCounts = Self.counts(new.records)
        var changes: [Change] = []
        var kept: Set<String> = []
        for (page, gone) in Dictionary(grouping: removals, by: \.document).sorted(by: { $0.key < $1.key })
        where documents.contains(page) {
            // What another record still asks for was put elsewhere, not lost.
            let lost = gone.filter { !$0.closed.isEmpty || $0.before?.network == nil }
            let counts = (before: oldCounts[page] ?? 0, now: newCounts[page] ?? 0)
            guard let rule = Self.rule(lost.count, counts, isRedirected: new.redirects[page] != nil) else { continue }
            let fingerprint = Self.fingerprint(rule, page, gone)
            if !accepted.contains(fingerprint) { kept.insert(page) }
            changes.append(
                Change(
                    id: rule.rawValue, fingerprint: fingerprint, operation: .changed, impact: .requirement,
                    level: .error, cause: .source, record: .unassigned, document: page, section: [],
                    text: Self.sentence(page, counts, movedTo: new.redirects[page], fingerprint)))
        }
        self.changes = changes
        self.kept = kept
    }

    private static func counts(_ records: [Requirement]) -> [String: Int] {
        records.reduce(into: [:]) { $0[$1.document, default: 0] += 1 }
    }

    /// Rows come and go by ones and twos; a page that moved, was truncated, or is laid out anew loses most at once.
    private static func rule(_ lost: Int, _ counts: (before: Int, now: Int), isRedirected: Bool) -> Rule? {
        let isEmptied = counts.now == 0 && lost >= 2
        let isDecimated = lost >= 4 && 2 * counts.now < counts.before && 2 * lost > counts.before
        if isRedirected, lost > 0, counts.now == 0 { return .redirected }
        return isEmptied || isDecimated ? .shrunk : nil
    }

    /// Over what is lost, so that an acceptance holds for this loss and no greater one.
    private static func fingerprint(_ rule: Rule, _ page: String, _ gone: [Change]) -> String {
        var digest = StructuralDigest()
        digest.add(rule.rawValue)
        digest.add(page)
        digest.add(gone.map(\.fingerprint).sorted())
        return digest.hexadecimal(digits: 16)
    }

    private static func sentence(
        _ page: String, _ counts: (before: Int, now: Int), movedTo target: String?, _ fingerprint: String
    ) -> String {
        let name = FlowText.code(page)
        let had = "\(counts.before) \(counts.before == 1 ? "record" : "records")"
        let fact =
            target.map { "\(name) has moved to \(FlowText.code($0)) and yields nothing any more; it had \(had)" }
            ?? "\(name) yields \(counts.now == 0 ? "no record" : "\(counts.now)") where it had \(had)"
        let advice = target == nil ? "mend the page" : "take the page from there"
        return
            "\(fact). They are kept; \(advice), or say that this is right: requisite accept \(fingerprint) --reason …"
    }
}
