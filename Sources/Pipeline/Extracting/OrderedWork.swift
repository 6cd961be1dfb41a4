internal import Algorithms

/// Work on many inputs at once whose results come out in the inputs' order, as if done one after the other.
enum OrderedWork {
    /// Does `work` on each of `inputs`, `jobs` at a time, and gives each result to `consume` in order.
    ///
    /// Inputs go out in chunks, which costs less than a task each, and never far ahead of what was consumed, so that
    /// only so many results are held at a time.
    static func run<Input: Sendable, Output: Sendable>(
        on inputs: [Input], jobs: Int, work: @escaping @Sendable (Input) async -> Output,
        consume: (Output) throws -> Void
    ) async throws {
        let jobs = max(1, jobs)
        let size = min(32, max(1, inputs.count / (jobs * 8)))
        let chunks = inputs.chunks(ofCount: size).map(\.self)
        try await withThrowingTaskGroup(of: (Int, [Output]).self) { group in
            var started = 0
            var consumed = 0
            var waiting: [Int: [Output]] = [:]
            while consumed < chunks.count {
                while started < chunks.count, started - consumed - waiting.count < jobs, started - consumed < 4 * jobs {
                    let (index, chunk) = (started, chunks[started])
                    group.addTask {
                        var results: [Output] = []
                        results.reserveCapacity(chunk.count)
                        for input in chunk { results.append(await work(input)) }
                        return (index, results)
                    }
                    started += 1
                }
                guard let (index, results) = try await group.next() else { break }
                waiting[index] = results
                while let next = waiting.removeValue(forKey: consumed) {
                    for result in next { try consume(result) }
                    consumed += 1
                }
            }
        }
    }
}
