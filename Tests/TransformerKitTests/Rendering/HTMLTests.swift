import TestSupport
import Testing
import TransformerKit

struct HTMLTests {
    @Test(arguments: [
        ("a < b & c", "a &lt; b &amp; c"), ("\"'", "&quot;&#39;"), ("a\nb", "a<br>b"), ("x\u{202E}y", "x⟨U+202E⟩y"),
        ("<\u{301}b>", "&lt;\u{301}b&gt;"), ("&amp;", "&amp;amp;"), ("\u{FFFE}", "⟨U+FFFE⟩"),
    ])
    func `prose is escaped`(text: String, html: String) {
        #expect(HTML.text(text) == html)
    }

    @Test func `a sentence keeps its own code marks and no others`() {
        #expect(HTML.sentence("Open `a<b` and `c") == "Open <code>a&lt;b</code> and `c".replacing("`", with: ""))
    }

    @Test(arguments: HostileText.all)
    func `whatever a text holds, it opens no tag and ends no attribute`(text: String) {
        for html in [HTML.text(text), HTML.attribute(text)] {
            let rest = html.replacing("<br>", with: "")
            #expect(!rest.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\"") })
        }
    }
}
