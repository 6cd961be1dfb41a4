import Testing

@testable import Fetching

@Suite struct PageNameTests {
    @Test(arguments: [
        ("/", "index.html"), ("/azure/aks/egress", "azure/aks/egress.html"), ("/rules/", "rules/index.html"),
        ("/a//b", "a/b.html"), ("/a.html", "a.html"), ("/raw/main/a.MD", "raw/main/a.MD"), ("/.html", "-html.html"),
        ("/v1.2/release-1.2", "v1.2/release-1.2.html"), ("/a?view=azure&tabs=x,y", "a@view-azure-tabs-x-y.html"),
        ("/a.md?ref=main", "a@ref-main.md"), ("/?id=7", "index@id-7.html"), ("/a%20b/%C3%A4", "a-b/-.html"),
        ("/%2e%2e%2f%2e%2e/etc", "-.-/etc.html"), ("/.git/config", "-git/config.html"), ("/a%00b%5Cc", "a-b-c.html"),
    ])
    func `is read already in the address`(path: String, name: String) throws {
        #expect(PageName.path(of: try WebAddress("https://example.com\(path)")) == name)
    }

    @Test func `is no longer than file systems take`() throws {
        let long = String(repeating: "long-", count: 100)
        let names = try ["\(long)/\(long)1", "\(long)/\(long)2", "a?\(long)", "a.md?\(long)"].map {
            PageName.path(of: try WebAddress("https://example.com/\($0)"))
        }
        #expect(names.allSatisfy { $0.split(separator: "/").allSatisfy { $0.utf8.count < 150 } })
        #expect(Set(names).count == names.count)
        #expect(names[3].hasSuffix(".md"))
    }
}
