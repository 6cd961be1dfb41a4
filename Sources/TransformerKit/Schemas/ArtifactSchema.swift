/// The JSON Schema (2020-12) of an artifact, by the name under which `requisite schema` prints it.
///
/// A schema is text in the program rather than a resource beside it, so that a copied binary still has it.
public struct ArtifactSchema: Sendable, Hashable {
    /// Kebab-case, unique among all schemas; by custom the transformer's name, with a suffix where it has several.
    public var name: String
    /// The schema, strict: no property that it does not name may occur.
    public var text: String

    /// The schema called `name`.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
