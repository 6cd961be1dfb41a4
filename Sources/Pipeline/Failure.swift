public import RequirementModel

/// What ends a command: a typed fact that says where, what, and what to do.
///
/// Everything that a run can go on after is a ``RequirementModel/Diagnostic`` instead.
public struct Failure: Error, Hashable, CustomStringConvertible {
    /// What kind of thing failed, which decides the exit status.
    public var kind: Kind
    /// Where in which file; nil when no file is at fault.
    public var location: SourceLocation?
    /// What is the matter and what to do, lower case, no full stop.
    public var message: String

    /// The kinds of failure, each with an exit status of its own.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// The command was asked for something that there is not.
        case usage
        /// Input is there and cannot be used.
        case badInput
        /// A file or folder that should be there is not.
        case inputMissing
        /// A transformer could not do its work.
        case transformerFailed
        /// What documents come from could not be read to the end.
        case sourceFailed
        /// A file or folder cannot be written.
        case cannotWrite
        /// The configuration is wrong.
        case configuration
    }

    /// A failure of `kind`.
    public init(_ kind: Kind, at location: SourceLocation? = nil, _ message: String) {
        self.kind = kind
        self.location = location
        self.message = message
    }

    /// The place, when there is one, and the message.
    public var description: String { location.map { "\($0): \(message)" } ?? message }
}
