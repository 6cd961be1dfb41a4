import Testing

@testable import Versioning

@Suite struct AddressRangeTests {
    @Test(arguments: ["10.0.0.0/7", "0.0.0.0/0", "::/0", "10.0.0.0-11.0.0.0"])
    func wide(_ range: String) { #expect(AddressRange.isWiderThanEight(range)) }

    @Test(arguments: [
        "10.0.0.0/8", "10.0.0.1/32", "2001:db8::/32", "10.0.0.0-10.255.255.255", "x/y", "", "10.0.0.0-", "9-8",
    ])
    func narrow(_ range: String) { #expect(!AddressRange.isWiderThanEight(range)) }
}
