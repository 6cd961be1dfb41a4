internal import HTMLReading

/// One source's conversation with its servers: who is asked what next, given what they said.
struct WebExchange {
    let source: String
    let held: HeldSource
    let limits: WebLimits
    private(set) var fetched: Fetched
    /// What is still to be asked for, in order.
    private var queue: [Page]
    /// How often each host asked to wait, and how often nothing came from it.
    private var waits: [String: Int] = [:]
    private var strikes: [String: Int] = [:]
    /// The hosts that are not asked any more.
    private var givenUp: Set<String> = []
    /// How long to wait before anything else is asked for, in seconds.
    private var pause: Int?

    /// A page on its way.
    struct Page: Sendable {
        /// Its address as it was declared.
        var declared: String
        var request: PageRequest
        /// The path of its copy.
        var path: String
        /// What the lock says of it; nil where the copy is not what that says.
        var locked: WebOrigin?
        /// Whether the lock knows it, whatever became of the copy.
        var isLocked: Bool
        var redirects = 0
        /// The other end of the first connection that was made for it.
        var firstPeer: String?

        init(declared: String, address: WebAddress, in held: HeldSource) {
            self.declared = declared
            path = PageName.path(of: address)
            request = PageRequest(address: address)
            let page = held.locked?[path]
            isLocked = page != nil
            if case .web(let origin)? = page?.origin, held.copy(path) != nil { locked = origin }
            go(to: address)
        }

        /// Asks at `address` next; what is held of it only counts if it came from there.
        mutating func go(to address: WebAddress) {
            let isSame = locked.map { ($0.finalAddress ?? $0.address) == kept(address) } ?? false
            request = PageRequest(
                address: address, entityTag: isSame ? locked?.entityTag : nil,
                lastModified: isSame ? locked?.lastModified : nil)
        }

        /// `address` as it may be kept: as it was declared, or without the query that a server gave it.
        func kept(_ address: WebAddress) -> String { redirects == 0 ? declared : address.withoutQuery }
    }

    init(source: String, pages: [Page], held: HeldSource, limits: WebLimits, fetched: Fetched) {
        self.source = source
        self.held = held
        self.limits = limits
        self.fetched = fetched
        queue = pages
    }

    /// Asks until every page is there or has a fault.
    mutating func run(by curl: Curl) async throws {
        while !queue.isEmpty {
            let pages = queue
            try await curl.ask(pages.map(\.request)) { response in
                let page = queue.removeFirst()
                take(response, for: page)
                return pause == nil
            }
            if let seconds = pause {
                try await Task.sleep(for: .seconds(seconds))
                pause = nil
            }
            skipHosts()
        }
    }

    /// Leaves out what hosts would have to be asked for that were given up.
    private mutating func skipHosts() {
        guard !givenUp.isEmpty else { return }
        for page in queue where givenUp.contains(page.request.address.host) {
            fail(page, .notAsked(host: page.request.address.host))
        }
        queue.removeAll { givenUp.contains($0.request.address.host) }
    }

    private mutating func take(_ response: PageResponse, for page: Page) {
        var page = page
        page.firstPeer = page.firstPeer ?? response.peer
        let host = page.request.address.host
        if let fault = WebFault(response, from: host, limits: limits) { return failed(page, fault) }
        // A name that stands for a private address only after a redirect was given it by the site that sent us there.
        if page.redirects > 0, WebAddress.isPrivate(response.peer), !WebAddress.isPrivate(page.firstPeer ?? "") {
            return fail(page, .redirect(.intoPrivateNetwork(page.request.address.withoutQuery)))
        }
        switch response.status {
        case 200: receive(response, for: page)
        case 304:
            guard let locked = page.locked, page.request.isConditional else { return fail(page, .status(304)) }
            keep(page, as: locked, answered: origin(of: page, response))
        case 301, 302, 303, 307, 308: follow(response.redirect ?? "", for: page)
        case 404 where page.isLocked, 410 where page.isLocked:
            fetched.gone.append(
                GonePage(path: page.path, reason: "'\(page.declared)' \(WebFault.status(response.status).message)"))
        case 429, 503: wait(page, response)
        default: fail(page, .status(response.status))
        }
    }

    private mutating func follow(_ target: String, for page: Page) {
        var page = page
        do throws(RedirectFault) {
            let next = try Redirect.follow(target, from: page.request.address)
            page.redirects += 1
            guard page.redirects <= WebLimits.redirects else { throw .tooMany }
            page.go(to: next)
            queue.append(page)
        } catch {
            fail(page, .redirect(error))
        }
    }

