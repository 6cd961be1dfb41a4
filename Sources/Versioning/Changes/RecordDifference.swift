internal import RequirementModel

/// A record that came, went, or differs: what there was, what there is, and where the two part.
struct RecordDifference {
    var before: Requirement?
    var after: Requirement?
    /// The flat view's columns that differ; of a row that is not about the network, its headers.
    let fields: [String]
    let rule: ChangeRule
    let operation: Change.Operation
    private(set) var atomsBefore: RecordAtoms
    private(set) var atomsAfter: RecordAtoms

    /// Lets go of the atoms, which take more memory than the records.
    mutating func dropAtoms() { (atomsBefore, atomsAfter) = (.none, .none) }

    /// The record as it stands, or as it last stood.
    var record: Requirement? { after ?? before }

    /// A record that came.
    init(added record: Requirement) {
        let rule: ChangeRule = record.network == nil ? .rowAdded : .requirementAdded
        self.init(nil, record, .none, RecordAtoms(record), [], rule, .added)
    }

    /// A record that went.
    init(removed record: Requirement) {
        let rule: ChangeRule = record.network == nil ? .rowRemoved : .requirementRemoved
        self.init(record, nil, RecordAtoms(record), .none, [], rule, .removed)
    }

    /// A record that is on both sides; nil when it only stands on another line.
    /// - Parameter isMoved: Whether it passed others of its page.
    init?(_ before: Requirement, _ after: Requirement, isMoved: Bool) {
        var fields: [String] = []
        if before.document != after.document { fields.append("document") }
        if before.section != after.section { fields.append("section") }
        let isReworded = before.content != after.content
        guard isReworded || !fields.isEmpty || isMoved else { return nil }
        let (atomsBefore, atomsAfter) = (RecordAtoms(before), RecordAtoms(after))
        if isReworded { fields += FieldDifferences.fields(before, atomsBefore.atoms, after, atomsAfter.atoms) }
        let rule = FieldDifferences.rule(for: fields, before, atomsBefore.atoms, after, atomsAfter.atoms)
        let isPlace = rule == .recordMoved || rule == .documentRenamed
        self.init(before, after, atomsBefore, atomsAfter, fields, rule, isPlace ? .moved : .changed)
    }

    private init(
        _ before: Requirement?, _ after: Requirement?, _ atomsBefore: RecordAtoms, _ atomsAfter: RecordAtoms,
        _ fields: [String], _ rule: ChangeRule, _ operation: Change.Operation
    ) {
        self.before = before
        self.after = after
        self.fields = fields
        self.rule = rule
        self.operation = operation
        self.atomsBefore = atomsBefore
        self.atomsAfter = atomsAfter
    }
}
