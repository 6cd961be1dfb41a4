/// A line on a terminal that counts what is done, for work that takes more than a moment.
struct Progress {
    private let console: Console
    private let what: String
    private var total: Int
    private var done = 0
    private let start = ContinuousClock.now
    private var shownAt: ContinuousClock.Instant?

    /// Counts `total` of `what`, such as "documents".
    init(_ console: Console, total: Int, of what: String) {
        self.console = console
        self.total = total
        self.what = what
    }

    /// Notes that one more is done.
    mutating func advance() { show(done + 1, of: total) }

    /// Notes how many are done, where it turns out on the way how many there are.
    mutating func show(_ done: Int, of total: Int) {
        self.done = done
        self.total = total
        guard console.isWatched, console.volume > .quiet, console.volume < .verbose else { return }
        let now = ContinuousClock.now
        guard now - start > .seconds(1), shownAt.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        shownAt = now
        Console.standardError("\r\u{1B}[K\(done) of \(total) \(what)")
    }

    /// Takes the line away, so that something else can be printed.
    mutating func clear() {
        guard shownAt != nil else { return }
        shownAt = nil
        Console.standardError("\r\u{1B}[K")
    }
}
