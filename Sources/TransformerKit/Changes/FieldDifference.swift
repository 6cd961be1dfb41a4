public import RequirementModel

/// A field of a changed record, before and after.
public struct FieldDifference: Sendable, Hashable {
    /// The field's name in the flat view, or a column's header for a row record.
    public var field: String
    /// Its value in the old version; empty when it said nothing.
    public var before: String
    /// Its value in the new version; empty when it says nothing.
    public var after: String
}

extension Change {
    /// The fields that differ with their values, in the order of the flat view or of the row's cells; none for a record
    /// that was added or removed.
    public var differences: [FieldDifference] {
        guard let before, let after else { return [] }
        switch (before.content, after.content) {
        case (.row(let old), .row(let new)): return Self.differences(from: old, to: new) + places(before, after)
        default:
            let (old, new) = (Self.values(of: before), Self.values(of: after))
            return FlatView.columns.enumerated().compactMap { index, column in
                guard fields.contains(column), old[index] != new[index] else { return nil }
                return FieldDifference(field: column, before: old[index], after: new[index])
            }
        }
    }

    /// Each column's distinct values over the record's atoms, joined.
    private static func values(of record: Requirement) -> [String] {
        let rows = record.atoms.map(\.fields)
        return FlatView.columns.indices.map { column in
            var seen: Set<String> = []
            return rows.map { $0[column] }.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: ", ")
        }
    }

    private static func differences(from old: RowRecord, to new: RowRecord) -> [FieldDifference] {
        (0..<max(old.cells.count, new.cells.count)).compactMap { index in
            let before = index < old.cells.count ? old.cells[index] : nil
            let after = index < new.cells.count ? new.cells[index] : nil
            guard before != after else { return nil }
            let (oldHeader, newHeader) = (before?.header ?? "", after?.header ?? "")
            let header = oldHeader == newHeader || oldHeader.isEmpty ? newHeader : "\(oldHeader) → \(newHeader)"
            return FieldDifference(field: header, before: before?.value ?? "", after: after?.value ?? "")
        }
    }

    private func places(_ before: Requirement, _ after: Requirement) -> [FieldDifference] {
        let pairs = [
            ("document", before.document, after.document),
            ("section", before.section.joined(separator: " > "), after.section.joined(separator: " > ")),
        ]
        return pairs.filter { $1 != $2 }.map { FieldDifference(field: $0, before: $1, after: $2) }
    }
}
