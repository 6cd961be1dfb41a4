internal import GitHistory

extension FetchFault {
    /// A fault that git explains in words of its own alone, which may be one of the cache.
    static let gitFailed = "git-failed"

    /// What git said of `source`, called `name`, with what to do about it.
    init(_ error: GitError, of name: String, _ source: GitSource) {
        guard error.fault != .notInstalled else {
            self.init(FetchRemark("git-not-installed", source: name, error.message))
            return
        }
        let cause = Self.causes.first { cause in cause.words.contains(where: error.message.contains) }
        let advice = cause?.advice ?? "`git ls-remote \(source.repository)` may tell more"
        self.init(FetchRemark(cause?.id ?? Self.gitFailed, source: name, "\(error.message); \(advice)"))
    }

    private struct Cause {
        var id: String
        /// As git or its transports say it, in the C locale.
        var words: [String]
        var advice: String
    }

    private static let causes = [
        Cause(
            id: "network-down",
            words: [
                "Could not resolve", "Failed to connect", "Connection refused", "Connection timed out",
                "Couldn't connect",
                "Network is unreachable", "Operation too slow", "Connection reset", "unexpected disconnect",
                "early EOF", "RPC failed", "transfer closed",
                "hung up unexpectedly", "HTTP 5", "returned error: 5", "returned error: 429",
            ],
            advice: "look to the network and the proxy, then sync again"),
        Cause(
            id: "bad-certificate", words: ["certificate", "SSL", "TLS"],
            advice: "if its authority is your own, name it in git's setting http.sslCAInfo"),
        Cause(
            id: "no-such-ref", words: ["couldn't find remote ref", "not our ref", "no such ref", "Invalid refspec"],
            advice: "correct 'ref' in requisite.yml; `git ls-remote` lists what there is"),
        Cause(
            id: "repository-refused",
            words: [
                "could not read Username", "could not read Password", "Authentication failed", "Permission denied",
                "Host key verification", "returned error: 401", "returned error: 403", "terminal prompts disabled",
            ],
            advice: "it is private or gone: give git credentials for it, or correct requisite.yml"),
        Cause(
            id: "repository-gone",
            words: [
                "not found", "does not exist", "does not appear to be a git repository", "returned error: 404",
                "not a git repository", "returned error: 410",
            ],
            advice: "it is gone, private or misspelt: correct it in requisite.yml; its pages stay as they are"),
    ]
}
