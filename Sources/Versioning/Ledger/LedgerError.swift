public import RequirementModel

/// What is wrong with a ledger: which file, what, and what to do.
public struct LedgerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file or folder that is meant.
    public var file: String
    /// Where in the file, if it is one place.
    public var position: SourcePosition
    /// What kind of fault it is.
    public var fault: Fault
    /// What is wrong and what to do; one sentence, lower case, no full stop.
    public var message: String

    /// The kinds of faults, as a caller tells them apart.
    public enum Fault: Sendable, Hashable {
        /// The ledger is not what Requisite wrote: edited, cut short, incomplete, or not its own.
        case damaged
        /// A newer Requisite wrote it.
        case newerFormat
        /// There is no such version.
        case unknownVersion
        /// Another run holds the ledger.
        case locked
        /// The file or folder cannot be read.
        case unreadable
        /// The file or folder cannot be written.
        case unwritable
        /// What is to be written does not follow the last version.
        case outdated
    }

    /// A fault in `file`.
    public init(_ fault: Fault, file: String, at position: SourcePosition = .unknown, _ message: String) {
        self.file = file
        self.position = position
        self.fault = fault
        self.message = message
    }

    /// The place and what is wrong with it.
    public var description: String { "\(SourceLocation(file: file, position: position)): \(message)" }
}
