import RequirementModel
import Testing

struct AddressRangeTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.0.0.0-10.255.255.255"), ("192.0.2.7", "192.0.2.7/32"),
        ("0.0.0.0/0", "0.0.0.0-255.255.255.255"),
        ("2001:DB8::/32", "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"), ("::1", "0:0:0:0:0:0:0:1/128"),
        ("1::", "1:0::0:0"), ("::ffff:192.0.2.7", "::ffff:c000:207"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
    ])
    func `same addresses in two forms`(_ one: String, _ other: String) throws {
        #expect(try #require(AddressRange(one)) == #require(AddressRange(other)))
    }

    @Test(arguments: [
        "", "x/y", "9-8", "10.0.0.0-", "10.0.0.9-10.0.0.1", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0",
        "1.2.3.4.5",
        "1.2.3.256", "1.2.3.+4", "1.2.3.", "::-10.0.0.1", ":::", ":1::2", "1::2:", "1::2::3", "1:2:3:4:5:6:7:8::",
        "12:34:56",
        "::12345", "::g", "::/129", "2001:db8::1/32", "1:2:3:4:5:6:7:192.0.2.7",
    ])
    func `nothing else is a range`(_ text: String) { #expect(AddressRange(text) == nil) }

    @Test(arguments: ["10.0.0.0/7", "0.0.0.0/0", "::/0", "10.0.0.0-11.0.0.0"])
    func `wider than eight`(_ text: String) throws {
        #expect(try #require(AddressRange(text)).isWider(thanPrefix: 8))
    }

    @Test(arguments: ["10.0.0.0/8", "10.0.0.1/32", "2001:db8::/32", "10.0.0.0-10.255.255.255"])
    func `not wider than eight`(_ text: String) throws {
        #expect(try !#require(AddressRange(text)).isWider(thanPrefix: 8))
    }

    @Test func `everything`() throws {
        for text in ["0.0.0.0/0", "::/0"] { #expect(try #require(AddressRange(text)).isEverything) }
        for text in ["0.0.0.0/1", "128.0.0.0/1", "::/1"] { #expect(try !#require(AddressRange(text)).isEverything) }
    }

    @Test func `covering and overlapping`() throws {
        let network = try #require(AddressRange("10.1.0.0/16"))
        let inner = try #require(AddressRange("10.1.2.0-10.1.2.9"))
        let crossing = try #require(AddressRange("10.1.255.0-10.2.0.0"))
        let foreign = try #require(AddressRange("::a01:0/112"))
        #expect(network.covers(inner) && !inner.covers(network) && network.covers(network))
        #expect(network.overlaps(crossing) && !network.covers(crossing) && !inner.overlaps(crossing))
        #expect(!network.covers(foreign) && !network.overlaps(foreign))
    }
}
