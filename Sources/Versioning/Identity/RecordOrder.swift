internal import RequirementModel

/// The order in which records stand: by document, file and place, then by what they state, never by the order of input.
enum RecordOrder {
    /// `indices` in the order of the records that they name.
    static func sorted(_ indices: [Int], of records: [Requirement]) -> [Int] {
        indices.sorted { precedes(records[$0], records[$1]) }
    }

    static func precedes(_ left: Requirement, _ right: Requirement) -> Bool {
        if left.document != right.document { return left.document < right.document }
        if left.location != right.location { return left.location < right.location }
        if left.id != right.id { return left.id < right.id }
        return isContentOrdered(left, right)
    }

    /// For records of one place, such as those of a page without lines: by section, then by all that they state.
    private static func isContentOrdered(_ left: Requirement, _ right: Requirement) -> Bool {
        if left.section != right.section { return left.section.lexicographicallyPrecedes(right.section) }
        return bytes(of: left).lexicographicallyPrecedes(bytes(of: right))
    }

    private static func bytes(of record: Requirement) -> [UInt8] {
        JSONWriter.text(.compact) { record.write(to: &$0) }
    }
}
