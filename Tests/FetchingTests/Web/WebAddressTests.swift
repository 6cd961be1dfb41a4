import Testing

@testable import Fetching

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://docs.example.com/a/b?view=2#there", "https://docs.example.com/a/b?view=2"),
        ("HTTPS://Docs.Example.COM:443/A", "https://docs.example.com/A"),
        ("https://example.com", "https://example.com/"),
        ("https://example.com./a", "https://example.com/a"),
        ("https://example.com/a/../../b/./c/%2e%2E/d", "https://example.com/b/d"),
        ("https://example.com:8443/a%20b", "https://example.com:8443/a%20b"),
        ("https://[2001:DB8::1]/", "https://[2001:db8::1]/"),
        ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"), ("http://localhost/a", "http://localhost/a"),
    ])
    func `has one form`(text: String, address: String) throws {
        #expect(try WebAddress(text).description == address)
    }

    @Test(arguments: [
        ("example.com/a", WebAddress.Fault.notAnAddress), ("https:///a", .notAnAddress),
        ("https://a b/", .notAnAddress),
        ("https://example.com/naïve", .notAnAddress), ("https://good.example\\@evil.example/", .notAnAddress),
        ("https://example.com:0/", .notAnAddress), ("https://example.com:+80/", .notAnAddress),
        ("https://a..b/", .notAnAddress),
        // These are addresses of this machine, in disguise.
        ("https://0x7f.1/", .notAnAddress), ("https://2130706433/", .notAnAddress), ("https://127.1/", .notAnAddress),
        ("https://[::1%25eth0]/", .notAnAddress), ("ftp://example.com/a", .otherScheme),
        ("file:///etc/passwd", .otherScheme),
        ("http://example.com/a", .unencrypted), ("http://10.0.0.1/", .unencrypted),
        ("https://user:secret@example.com/a", .credentials), ("https://token@example.com/a", .credentials),
    ])
    func `is refused for a reason`(text: String, fault: WebAddress.Fault) {
        #expect(throws: fault) { try WebAddress(text) }
    }

    @Test(arguments: [
        ("https://docs.example.com/a", "https://www.example.com/b", Bool?.none, true),
        ("https://docs.example.com/", "https://docs.example.com:8443/", nil, true),
        ("https://docs.example.com/", "https://example.com.evil.net/", nil, false),
        ("https://docs.example.com/", "https://docsexample.com/", nil, false),
        ("https://docs.example.co.uk/", "https://other.co.uk/", nil, false),
        ("https://1.2.3.4/", "https://2.2.3.4/", false, false),
        ("https://10.1.2.3/", "https://docs.example.com/", true, false),
        ("https://localhost/", "https://127.0.0.1/", true, false),
        ("https://[::ffff:10.0.0.1]/", "https://a.b/", true, false),
        ("https://169.254.169.254/", "https://a.b/", true, false), ("https://[fd00::1]/", "https://a.b/", true, false),
        ("https://[2001:db8::1]/", "https://a.b/", false, false),
    ])
    func `tells sites and private networks`(one: String, other: String, isPrivate: Bool?, isSameSite: Bool) throws {
        let (one, other) = (try WebAddress(one), try WebAddress(other))
        #expect(one.isSameSite(as: other) == isSameSite)
        #expect(one.isPrivate == (isPrivate ?? false))
    }
}

@Suite struct RedirectTests {
    private static let page = "https://docs.example.com/a?view=1"

    @Test(arguments: [
        (page, "https://www.example.com/b?view=2", RedirectFault?.none),
        (page, "http://docs.example.com/b", .unencrypted),
        (page, "https://evil.example.net/b?session=secret", .otherSite("https://evil.example.net/b")),
        (page, "https://10.0.0.7/b?session=secret", .intoPrivateNetwork("https://10.0.0.7/b")),
        (page, "https://localhost/b", .intoPrivateNetwork("https://localhost/b")),
        (page, "http://127.0.0.1/b", .unencrypted), (page, "javascript:alert(1)", .noAddress), (page, "", .noAddress),
        (page, "https://user:secret@docs.example.com/b", .noAddress),
        ("http://127.0.0.1:81/a", "http://127.0.0.1:82/b", nil),
        ("http://127.0.0.1:81/a", "http://localhost/b", .otherSite("http://localhost/b")),
        ("https://10.0.0.7/a", "https://10.0.0.7/b", nil),
    ])
    func `stays on its site`(from: String, to: String, fault: RedirectFault?) throws {
        let address = try WebAddress(from)
        if let fault {
            #expect(throws: fault) { try Redirect.follow(to, from: address) }
            #expect(!fault.message.contains("secret"))
        } else {
            #expect(try Redirect.follow(to, from: address).description == to)
        }
    }
}
