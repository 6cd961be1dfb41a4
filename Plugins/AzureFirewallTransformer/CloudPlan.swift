internal import Algorithms
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
        var capacity = Capacity()
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
            do throws(Obstacle) {
                try capacity.take(translation.rules)
                rules += translation.rules
                if let choice = translation.alternatives { alternatives.append(choice) }
            } catch {
                unexpressed.append(Unexpressed(record: record, id: error.id, reason: error.reason))
            }
        }
        unexpressed = Array(unexpressed.uniqued())
        parameters = Parameters(capacity.placeholders)
    }
}
