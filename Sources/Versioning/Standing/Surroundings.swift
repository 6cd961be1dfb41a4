internal import RequirementModel

/// What stands beside the records that are compared.
struct Surroundings {
    private let standing: StandingRecords
    /// The records that are compared, as they were.
    private let compared: Set<RecordID>
    /// Records that are not, but stand elsewhere now.
    private let relocated: [RecordID: Requirement]

    init(_ standing: StandingRecords, but compared: [Requirement], relocated: [Requirement]) {
        self.standing = standing
        self.compared = Set(compared.lazy.map(\.id))
        self.relocated = Dictionary(relocated.lazy.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }

    /// What a change cannot smuggle in any more.
    var known: RiskAssessment.Known { standing.known }

    /// The records that state the same on both sides and may bear on what differs, in their order.
    func records(beside succession: Succession) -> [Requirement] {
        let others = standing.records(near: succession.differences).filter { !compared.contains($0.id) }
            .map { relocated[$0.id] ?? $0 }
        return RecordOrder.sorted(succession.unchanged + others)
    }
}
