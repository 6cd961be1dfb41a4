internal import Foundation

/// An exclusive hold on a ledger's folder, let go when the value is gone, or its process.
///
/// It is an advisory lock (`flock`) on the folder itself, so that it leaves no file behind, and none that a kill could leave.
final class LedgerLock: Sendable {
    private let descriptor: Int32

    init(folder: String) throws(LedgerError) {
        descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw LedgerError(.unreadable, file: folder, "cannot be opened: \(SystemReason(errno))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            close(descriptor)
            throw number == EWOULDBLOCK
                ? LedgerError(.locked, file: folder, "another run is writing it; wait until it is done, then run again")
                : LedgerError(.unwritable, file: folder, "cannot be locked: \(SystemReason(number))")
        }
    }

    deinit {
        // A process that is being started by another thread has a copy of the descriptor until it runs its own program, and
        // closing ours alone would leave the lock with it.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
