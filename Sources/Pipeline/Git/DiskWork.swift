internal import Dispatch

/// Work that waits for the disk, away from the threads that compute: of these there are only as many as cores.
enum DiskWork {
    /// Does `work`, which may block.
    static func run(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { done in
            DispatchQueue(label: "requisite.disk").async { done.resume(with: Result { try work() }) }
        }
    }
}
