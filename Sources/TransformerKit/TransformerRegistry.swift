internal import RequirementModel

/// The transformers that a host knows, by name.
public struct TransformerRegistry: Sendable {
    /// In the order of their names.
    public let all: [any Transformer.Type]

    /// A registry of `transformers`.
    public init(_ transformers: [any Transformer.Type]) {
        all = transformers.sorted { $0.descriptor.name < $1.descriptor.name }
    }

    /// The JSON Schemas of all artifacts and of the diff format, by name.
    public var schemas: [ArtifactSchema] {
        (all.flatMap { $0.descriptor.schemas } + [DiffSchema.schema]).sorted { $0.name < $1.name }
    }

    /// The transformer called `name`.
    /// - Throws: ``UnknownTransformer`` with the nearest name.
    public func transformer(named name: String) throws(UnknownTransformer) -> any Transformer.Type {
        if let found = all.first(where: { $0.descriptor.name == name }) { return found }
        throw UnknownTransformer(name: name, known: all.map { $0.descriptor.name })
    }
}

/// A name that no registered transformer has.
public struct UnknownTransformer: Error, Hashable, CustomStringConvertible {
    /// The name asked for.
    public var name: String
    /// The names there are.
    public var known: [String]

    /// What is wrong and what may have been meant.
    public var description: String {
        "there is no transformer '\(name)'; \(Spelling.hint(for: name, among: known))"
    }
}
