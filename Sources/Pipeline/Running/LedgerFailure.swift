internal import RequirementModel
internal import Versioning

extension Failure {
    /// A fault of the ledger as what ends the command.
    init(_ error: LedgerError) {
        let kind: Kind =
            switch error.fault {
            case .damaged, .newerFormat, .unreadable: .badInput
            case .unknownVersion: .inputMissing
            case .locked, .unwritable, .outdated: .cannotWrite
            }
        self.init(kind, at: SourceLocation(file: error.file, position: error.position), error.message)
    }
}

/// Does `work` with the ledger; a fault of it ends the command.
func withLedger<Result>(_ work: () throws(LedgerError) -> Result) throws(Failure) -> Result {
    do throws(LedgerError) {
        return try work()
    } catch {
        throw Failure(error)
    }
}
