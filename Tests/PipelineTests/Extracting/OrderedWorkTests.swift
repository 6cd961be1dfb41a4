import Synchronization
import Testing

@testable import Pipeline

struct OrderedWorkTests {
    @Test(arguments: [1, 2, 7], [0, 1, 5, 1000])
    func `results come in the order of the inputs`(jobs: Int, count: Int) async throws {
        let inputs = Array(0..<count)
        var results: [Int] = []
        try await OrderedWork.run(on: inputs, jobs: jobs) { input in
            // The earlier, the longer: results are ready in about the reverse order.
            var sum = 0
            for step in 0..<(count - input) { sum &+= step }
            return sum == -1 ? -1 : input * 2
        } consume: {
            results.append($0)
        }
        #expect(results == inputs.map { $0 * 2 })
    }

    @Test func `work stays within reach of what was consumed`() async throws {
        let started = Mutex(0)
        var consumed = 0
        var lead = 0
        try await OrderedWork.run(on: Array(0..<4000), jobs: 2) { _ in
            started.withLock { $0 += 1 }
        } consume: { _ in
            consumed += 1
            lead = max(lead, started.withLock { $0 } - consumed)
        }
        #expect(consumed == 4000)
        #expect(lead <= 4 * 2 * 32)
    }

    @Test func `an error of the consumer ends the work`() async {
        await #expect(throws: Failure.self) {
            try await OrderedWork.run(on: [1, 2, 3], jobs: 2) {
                $0
            } consume: { _ in
                throw Failure(.badInput, "enough")
            }
        }
    }
}
