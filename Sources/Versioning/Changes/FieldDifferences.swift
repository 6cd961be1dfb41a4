internal import RequirementModel

/// Which fields of two states of one record differ, and which kind of change that is.
enum FieldDifferences {
    /// The columns of the flat view that differ, in its order; the headers that differ for a row. Never empty for contents that
    /// are not equal.
    static func fields(
        _ before: Requirement, _ atomsBefore: [Atom], _ after: Requirement, _ atomsAfter: [Atom]
    ) -> [String] {
        if case .row(let old) = before.content, case .row(let new) = after.content { return headers(old, new) }
        let old = atomsBefore.map(\.fields)
        let new = atomsAfter.map(\.fields)
        let differing = Column.allCases.filter { column in
            let index = column.index
            if old.count == 1, new.count == 1 { return old[0][index] != new[0][index] }
            return Set(old.map { $0[index] }) != Set(new.map { $0[index] })
        }
        if !differing.isEmpty { return differing.map(\.rawValue) }
        // The same values, combined otherwise: ports that changed places between two destinations.
        let recombined = Column.allCases.filter { column in
            let pair = { (values: [String]) in [values[Column.destination.index], values[column.index]] }
            return Set(old.map(pair)) != Set(new.map(pair))
        }
        return recombined.isEmpty ? [Column.destination.rawValue] : recombined.map(\.rawValue)
    }

    /// The kind of change of a record on both sides; the gravest field decides. No field at all means that it moved.
    static func rule(
        for fields: [String], _ before: Requirement, _ atomsBefore: [Atom], _ after: Requirement, _ atomsAfter: [Atom]
    ) -> ChangeRule {
        if before.content == after.content {
            return fields.contains("section")
                ? .sectionRenamed
                : fields.contains("document") ? .documentRenamed : .recordMoved
        }
        guard let old = before.network, let new = after.network else { return .rowChanged }
        switch Column.gravestFirst.first(where: { fields.contains($0.rawValue) }) {
        case .access: return new.access == .allow ? .denyTurnedAllow : .allowTurnedDeny
        case .direction: return .directionChanged
        case .cloud: return .cloudChanged
        case .destination, .destinationType:
            return Set(atomsBefore.map(\.destination)) == Set(atomsAfter.map(\.destination))
                ? .destinationsReordered : .destinationChanged
        case .path: return .pathChanged
        case .source, .sourceType: return .sourceChanged
        case .transport: return .transportChanged
        case .port: return .portChanged
        case .application: return .applicationChanged
        case .alternative: return .alternativesChanged
        case .necessity:
            return new.necessity.rank < old.necessity.rank ? .necessityRaised : .necessityLowered
        case .condition:
            let (had, has) = (
                atomsBefore.contains { $0.condition != nil }, atomsAfter.contains { $0.condition != nil }
            )
            return had == has ? .conditionChanged : has ? .conditionAdded : .conditionRemoved
        case .priority: return .priorityChanged
        case .name: return .nameChanged
        case .purpose, nil: return .purposeChanged
        }
    }

    private static func headers(_ old: RowRecord, _ new: RowRecord) -> [String] {
        let values = { (row: RowRecord) in
            Dictionary(grouping: row.cells, by: \.header).mapValues { $0.map(\.value) }
        }
        let (oldValues, newValues) = (values(old), values(new))
        var differing: [String] = []
        for header in new.cells.map(\.header) + old.cells.map(\.header)
        where oldValues[header] != newValues[header] && !differing.contains(header) {
            differing.append(header)
        }
        return differing.isEmpty ? new.cells.map(\.header) : differing
    }

    /// The columns of the flat view that say what a record states.
    private enum Column: String, CaseIterable {
        case cloud, direction, access, priority, name
        case sourceType = "source_type"
        case source
        case destinationType = "destination_type"
        case destination, path, transport, application, port, alternative, necessity, condition, purpose

        static let gravestFirst: [Column] = [
            .access, .direction, .cloud, .destination, .destinationType, .path, .source, .sourceType, .transport, .port,
            .application, .alternative, .necessity, .condition, .priority, .name, .purpose,
        ]

        /// Its place among ``RequirementModel/Atom/fields``.
        var index: Int { Self.indices[self] ?? 0 }

        private static let indices = Dictionary(
            uniqueKeysWithValues: allCases.compactMap { column in
                FlatView.columns.firstIndex(of: column.rawValue).map { (column, $0) }
            })
    }
}
