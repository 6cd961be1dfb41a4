import TestSupport
import Testing
import TransformerKit

struct MarkdownTests {
    @Test func `ordinary prose stays readable`() {
        let prose = "Pulls images (about 1.2 GB) over HTTPS; see the agent's guide, section 3 - it's short."
        #expect(Markdown.text(prose) == prose)
    }

    @Test(arguments: [
        ("a|b", #"a\|b"#), ("*.blob", #"\*.blob"#), ("<b>", #"\<b\>"#), ("1. one", #"1\. one"#),
        ("- item", #"\- item"#),
        ("a\nb", "a<br>b"), ("&amp;", #"\&amp;"#), ("ask @team now", "ask `@team` now"), ("see #12", "see `#12`"),
        ("at https://x.example/a_b", "at `https://x.example/a_b`"), ("${x}", "`${x}`"), ("as :+1:", "as `:+1:`"),
        ("commit deadbeef12", "commit `deadbeef12`"), ("x\u{202E}y", "x⟨U+202E⟩y"), ("  four    blanks", "four blanks"),
    ])
    func `prose is escaped`(text: String, markdown: String) {
        #expect(Markdown.text(text) == markdown)
    }

    @Test(arguments: [
        ("*.contoso.com", "`*.contoso.com`"), ("a|b", "`a`<code>&#124;</code>`b`"), ("`", "<code>&#96;</code>"),
        ("a|\u{301}", "`a`<code>&#124;</code>`\u{301}`"), (" a ", "`  a  `"), ("a\nb", "`a`<br>`b`"), ("", ""),
    ])
    func `code stands in spans`(text: String, markdown: String) {
        #expect(Markdown.code(text) == markdown)
    }

    @Test func `a sentence keeps its own code marks and no others`() {
        #expect(
            Markdown.sentence("Open TCP 443 to `a_b.example` and `c|d`")
                == "Open TCP 443 to `a_b.example` and `c`<code>&#124;</code>`d`")
        #expect(Markdown.sentence("a ` alone_") == #"a  alone\_"#)
    }

    @Test(arguments: HostileText.all)
    func `whatever a text holds, it stays in its cell`(text: String) {
        for markdown in [Markdown.text(text), Markdown.code(text), Markdown.sentence(text)] {
            #expect(!markdown.contains("\n"))
            // A pipe ends a cell unless a backslash of its own stands before it.
            var isEscaped = false
            for byte in markdown.utf8 {
                #expect(byte != UInt8(ascii: "|") || isEscaped)
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            }
        }
    }
}
