import TestSupport
import Testing

@testable import Fetching

/// What a fetch makes of a real server's answers.
@Suite struct WebFetcherTests {
    private let site: WebSample

    init() throws { site = try WebSample() }

    private static func page(_ hosts: String..., head: String = "") -> String {
        "<!doctype html><html><head>\(head)</head><body><h1>Rules</h1><p>Allow these names:<table><tr><th>Host<th>Port"
            + hosts.map { "<tr><td>\($0)<td>443" }.joined() + "</table></body></html>"
    }

    private func fetch(
        _ paths: String..., held: HeldSource = HeldSource(), limits: WebLimits = WebLimits()
    ) async throws -> Fetched {
        let source = WebSource(addresses: paths.map { $0.hasPrefix("/") ? site.origin + $0 : $0 }, limits: limits)
        return try await WebFetcher(source, agent: "Requisite/test").fetch("vendor", beside: held)
    }

    /// What is held after `fetched` was put in place over `before`.
    private func held(_ fetched: Fetched, over before: HeldSource = HeldSource()) -> HeldSource {
        let copies = Dictionary(
            uniqueKeysWithValues: fetched.pages.map { ($0.path, $0.bytes ?? before.copy($0.path) ?? []) })
        let pages = fetched.pages.map { LockedPage(path: $0.path, digest: "", origin: $0.origin) }
        return HeldSource(locked: LockedSource(name: "vendor", state: .https, pages: pages)) { copies[$0] }
    }

    @Test func `a second fetch transfers no body`() async throws {
        try site.answer("/tagged", Self.page("a.example.com"), fields: ["ETag: W/\"1 \\\"", "Content-Type: text/html"])
        try site.answer("/dated", Self.page("b.example.com"), fields: ["Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"])
        try site.answer("/packed", Self.page("c.example.com"), fields: ["X-Gzip: yes", "ETag: \"3\""])
        let first = try await fetch("/tagged", "/dated", "/packed")
        #expect(first.faults.isEmpty)
        #expect(first.pages.map(\.path) == ["dated.html", "packed.html", "tagged.html"])
        #expect(
            first.pages.map { $0.bytes.map { String(decoding: $0, as: UTF8.self) } } == [
                Self.page("b.example.com"), Self.page("c.example.com"), Self.page("a.example.com"),
            ])
        let second = try await fetch("/tagged", "/dated", "/packed", held: held(first))
        #expect(second.pages.allSatisfy { $0.bytes == nil })
        #expect(second.pages.map(\.origin) == first.pages.map(\.origin))
        let requests = site.requests.map { $0.split(separator: " ") }
        #expect(requests.map { String($0[1]) } == ["200", "200", "200", "304", "304", "304"])
        #expect(requests.dropFirst(3).allSatisfy { $0[2] == "0" })
        // One connection for each fetch.
        #expect(Set(requests.prefix(3).map { $0[3] }).count == 1)

