/// Hands values from one task to another that works on them in order, and holds the first back while too many wait.
struct WorkQueue<Element: Sendable>: Sendable {
    private let elements = AsyncStream.makeStream(of: Element.self)
    private let permits = AsyncStream.makeStream(of: Void.self)

    /// A queue in which at most `limit` values wait.
    init(limit: Int) {
        for _ in 0..<limit { permits.continuation.yield() }
    }

    /// Puts in the next value, when there is room for it.
    /// - Returns: Whether there still is someone who works on it.
    func send(_ element: Element) async -> Bool {
        for await _ in permits.stream {
            elements.continuation.yield(element)
            return true
        }
        return false
    }

    /// Says that no value follows.
    func finish() { elements.continuation.finish() }

    /// Does `work` on each value, until there will be no more.
    func eachElement(_ work: (Element) async throws -> Void) async throws {
        defer { permits.continuation.finish() }
        for await element in elements.stream {
            permits.continuation.yield()
            try await work(element)
        }
    }
}
