import Testing

@testable import Fetching

@Suite struct PageDoubtTests {
    private static let rows = (1...30).map { "<tr><td>host-\($0).example.com<td>443<td>For the part of number \($0)" }
    private static let page = """
        <!doctype html><html><head><title>Rules</title></head><body><main><h1>Rules</h1><p>Allow these names, all of which answer at \
        the port that stands beside them, from each machine of the cluster.
        <table><tr><th>Host<th>Port<th>Purpose\(rows.joined())</table></main></body></html>
        """

    private func doubt(_ new: String, after old: String? = page) -> PageDoubt? {
        PageDoubt(of: PageShape(of: Array(new.utf8)), after: old.map { PageShape(of: Array($0.utf8)) })
    }

    @Test func `a page that only changed is the page`() {
        #expect(doubt(Self.page) == nil)
        #expect(doubt(Self.page, after: nil) == nil)
        #expect(doubt(Self.page.replacing("host-7.example.com", with: "new.example.com")) == nil)
        // A box for logging in stands on many pages, whatever they are about.
        #expect(doubt(Self.page.replacing("</main>", with: "</main><form><input type=password></form>")) == nil)
        // A table that became a list.
        let list = Self.page.replacing("<table>", with: "<ul><li>").replacing("<tr>", with: "<li>")
            .replacing("<td>", with: " ").replacing("</table>", with: "</ul>")
        #expect(doubt(list) == nil)
        #expect(doubt("# Rules\n\nAllow `a.example.com` and `b.example.com` at port 443.\n", after: nil) == nil)
        #expect(
            doubt("<p>Allow outbound TCP 443 to api.example.com, and nothing else, from all nodes.", after: nil) == nil)
    }

    @Test(arguments: [nil, page])
    func `what is no page is doubted`(old: String?) {
        #expect(doubt("", after: old) == .empty)
        #expect(
            doubt(
                "<!doctype html><html><div id=app></div><script>load('everything that stands here')</script></html>",
                after: old) == .empty)
        let login = """
            <!doctype html><html><head><title>Anmelden</title></head><body><main><h1>Willkommen zurück</h1><p>Bitte geben Sie Ihren \
            Namen und Ihr Kennwort ein.<form><input name=u><INPUT name="p" TYPE='password'></form></main></body></html>
            """
        #expect(doubt(login, after: old) == .asksForPassword)
        let question = """
            <!doctype html><html><head><meta name=robots content="noindex,nofollow"><title>One moment</title></head><body><p>We are \
            looking whether a person is asking. This takes a few seconds.</body></html>
            """
        #expect(doubt(question, after: old) == (old == nil ? .unlisted : .lostStructure))
        #expect(
            doubt(
                "<html><meta http-equiv=refresh content='0; url=/there'><p>This page lives elsewhere now, follow us.</html>",
                after: old)
                == .sendsOn(to: "/there"))
    }

    @Test func `what lacks most of the copy is doubted`() throws {
        let cut = String(Self.page.prefix(Self.page.count / 2))
        #expect(doubt(cut) == .cutOff)
        let row = "<!doctype html><html><table><tr><th>Host<th>Port\(Self.rows[0])</table></html>"
        guard case .shrunk? = doubt(row) else {
            Issue.record("a page of a tenth is taken")
            return
        }
        #expect(
            doubt(
                "<!doctype html><html><p>Something else entirely that has a few words to it.</html>",
                after: "# Rules\n\n- a\n") == .becameHTML)
    }
}
