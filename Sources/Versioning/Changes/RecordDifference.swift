internal import RequirementModel

/// A record that came, went, or differs: what there was, what there is, and where the two part.
struct RecordDifference {
    var before: Requirement?
    var after: Requirement?
    /// The flat view's columns that differ; of a row that is not about the network, its headers.
    let fields: [String]
    let rule: ChangeRule
    let operation: Change.Operation
    let atomsBefore: RecordAtoms
    let atomsAfter: RecordAtoms

    /// The record as it stands, or as it last stood.
    var record: Requirement? { after ?? before }

    /// A record that came.
    init(added record: Requirement) {
        self.init(nil, record, [], record.network == nil ? .rowAdded : .requirementAdded, .added)
    }

    /// A record that went.
    init(removed record: Requirement) {
        self.init(record, nil, [], record.network == nil ? .rowRemoved : .requirementRemoved, .removed)
    }

    /// A record that is on both sides; nil when it only stands on another line.
    /// - Parameter isMoved: Whether it passed others of its page.
    init?(_ before: Requirement, _ after: Requirement, isMoved: Bool) {
        var fields: [String] = []
        if before.document != after.document { fields.append("document") }
        if before.section != after.section { fields.append("section") }
        if before.content != after.content { fields += FieldDifferences.fields(before, after) }
        guard !fields.isEmpty || isMoved else { return nil }
        let rule = FieldDifferences.rule(for: fields, before, after)
        let isPlace = rule == .recordMoved || rule == .documentRenamed
        self.init(before, after, fields, rule, isPlace ? .moved : .changed)
    }

    private init(
        _ before: Requirement?, _ after: Requirement?, _ fields: [String], _ rule: ChangeRule,
        _ operation: Change.Operation
    ) {
        self.before = before
        self.after = after
        self.fields = fields
        self.rule = rule
        self.operation = operation
        atomsBefore = RecordAtoms(before)
        atomsAfter = RecordAtoms(after)
    }
}
