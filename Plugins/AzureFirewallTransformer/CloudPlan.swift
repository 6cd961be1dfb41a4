internal import RequirementModel
internal import TransformerKit

/// All rules for one cloud, and what became of every record.
struct CloudPlan {
    var cloud: Cloud
    var records: [Requirement]
    var rules: [Rule] = []
    var unexpressed: [Unexpressed] = []
    var alternatives: [RecordTranslation.Alternatives] = []
    var excluded: [Exclusion: [RecordID]] = [:]
    var parameters: Parameters

    /// Translates `records`, which are network requirements in reading order.
    init(for cloud: Cloud, records: [Requirement], settings: Settings) {
        self.cloud = cloud
        self.records = records
        var placeholders: Set<String> = []
        var room = ServiceFacts.templateBytes
        let denials = DenialOrder(records)
        parameters = Parameters([])
        for record in records {
            if let exclusion = settings.exclusion(of: record) {
                excluded[exclusion, default: []].append(record.id)
                continue
            }
            guard let translation = RecordTranslation(record, cloud: cloud, settings: settings, denials: denials) else {
                excluded[.cloud, default: []].append(record.id)
                continue
            }
            unexpressed += translation.unexpressed
            if translation.rules.isEmpty { continue }
            let own = Set(translation.rules.flatMap { $0.match.destinations.flatMap(\.placeholders) })
            let sizes = translation.rules.map { $0.json(Parameters(own)).count }
            if let obstacle = Self.obstacle(sizes: sizes, room: room, placeholders: placeholders.union(own)) {
                unexpressed.append(Unexpressed(record: record, id: obstacle.id, reason: obstacle.reason))
                continue
            }
            placeholders.formUnion(own)
            room -= sizes.reduce(0, +)
            rules += translation.rules
            if let choice = translation.alternatives { alternatives.append(choice) }
        }
        unexpressed = unexpressed.withoutRepetition
        parameters = Parameters(placeholders)
    }

    /// What the service's limits forbid.
    private static func obstacle(sizes: [Int], room: Int, placeholders: Set<String>) -> Obstacle? {
        if sizes.contains(where: { $0 > ServiceFacts.groupBytes - RuleGroup.margin }) { return .ruleTooLarge }
        if sizes.reduce(0, +) > room { return .templateTooLarge }
        // Two parameters are the template's own.
        return placeholders.count > ServiceFacts.parameters - 2 ? .tooManyParameters : nil
    }
}
