internal import RequirementModel

/// The order in which records stand: by document, file and place, then by what they state, never by the order of input.
enum RecordOrder {
    static func precedes(_ left: Requirement, _ right: Requirement) -> Bool {
        if left.document != right.document { return left.document < right.document }
        if left.location != right.location { return left.location < right.location }
        // Only where a format has no lines, or a line holds several records.
        if left.section != right.section { return left.section.lexicographicallyPrecedes(right.section) }
        if left.content != right.content { return text(of: left).lexicographicallyPrecedes(text(of: right)) }
        return left.id < right.id
    }

    /// The records in their order, in which most come already; places are sorted, as records are large.
    static func sorted(_ records: [Requirement]) -> [Requirement] {
        if isSorted(records.span) { return records }
        return records.indices.sorted { precedes(records[$0], records[$1]) }.map { records[$0] }
    }

    /// Looks at records where they lie, which an array hands out as copies.
    private static func isSorted(_ records: Span<Requirement>) -> Bool {
        for index in records.indices.dropFirst() where precedes(records[index], records[index - 1]) { return false }
        return true
    }

    private static func text(of record: Requirement) -> [UInt8] {
        var anonymous = record
        anonymous.id = .unassigned
        return JSONWriter.text(.compact) { anonymous.write(to: &$0) }
    }
}
