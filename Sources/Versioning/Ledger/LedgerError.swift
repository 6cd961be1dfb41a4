/// What is wrong with a ledger: which file, what, and what to do.
public struct LedgerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file or folder that is meant.
    public var file: String
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
    public init(_ fault: Fault, file: String, _ message: String) {
        self.file = file
        self.fault = fault
        self.message = message
    }

    /// The file and what is wrong with it.
    public var description: String { "\(file): \(message)" }
}
