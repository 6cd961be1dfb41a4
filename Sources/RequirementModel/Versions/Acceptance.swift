/// That a person has looked at a change and lets it pass a gate.
public struct Acceptance: Sendable, Hashable {
    /// The change's fingerprint.
    public var fingerprint: String
    /// Why, in the person's words.
    public var reason: String
    /// The last day on which it holds, UTC, `YYYY-MM-DD`; nil for no end.
    public var until: String?

    /// An acceptance of the change with `fingerprint`.
    public init(fingerprint: String, reason: String, until: String? = nil) {
        self.fingerprint = fingerprint
        self.reason = reason
        self.until = until
    }
}