        try site.answer("/tagged", Self.page("new.example.com"), fields: ["ETag: \"2\""])
        let third = try await fetch("/tagged", "/dated", "/packed", held: held(second, over: held(first)))
        #expect(third.pages.map { $0.bytes != nil } == [false, false, true])
    }

    @Test func `a short page without tables is looked at once`() async throws {
        try site.answer("/a", "<p>Allow outbound TCP 443 to api.example.com from all nodes.")
        let first = try await fetch("/a", "/a")
        #expect(first.pages.count == 1)
        #expect(first.notices.map(\.id) == ["page-says-little"])
        #expect(try await fetch("/a", held: held(first)).notices.isEmpty)
    }

    @Test func `what no reader sees is no change`() async throws {
        try site.answer("/a", Self.page("a.example.com", head: "<meta name=token content=1>"), fields: ["ETag: \"1\""])
        let first = try await fetch("/a")
        try site.answer("/a", Self.page("a.example.com", head: "<meta name=token content=2>"), fields: ["ETag: \"2\""])
        let second = try await fetch("/a", held: held(first))
        #expect(second.pages.map(\.bytes) == [nil])
        #expect(second.pages.map(\.origin) == first.pages.map(\.origin))
    }

    @Test func `a page at another host is asked for in any case`() async throws {
        try site.answer("/a", Self.page("a.example.com"), fields: ["ETag: \"1\""])
        let first = try await fetch("/a")
        let other = try WebSample()
        try other.answer("/a", Self.page("a.example.com"), fields: ["ETag: \"1\""])
        let second = try await fetch("\(other.origin)/a", held: held(first))
        #expect(other.requests.map { $0.split(separator: " ")[1] } == ["200"])
        #expect(second.pages.map(\.bytes) == [nil])
        #expect(second.pages.first?.origin == .web(WebOrigin(address: "\(other.origin)/a", entityTag: "\"1\"")))
    }

    @Test func `a copy that is not what was fetched is fetched again`() async throws {
        try site.answer("/a", Self.page("a.example.com"), fields: ["ETag: \"1\""])
        var held = held(try await fetch("/a"))
        held.copy = { _ in nil }
        #expect(try await fetch("/a", held: held).pages.first?.bytes != nil)
    }

    @Test func `redirects of the site are followed and said`() async throws {
        try site.answer("/old", status: "301 Moved", fields: ["Location: /middle?session=secret"])
        try site.answer("/middle?session=secret", status: "307 Moved", fields: ["Location: new?session=secret"])
        try site.answer("/new?session=secret", Self.page("a.example.com"), fields: ["ETag: \"1\""])
        let first = try await fetch("/old")
        #expect(first.faults.isEmpty)
        #expect(first.notices.map(\.id) == ["page-redirected"])
        #expect(first.pages.map(\.path) == ["old.html"])
        #expect(
            first.pages.first?.origin
                == .web(
                    WebOrigin(
                        address: "\(site.origin)/old", finalAddress: "\(site.origin)/new", entityTag: "\"1\"")))
        let second = try await fetch("/old", held: held(first))
        #expect(second.pages.map(\.bytes) == [nil])
        #expect(second.notices.isEmpty)
        #expect(site.requests.last?.contains(" 304 0 ") == true)

        // Who writes the new address has the page moved.
        let moved = try await fetch("/new", held: held(second, over: held(first)))
        #expect(moved.faults.map(\.id) == ["page-missing"])
        try site.answer("/new", Self.page("a.example.com"), fields: ["ETag: \"1\""])
        let again = try await fetch("/new", held: held(second, over: held(first)))
        #expect(again.pages.map(\.path) == ["new.html"])
        #expect(again.pages.map(\.formerPath) == ["old.html"])
        #expect(again.gone.isEmpty)

        try site.answer("/circle", status: "302 Found", fields: ["Location: /circle"])
        try site.answer("/away", status: "302 Found", fields: ["Location: http://localhost/away?session=secret"])
        let refused = try await fetch("/circle", "/away")
        #expect(refused.faults.map(\.id) == ["redirect-refused", "redirect-refused"])
        #expect(refused.faults.map(\.message).allSatisfy { !$0.contains("secret") })
    }

    @Test(arguments: [
        ("404 Not Found", [], "page-missing"), ("410 Gone", [], "page-missing"), ("403 Forbidden", [], "page-refused"),
        ("500 Internal Server Error", [], "server-refused"), ("429 Too Many Requests", [], "server-refused"),
        ("503 Service Unavailable", ["Retry-After: 86400"], "server-refused"), ("204 No Content", [], "server-refused"),
        ("200 OK", ["Content-Length: 5000"], "page-cut-short"), ("200 OK", ["X-Wait: 6"], "page-timed-out"),
        ("200 OK", ["Content-Type: application/pdf"], "page-unreadable"),
        ("200 OK", ["Content-Encoding: gzip"], "page-unreadable"),
        ("304 Not Modified", [], "server-refused"),
    ])
    func `what goes wrong is a fault of its page alone`(status: String, fields: [String], id: String) async throws {
        try site.answer("/bad", Self.page("a.example.com"), status: status, fields: fields)
        try site.answer("/good", Self.page("b.example.com"))
        let source = WebSource(
            addresses: ["/bad", "/good"].map { site.origin + $0 }, limits: WebLimits(seconds: 3, bytes: 10_000))
        let fetched = try await WebFetcher(source, agent: "Requisite/test").fetch("vendor", beside: HeldSource())
        #expect(fetched.faults.map(\.id).first == id)
        #expect(fetched.faults.first?.page == "\(site.origin)/bad")
        // A host that wants to be left alone is not asked for its other pages.
        let isLeftAlone = status.hasPrefix("429") || status.hasPrefix("503")
        #expect(fetched.pages.map(\.path) == (isLeftAlone ? [] : ["good.html"]))
        #expect(fetched.faults.dropFirst().map(\.id) == (isLeftAlone ? ["page-not-asked-for"] : []))
    }

    @Test func `a page that is gone is said to be`() async throws {
        try site.answer("/a", Self.page("a.example.com"))
        try site.answer("/b", Self.page("b.example.com"))
        let held = held(try await fetch("/a", "/b"))
        try site.answer("/a", status: "410 Gone")
        let fetched = try await fetch("/a", held: held)
        #expect(fetched.gone.map(\.path) == ["a.html", "b.html"])
        #expect(fetched.gone.first?.reason.contains("410") == true)
        #expect(fetched.pages.isEmpty && fetched.faults.isEmpty)
    }

    @Test(arguments: [[], ["X-Gzip: yes"], ["Content-Length: none"]])
    func `a page over the limit is left out`(fields: [String]) async throws {
        try site.answer("/large", Array(repeating: 0x61, count: 5_000_000), fields: fields)
        try site.answer("/good", Self.page("b.example.com"))
        let fetched = try await fetch("/large", "/good", limits: WebLimits(bytes: 1 << 20))
        #expect(fetched.faults.map(\.id) == ["page-too-large"])
        #expect(fetched.pages.map(\.path) == ["good.html"])
    }

    @Test func `a server that asks to wait is asked again`() async throws {
        try site.answer(
            "/a", status: "429 Too Many Requests", fields: ["Retry-After: 1", "X-Times: 2"],
            then: "200 OK\n\n" + Self.page("a.example.com"))
        let start = ContinuousClock.now
        let fetched = try await fetch("/a")
        #expect(fetched.pages.map(\.path) == ["a.html"])
        #expect(ContinuousClock.now - start >= .seconds(2))
        #expect(site.requests.map { $0.split(separator: " ")[1] } == ["429", "429", "200"])
    }

    @Test func `what is no page leaves the copy alone`() async throws {
        try site.answer("/a", Self.page("a.example.com"), fields: ["ETag: \"1\""])
        let held = held(try await fetch("/a"))
        try site.answer(
            "/a",
            "<!doctype html><html><form><p>Please say who you are, and you may go on.<input type=password></form></html>"
        )
        let fetched = try await fetch("/a", held: held)
        #expect(fetched.faults.map(\.id) == ["page-doubted"])
        #expect(fetched.pages.isEmpty && fetched.gone.isEmpty)
    }

    @Test func `a host that is not there is asked once`() async throws {
        // Port 1 of this machine, where nobody listens.
        let addresses = (1...50).map { "http://127.0.0.1:1/\($0)" }
        let fetched = try await WebFetcher(WebSource(addresses: addresses), agent: "Requisite/test")
            .fetch("vendor", beside: HeldSource())
        #expect(fetched.faults.map(\.id) == ["host-unreachable"] + Array(repeating: "page-not-asked-for", count: 49))
    }

    @Test func `addresses that cannot both be had are refused`() async throws {
        try site.answer("/good", Self.page("b.example.com"))
        let fetched = try await fetch(
            "/a", "/A.html", "/good", "http://example.com/", "https://user:secret@example.com/x")
        #expect(fetched.faults.map(\.id) == ["invalid-address", "invalid-address", "same-name", "same-name"])
        #expect(fetched.faults.allSatisfy { !$0.description.contains("secret") })
        #expect(fetched.pages.map(\.path) == ["good.html"])
    }

    @Test func `the server's encoding is kept`() async throws {
        let bytes = Array("<p>Allow this name at all times, in each network: caf".utf8) + [0xE9]
        try site.answer(
            "/a", bytes + Array(".example.com".utf8), fields: ["Content-Type: text/html; charset=iso-8859-7"])
        let fetched = try await fetch("/a")
        #expect(
            fetched.pages.first?.bytes.map { String(decoding: $0, as: UTF8.self) }?.contains("cafι.example.com") == true
        )
    }
}
