/// What a page may cost.
public struct WebLimits: Sendable, Hashable {
    /// How long one page may take, in seconds.
    public var seconds: Int
    /// How large one page may be when it is decompressed, in bytes.
    public var bytes: Int

    /// - Parameters:
    ///   - seconds: How long one page may take.
    ///   - bytes: How large it may be.
    public init(seconds: Int = 60, bytes: Int = 20 << 20) {
        self.seconds = seconds
        self.bytes = bytes
    }

    /// How long to wait for a connection, which a machine that is not there never gives.
    var secondsToConnect: Int { min(seconds, 15) }
    /// What may be asked for in seconds; what takes longer is no page.
    public static let allSeconds = 1...3600
    /// What may be asked for in megabytes; what is larger is no page.
    public static let allMegabytes = 1...200
    /// How long a server may ask to wait before it is asked again, in seconds, and how often it may ask so in one sync.
    static let longestWait = 60
    static let waits = 3
    /// How many pages of one host may run out of time or lose their connection before no more are asked for.
    static let strikes = 3
    /// How many redirects are followed for one page; browsers follow 20, and no page of documents needs more than two or three.
    static let redirects = 5
}
