public import RequirementModel

extension Release {
    /// The records by document, file and place: the order in which people read, whatever the order they came in.
    public var recordsInReadingOrder: [Requirement] {
        records.sorted {
            ($0.document, $0.location, $0.id) < ($1.document, $1.location, $1.id)
        }
    }
}
