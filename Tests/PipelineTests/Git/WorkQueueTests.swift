import Synchronization
import Testing

@testable import Pipeline

@Suite struct WorkQueueTests {
    @Test func `values come in order and no more than the limit wait`() async throws {
        let queue = WorkQueue<Int>(limit: 2)
        let taken = Mutex(0)
        async let work: Void = queue.eachElement { value in
            for _ in 0..<10 { await Task.yield() }
            taken.withLock {
                #expect(value == $0)
                $0 += 1
            }
        }
        for value in 0..<100 {
            #expect(await queue.send(value))
            // Two wait, and one is being worked on.
            #expect(value - taken.withLock { $0 } <= 3)
        }
        queue.finish()
        try await work
        #expect(taken.withLock { $0 } == 100)
    }

    @Test func `who sends is told that the work failed`() async {
        struct Fault: Error {}
        let queue = WorkQueue<Int>(limit: 1)
        let work = Task { try await queue.eachElement { _ in throw Fault() } }
        var sent = 0
        while await queue.send(sent) { sent += 1 }
        #expect(sent <= 2)
        await #expect(throws: Fault.self) { try await work.value }
    }
}
