internal import Foundation

/// An exclusive hold on a folder, let go when the value is gone, or its process.
///
/// It is an advisory lock (`flock`) on the folder itself, so that it leaves no file behind, and none that a kill could leave.
public final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Why a folder is not held.
    public enum Refusal: Error {
        /// Another process holds it.
        case held
        /// It cannot be opened, with the system's words.
        case unopened(String)
        /// It cannot be locked, likewise.
        case unlocked(String)
    }

    /// A hold on the folder at `path`, which must be there.
    /// - Throws: ``Refusal``, at once when another process holds it.
    public init(_ path: String) throws(Refusal) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unopened("\(SystemReason(errno))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            close(descriptor)
            throw number == EWOULDBLOCK ? .held : .unlocked("\(SystemReason(number))")
        }
    }

    deinit {
        // A process that is being started by another thread has a copy of the descriptor until it runs its own program, and
        // closing ours alone would leave the lock with it.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}

extension FolderLock {
    /// A hold on a ledger's folder.
    convenience init(ledger folder: String) throws(LedgerError) {
        do throws(Refusal) {
            try self.init(folder)
        } catch {
            throw switch error {
            case .held:
                LedgerError(.locked, file: folder, "another run is writing it; wait until it is done, then run again")
            case .unopened(let reason): LedgerError(.unreadable, file: folder, "cannot be opened: \(reason)")
            case .unlocked(let reason): LedgerError(.unwritable, file: folder, "cannot be locked: \(reason)")
            }
        }
    }
}
