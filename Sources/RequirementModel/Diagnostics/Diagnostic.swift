/// A fact about the input that a person should know: where, what, and what to do.
///
/// Printed as `file:line:column: severity: message [id]`.
public struct Diagnostic: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// Something could not be used at all.
        case error
        /// Something was left out or guessed.
        case warning
        /// Worth knowing, nothing lost.
        case note
    }

    /// Stable, kebab-case, the same in every release: what scripts match on.
    public var id: String
    /// How much it matters.
    public var severity: Severity
    /// Where in which file.
    public var location: SourceLocation
    /// What is the matter and what to do, one sentence, lower case, no full stop.
    public var message: String

    /// A fact about `location`.
    public init(_ severity: Severity, _ id: String, at location: SourceLocation, _ message: String) {
        self.id = id
        self.severity = severity
        self.location = location
        self.message = message
    }

    /// The line that a terminal shows.
    public var description: String { "\(location): \(severity.rawValue): \(message) [\(id)]" }

    /// By place, then by id and message, so that an order never depends on timing.
    public static func < (left: Self, right: Self) -> Bool {
        (left.location, left.id, left.message) < (right.location, right.id, right.message)
    }
}
