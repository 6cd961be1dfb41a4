public import RequirementModel

/// A plugin that turns a release into artifacts.
///
/// A transformer is a pure function: it reads no file, no clock and no environment, and gives the same bytes for the same
/// release and options. The host validates its options, writes its files, and prints what it could not express.
///
/// ```swift
/// public struct HostList: Transformer {
///     public static let descriptor = TransformerDescriptor(
///         name: "host-list", version: "1.0.0", summary: "Every host name that must be reachable, one a line.",
///         formats: ["text/plain"], expresses: .requirements("host names; nothing else fits on a line"))
///
///     public init(options: OptionValues) {}
///
///     public func transform(_ release: Release) -> Transformation { … }
/// }
/// ```
///
/// <doc:WritingATransformer> has the whole example, and what a transformer promises.
public protocol Transformer: Sendable {
    /// What it is called, takes and emits.
    static var descriptor: TransformerDescriptor { get }

    /// A transformer set up with options that the host has checked against ``descriptor``; every option has a value.
    /// - Throws: ``OptionError`` for what the descriptor's types cannot rule out.
    init(options: OptionValues) throws

    /// Turns a release into files.
    /// - Throws: what makes the whole artifact impossible; a record that does not fit belongs in
    ///   ``Transformation/unexpressed``.
    func transform(_ release: Release) throws -> Transformation
}

/// What a transformer made of a release.
public struct Transformation: Sendable {
    /// The files, in any order; no two with one path.
    public var artifacts: [Artifact]
    /// The records that stand in an artifact whole.
    public var expressed: Set<RecordID>
    /// What could not be said in the target's language, each with its reason. For a transformer that declares to express
    /// requirements, every network record is expressed, unexpressed, or both (one of its destinations each).
    public var unexpressed: [Unexpressed]
    /// Records left out because the options ask for it, such as those of other clouds.
    public var excluded: Set<RecordID>

    /// What was made of a release.
    public init(
        artifacts: [Artifact], expressed: Set<RecordID> = [], unexpressed: [Unexpressed] = [],
        excluded: Set<RecordID> = []
    ) {
        self.artifacts = artifacts
        self.expressed = expressed
        self.unexpressed = unexpressed
        self.excluded = excluded
    }
}

/// A record, or one of its atoms, that the target's language cannot say.
public struct Unexpressed: Sendable, Hashable {
    /// The record.
    public var record: RecordID
    /// The destination's normal form; nil when the whole record does not fit.
    public var destination: String?
    /// Stable, kebab-case.
    public var id: String
    /// Why, and what to do instead; one sentence, lower case, no full stop.
    public var reason: String
    /// The line that states it.
    public var location: SourceLocation

    /// A record that does not fit, and why.
    public init(record: Requirement, destination: String? = nil, id: String, reason: String) {
        self.record = record.id
        self.destination = destination
        self.id = id
        self.reason = reason
        self.location = record.location
    }
}
