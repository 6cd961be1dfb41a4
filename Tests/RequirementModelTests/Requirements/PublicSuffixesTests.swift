import Testing

@testable import RequirementModel

@Suite struct PublicSuffixesTests {
    private static let listed = PublicSuffixes(
        list: """
            // comment
            com
            example
            uk
            co.uk

            *.ck
            !www.ck
            shop.example   trailing words do not count
            """)
    private static let assumed = PublicSuffixes(list: nil)

    @Test(arguments: [
        "*.com", "*.co.uk", "*.uk", "*.shop.example", "*.anything.ck", "*.unheard", "a*.com", "portal.*", "*",
    ])
    func `strangers are covered`(_ name: String) {
        #expect(Self.listed.isWildcardOverSuffix(name))
    }

    @Test(arguments: [
        "*.vendor.com", "*.vendor.co.uk", "*.a.shop.example", "*.www.ck", "vendor.com", "com", "a.*.vendor.com",
    ])
    func `one owner is covered`(_ name: String) {
        #expect(!Self.listed.isWildcardOverSuffix(name))
    }

    @Test func `without a list the top level and a country's second count`() {
        #expect(Self.assumed.isWildcardOverSuffix("*.com"))
        #expect(Self.assumed.isWildcardOverSuffix("*.co.uk"))
        #expect(Self.assumed.isWildcardOverSuffix("*.vendor.cn"))
        #expect(!Self.assumed.isWildcardOverSuffix("*.vendor.com"))
        #expect(!Self.assumed.isWildcardOverSuffix("*.a.vendor.cn"))
    }

    @Test(arguments: [
        ("a.b.vendor.com", "vendor.com", "vendor.com"), ("a.vendor.co.uk", "vendor.co.uk", "vendor.co.uk"),
        ("a.b.shop.example", "b.shop.example", "shop.example"), ("www.ck", "www.ck", "www.ck"),
        ("a.vendor.de", "vendor.de", "vendor.de"), ("com", "com", "com"),
    ])
    func `domains are what someone registered`(_ name: String, _ listed: String, _ assumed: String) {
        #expect(Self.listed.registrableDomain(of: name) == listed)
        #expect(Self.assumed.registrableDomain(of: name) == assumed)
    }
}
