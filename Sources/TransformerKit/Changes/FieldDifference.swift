internal import Algorithms
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
    /// The fields that differ with their values, in the order of the change's fields; none for a record that was added or
    /// removed.
    public var differences: [FieldDifference] {
        guard let before, let after else { return [] }
        let common = zip(before.section, after.section).prefix { $0 == $1 }.count
        let (old, new) = (Self.values(of: before, below: common), Self.values(of: after, below: common))
        return fields.compactMap { field in
            let (oldValue, newValue) = (old[field] ?? "", new[field] ?? "")
            return oldValue == newValue ? nil : FieldDifference(field: field, before: oldValue, after: newValue)
        }
    }

    /// Each column's distinct values over the record's atoms; each header's cells for a row record. The section is the path
    /// below the headings that both sides share.
    private static func values(of record: Requirement, below shared: Int) -> [String: String] {
        let section = record.section.dropFirst(shared).joined(separator: " > ")
        var values = ["document": [record.document], "section": [section]]
        switch record.content {
        case .row(let row):
            for cell in row.cells { values[cell.header, default: []].append(cell.value) }
        case .network:
            let rows = record.atoms.map(\.fields)
            for (index, column) in FlatView.columns.enumerated() where column != "document" && column != "section" {
                values[column] = Array(rows.lazy.map { $0[index] }.filter { !$0.isEmpty }.uniqued())
            }
        }
        return values.mapValues { $0.joined(separator: ", ") }
    }
}
