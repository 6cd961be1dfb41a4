public import RequirementModel
public import TransformerKit

/// The books of a transformer that turns requirements into rules: what became of every network record.
public struct TransformerAccount: Sendable {
    /// The transformer.
    public let transformer: String
    /// Network records of the release.
    public let records: Int
    /// Those that stand in an artifact whole.
    public let expressed: Int
    /// Those that stand there in part.
    public let partlyExpressed: Int
    /// Those that the target's language cannot say at all.
    public let unexpressed: Int
    /// Those that the options leave out.
    public let excluded: Int
    /// What could not be said, with its reason, by place.
    public let reasons: [Unexpressed]

    /// - Throws: ``Failure`` (transformer failed) when a record is nowhere.
    init(of transformation: Transformation, by transformer: String, from release: Release) throws(Failure) {
        let records = release.records.filter { $0.network != nil }
        let unexpressible = Set(transformation.unexpressed.map(\.record))
        var counts = (whole: 0, part: 0, none: 0, excluded: 0)
        for record in records {
            switch (transformation.expressed.contains(record.id), unexpressible.contains(record.id)) {
            case (true, false): counts.whole += 1
            case (true, true): counts.part += 1
            case (false, true): counts.none += 1
            case (false, false):
                guard transformation.excluded.contains(record.id) else {
                    throw Failure(
                        .transformerFailed, at: record.location,
                        "the transformer '\(transformer)' lost the record \(record.id); please report it")
                }
                counts.excluded += 1
            }
        }
        self.transformer = transformer
        self.records = records.count
        (expressed, partlyExpressed, unexpressed, excluded) = counts
        reasons = transformation.unexpressed.sorted {
            ($0.location, $0.record, $0.destination ?? "", $0.id) < (
                $1.location, $1.record, $1.destination ?? "", $1.id
            )
        }
    }

    /// The books on one line.
    public var line: String {
        let sum =
            "\(records) records = \(expressed) expressed + \(partlyExpressed) in part + \(unexpressed) not expressible"
        return "\(transformer): \(sum) + \(excluded) left out by its options"
    }

    /// What could not be said, counted by reason; nil where all could be.
    public var summary: String? {
        guard !reasons.isEmpty else { return nil }
        let counts = Dictionary(grouping: reasons, by: \.id).map { ($0.key, $0.value.count) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        let list = counts.map { "\($0.1) [\($0.0)]" }.joined(separator: ", ")
        return
            "\(transformer) leaves out \(reasons.count) \(reasons.count == 1 ? "destination" : "destinations"): \(list)"
    }

    /// What could not be said, as messages about the lines that state it.
    public var diagnostics: [Diagnostic] {
        reasons.map { reason in
            let subject = reason.destination.map { "'\($0)'" } ?? "the record \(reason.record)"
            return Diagnostic(
                .warning, reason.id, at: reason.location,
                "\(transformer) leaves out \(subject): \(reason.reason)")
        }
    }
}
