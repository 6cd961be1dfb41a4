import RequirementModel
import Testing

@Suite struct PortRangeTests {
    @Test(arguments: ["0", "443", "65535", "1024-65535", "9000-9100", "any"])
    func `normal form survives the way there and back`(text: String) throws {
        #expect(try #require(PortRange(normalForm: text)).description == text)
    }

    @Test(arguments: ["", "65536", "-1", "443-", "-443", "9100-9000", "1-2-3", "http", "4 43"])
    func `what is no range is refused`(text: String) {
        #expect(PortRange(normalForm: text) == nil)
    }

    @Test func `a range covers what lies inside`() throws {
        let wide = try #require(PortRange(1024, 65535))
        let narrow = try #require(PortRange(9000, 9100))
        #expect(wide.covers(narrow))
        #expect(!narrow.covers(wide))
        #expect(PortRange.any.covers(wide))
    }
}
