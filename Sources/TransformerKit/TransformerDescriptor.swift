/// What a transformer is called, takes and emits: printed by `requisite transformers`, checked before anything runs.
public struct TransformerDescriptor: Sendable, Hashable {
    /// Kebab-case, unique among all transformers; also the name of its folder in the output.
    public var name: String
    /// Its semantic version, raised when the same release gives other bytes.
    public var version: String
    /// One sentence on what it emits.
    public var summary: String
    /// The media types of its artifacts.
    public var formats: [String]
    /// What of a release its language can say.
    public var expresses: Expressiveness
    /// Whether it looks at `Release.history`. Where no transformer of a run does, the history is empty: the ledger grows with
    /// every version, and reading all of it takes time and memory.
    public var readsHistory: Bool
    /// What it can be told.
    public var options: [Option]
    /// The JSON Schemas of its artifacts that are JSON.
    public var schemas: [ArtifactSchema]

    /// What of a release a transformer's language can say.
    public enum Expressiveness: Sendable, Hashable {
        /// Every record, whatever it states.
        case everyRecord
        /// Changes; records only as far as they changed.
        case changes
        /// Network requirements, as far as the words say; the books of these transformers must balance.
        case requirements(String)
    }

    /// One thing that a transformer can be told.
    public struct Option: Sendable, Hashable {
        /// Kebab-case, unique in its transformer.
        public var name: String
        /// One sentence on what it does.
        public var summary: String
        /// The value when nobody says otherwise, which also says the option's type.
        public var defaultValue: OptionValue
        /// The values allowed for a string or for each of a list; empty for any.
        public var choices: [String]

        /// An option with its default.
        public init(_ name: String, summary: String, default defaultValue: OptionValue, choices: [String] = []) {
            self.name = name
            self.summary = summary
            self.defaultValue = defaultValue
            self.choices = choices
        }
    }

    /// A description.
    public init(
        name: String, version: String, summary: String, formats: [String], expresses: Expressiveness,
        readsHistory: Bool = true, options: [Option] = [], schemas: [ArtifactSchema] = []
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.formats = formats
        self.expresses = expresses
        self.readsHistory = readsHistory
        self.options = options
        self.schemas = schemas
    }
}
