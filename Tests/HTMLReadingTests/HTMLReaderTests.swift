import HTMLReading
import RequirementModel
import TestSupport
import Testing

/// Reads an HTML page.
func read(_ html: String) -> Reading { HTMLReader().read(Array(html.utf8), path: "page.html") }

@Suite struct HTMLReaderTests {
    @Test func `blocks stand in reading order at their places`() {
        let page = """
            <!DOCTYPE html>
            <html><head><title>Ports</title><meta name="date" content="2024-05-06"></head>
            <body><nav><ul><li>Home</ul></nav>
            <main>
            <h1>Network</h1>
            <p>The gateway needs
              these <b>ports</b>:
            <ol><li>One<ul><li><code>a.example</code></ul><li>Two</ol>
            <div class="alert is-info">Ask &lt;Region&gt; first.</div>
            <dl><dt>Port<dd>443</dl>
            <pre class="language-json">
            {}
            </pre>
            <table><caption>Flows</caption>
              <thead><tr><th>Port<th>Use</thead>
              <tr><td>443<td>HTTPS<br>only
              <tr><td rowspan=2>53<td><a href="dns.html">DNS</a>
              <tr><td><ul><li>a<li>b</ul>
            </table>
            </main><footer>Feedback</footer>
            """
        let document = read(page).document
        #expect(document.title?.text == "Ports")
        #expect(document.metadata == [Metadatum(name: "date", value: "2024-05-06")])
        #expect(
            document.dump == """
                h1 @5:1 Network
                p @6:4 The gateway needs ‹7:3›these **ports**:
                ol
                - @8:5
                  p @8:9 One
                  ul
                  - @8:16
                    p @8:26 `a.example`
                - @8:47
                  p @8:51 Two
                note(info) @9:1
                  p @9:28 Ask <Region> first.
                ul
                - @10:5 term: Port
                  p @10:17 443
                code(json) @12:1
                  ¦{}
                  ¦
                table @14:1 caption: Flows
                  header @15:10 | #Port | #Use |
                  body @16:3 | 443 | HTTPS⏎only |
                  body @17:3 | 53 | [DNS](dns.html) |
                  body @18:3 | ↑53 | a⏎b |
                """)
    }
}

@Suite struct FirstTagTests {
    @Test(arguments: [
        ("<!DOCTYPE html>", "!doctype"), ("\u{FEFF} \n<HTML lang=en>", "html"),
        ("<?xml version=\"1.0\"?><!-- a --><body>", "body"),
        ("<table>", "table"), ("<br/>", "br"),
    ])
    func `a page's first tag is found behind what precedes it`(text: String, name: String) {
        #expect(HTMLReader.firstTag(of: Array(text.utf8)[...]) == name)
    }

    @Test(arguments: ["", "# Ports", "<!-- never closed", "< p>", "<3", "text <p>", "</p>"])
    func `what begins with no tag has none`(text: String) {
        #expect(HTMLReader.firstTag(of: Array(text.utf8)[...]) == nil)
    }
}