    /// Asks again after the time that the server wants, if that is not too long and it does not go on like this.
    private mutating func wait(_ page: Page, _ response: PageResponse) {
        let host = page.request.address.host
        let seconds = RetryAfter.seconds(in: response.fields)
        waits[host, default: 0] += 1
        guard let seconds, seconds <= WebLimits.longestWait, waits[host, default: 0] <= WebLimits.waits else {
            return failed(page, .toldToWait(status: response.status, seconds: seconds))
        }
        queue.insert(page, at: 0)
        pause = seconds
    }

    private mutating func failed(_ page: Page, _ fault: WebFault) {
        let host = page.request.address.host
        if fault.isStrike { strikes[host, default: 0] += 1 }
        if fault.isOfHost || strikes[host, default: 0] >= WebLimits.strikes { givenUp.insert(host) }
        fail(page, fault)
    }

    private mutating func fail(_ page: Page, _ fault: WebFault) {
        fetched.faults.append(fault.remark(source: source, page: page.declared))
    }

    private func origin(of page: Page, _ response: PageResponse) -> WebOrigin {
        let address = page.kept(page.request.address)
        return WebOrigin(
            address: page.declared, finalAddress: address == page.declared ? nil : address,
            entityTag: response.fields["etag"], lastModified: response.fields["last-modified"])
    }

    /// Keeps the copy of a page that did not change, or came in other words that say the same.
    private mutating func keep(_ page: Page, as locked: WebOrigin, answered origin: WebOrigin) {
        noticeRedirect(of: page, to: origin.finalAddress)
        var standing = locked
        (standing.address, standing.finalAddress) = (origin.address, origin.finalAddress)
        // An entity tag that changes while the page does not would make each sync a change.
        let isElsewhere = (locked.finalAddress ?? locked.address) != (origin.finalAddress ?? origin.address)
        if isElsewhere || locked.entityTag == nil && locked.lastModified == nil {
            (standing.entityTag, standing.lastModified) = (origin.entityTag, origin.lastModified)
        }
        fetched.pages.append(FetchedPage(path: page.path, bytes: nil, origin: .web(standing)))
    }

    /// Says where a redirect led, when that is news.
    private mutating func noticeRedirect(of page: Page, to final: String?) {
        guard let final, final != page.locked?.finalAddress else { return }
        notice("page-redirected", page, "is redirected to '\(final)' of the same site, which was followed")
    }

    private mutating func notice(_ id: String, _ page: Page, _ message: String) {
        fetched.notices.append(FetchRemark(id, source: source, page: page.declared, message))
    }
}

// MARK: - Bodies

extension WebExchange {
    private mutating func receive(_ response: PageResponse, for page: Page) {
        let type = ContentType(response.fields["content-type"])
        guard type.isReadable(response.body) else { return fail(page, .type(type.type)) }
        let bytes = type.charset.map { HTMLReader.page(response.body, sentAs: $0) } ?? response.body
        var origin = origin(of: page, response)
        if let locked = page.locked, let copy = held.copy(page.path) {
            if copy == bytes { return keep(page, as: locked, answered: origin) }
            let (shape, oldShape) = (PageShape(of: bytes), PageShape(of: copy))
            if let doubt = PageDoubt(of: shape, after: oldShape) { return fail(page, .doubt(doubt, isHeld: true)) }
            // What no reader sees, such as a token made up for each answer, is no change.
            if let blocks = shape.blocks, blocks == oldShape.blocks { return keep(page, as: locked, answered: origin) }
            origin.state(StatedOrigin(in: shape))
        } else {
            let shape = PageShape(of: bytes)
            if let doubt = PageDoubt(of: shape, after: nil) { return fail(page, .doubt(doubt, isHeld: false)) }
            if shape.saysLittle { notice("page-says-little", page, Self.saysLittle) }
            origin.state(StatedOrigin(in: shape))
        }
        noticeRedirect(of: page, to: origin.finalAddress)
        fetched.pages.append(FetchedPage(path: page.path, bytes: bytes, origin: .web(origin)))
    }

    private static let saysLittle =
        "has no table, no list and little text; look at it in a browser, as scripts are not run"
}

extension WebOrigin {
    /// Keeps what the page says of its origin.
    fileprivate mutating func state(_ source: StatedOrigin) {
        (statedSource, statedCommit, statedDate) = (source.source, source.commit, source.date)
        statedAddress = source.address == (finalAddress ?? address) ? nil : source.address
    }
}
