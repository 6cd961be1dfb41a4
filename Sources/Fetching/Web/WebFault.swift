/// Why a page could not be brought, and what to do.
enum WebFault: Error, Sendable, Hashable {
    case curl(Curl.Fault)
    /// No connection, in curl's words.
    case unreachable(host: String, String)
    /// A connection that broke, in curl's words.
    case brokenOff(String)
    case certificate(host: String, String)
    case timedOut(seconds: Int)
    case cutShort
    case tooLarge(bytes: Int)
    case unreadableBody(String)
    case status(Int)
    /// The server wants to be left alone for longer than a sync waits.
    case toldToWait(status: Int, seconds: Int?)
    case redirect(RedirectFault)
    case type(String)
    case doubt(PageDoubt, isHeld: Bool)
    /// It was not asked for, as its host failed or refused before.
    case notAsked(host: String)

    /// What scripts match on.
    var id: String {
        switch self {
        case .curl(.notInstalled): "curl-missing"
        case .curl(.tooOld): "curl-too-old"
        case .curl(.failed): "curl-failed"
        case .unreachable: "host-unreachable"
        case .brokenOff: "connection-broken"
        case .certificate: "certificate-refused"
        case .timedOut: "page-timed-out"
        case .cutShort: "page-cut-short"
        case .tooLarge: "page-too-large"
        case .unreadableBody: "page-unreadable"
        case .status(404), .status(410): "page-missing"
        case .status(401), .status(403), .status(407): "page-refused"
        case .status, .toldToWait: "server-refused"
        case .redirect: "redirect-refused"
        case .type: "page-unreadable"
        case .doubt: "page-doubted"
        case .notAsked: "page-not-asked-for"
        }
    }

    /// What happened and what to do, after the page's address.
    var message: String {
        switch self {
        case .curl(.notInstalled):
            "cannot be asked for: curl is not installed, or not on the PATH; install it (on Debian and Ubuntu: apt-get install curl)"
        case .curl(.tooOld): "cannot be asked for: this curl does not know what it is told; install 7.84 or later"
        case .curl(.failed(let words)): "cannot be asked for: curl failed: \(words)"
        case .unreachable(let host, let words):
            "cannot be reached: \(words); look whether '\(host)' is the right name, and at the network and its proxy (https_proxy)"
        case .brokenOff(let words):
            "did not come: the connection broke (\(words)); sync again, and if that helps nothing, look at the proxy (https_proxy)"
        case .certificate(let host, let words):
            "is not to be trusted: \(words); if '\(host)' or the proxy has a certificate of your own, name its authority in CURL_CA_BUNDLE"
        case .timedOut(let seconds):
            "did not come within \(seconds) seconds; sync again later, or give the source a longer 'timeout'"
        case .cutShort: "was cut short on its way; sync again"
        case .tooLarge(let bytes):
            "is larger than \(bytes / 1_048_576) MB; if it is meant to be, give the source a larger 'page-limit'"
        case .unreadableBody(let words): "came in a form that cannot be read: \(words)"
        case .status(let status): Self.message(of: status)
        case .toldToWait(let status, let seconds):
            "is refused for now: the server answers with status \(status)"
                + (seconds.map { " and asks to wait \($0) seconds" } ?? "") + "; sync again later"
        case .redirect(let fault): fault.message
        case .type(let type):
            "is no page but '\(type.isEmpty ? "binary data" : type)'; give the address of a page in HTML, Markdown or plain text"
        case .doubt(let doubt, let isHeld): doubt.message(isHeld: isHeld)
        case .notAsked(let host): "was not asked for, as '\(host)' gave no answers before; sync again"
        }
    }

    private static func message(of status: Int) -> String {
        switch status {
        case 404: "is not there: the server answers with status 404; look where it went and mend its address"
        case 410: "was taken away for good: the server answers with status 410; look where it went and mend its address"
        case 401, 403:
            "is not for everyone: the server answers with status \(status); put what you log in with into ~/.netrc, or leave it out"
        case 407: "is kept back by the proxy, which wants to know who asks (status 407); name the user in https_proxy"
        case 500...599: "could not be made by its server, which answers with status \(status); sync again later"
        default: "did not come: the server answers with status \(status)"
        }
    }
}

extension WebFault {
    /// What curl's exit code means (its manual, "EXIT CODES"); nil for a whole answer.
    init?(_ response: PageResponse, from host: String, limits: WebLimits) {
        let words = response.complaint.isEmpty ? "curl ended with \(response.exitCode)" : response.complaint
        switch response.exitCode {
        case 0 where response.isTooLarge, 63: self = .tooLarge(bytes: limits.bytes)
        case 22 where response.status == 0: self = Self.proxy(response.proxyStatus, host: host)
        case 0, 22: return nil
        case 5, 6, 7, 35, 97: self = .unreachable(host: host, words)
        case 52, 55, 56: self = .brokenOff(words)
        case 51, 58, 60, 77, 82, 83, 90, 91: self = .certificate(host: host, words)
        case 28: self = .timedOut(seconds: limits.seconds)
        case 16, 18, 92: self = .cutShort
        case 61: self = .unreadableBody(words)
        default: self = .curl(.failed(words))
        }
    }

    private static func proxy(_ status: Int, host: String) -> WebFault {
        status == 407 ? .status(407) : .unreachable(host: host, "the proxy answers with status \(status)")
    }

    /// Whether the host's other pages would fare no better.
    var isOfHost: Bool {
        switch self {
        case .unreachable, .certificate, .toldToWait, .status(407): true
        default: false
        }
    }

    /// Whether a host that does so several times is not asked for more.
    var isStrike: Bool {
        switch self {
        case .timedOut, .brokenOff: true
        default: false
        }
    }

    func remark(source: String, page: String?) -> FetchRemark { FetchRemark(id, source: source, page: page, message) }
}

extension PageDoubt {
    /// What speaks against the page; a person who sees that it is right only has to remove the copy.
    fileprivate func message(isHeld: Bool) -> String {
        let reason =
            switch self {
            case .empty: "says nothing: its text may be filled in by scripts, which are not run"
            case .asksForPassword: "asks for a password"
            case .sendsOn(let target): "only sends its readers on to '\(target.prefix(200))'"
            case .unlisted: "holds no table, little text, and asks not to be listed, as pages do that are no documents"
            case .cutOff: "ends before its last element is closed, which the copy does not"
            case .lostStructure: "has no table and no list any more"
            case .shrunk(let old, let new): "has \(new) bytes of text where the copy has \(old)"
            case .becameHTML: "is a web page where the copy is plain text or Markdown"
            }
        return "came and is not taken for the page: it \(reason); look at it in a browser, "
            + (isHeld ? "and if that is what it is now, remove the copy and sync again" : "and mend its address")
    }
}
