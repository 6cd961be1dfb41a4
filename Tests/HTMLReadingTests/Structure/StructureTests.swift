import RequirementModel
import TestSupport
import Testing

@Suite struct StructureTests {
    @Test(arguments: [
        ("<p>out<main><p>in</main><p>out", "p @1:16 in"),
        ("<article>a</article>x<article>b</article>", "p @1:10 a\np @1:31 b"),
        ("<div role=main>in</div>out", "p @1:16 in"),
        ("<table><tr><td>layout<main>in</main></table>", "p @1:28 in"),
        ("<nav>n</nav><header>h</header>text<footer>f</footer><div role=navigation>n</div>", "p @1:31 text"),
        ("<main><header><h1>Title</h1></header>text</main>", "h1 @1:15 Title\np @1:38 text"),
        (
            "a<span hidden>b<span>c</span></span><script>'</p>'</script><style>x</style><template>t</template><object>o</object>d",
            "p @1:1 ad"
        ),
        ("<h2>Head <a aria-hidden=true>#</a></h2>", "h2 @1:1 Head"),
        ("<h2>Head<a class=headerlink href=#h>¶</a></h2>", "h2 @1:1 Head"),
        ("<section role=tabpanel hidden><p>in</section>", "p @1:34 in"),
        ("<dialog>a</dialog><div role=alertdialog>cookies</div>b", "p @1:54 b"),
        ("<div role=heading aria-level=3>Ports</div>a", "h3 @1:1 Ports\np @1:43 a"),
        ("<td>a.example<a class=footnote-reference href=#f>1</a>", "p @1:5 a.example^1^"),
    ])
    func `content is the main part without what is not for readers`(html: String, dump: String) {
        #expect(read(html).document.dump == dump)
    }

    @Test(arguments: [
        ("<div class=NOTE><p>a</div>", "note(note)"), ("<div class='alert alert-warning'>a</div>", "note(warning)"),
        ("<div class='theme-admonition theme-admonition-tip'>a</div>", "note(tip)"),
        ("<div class='confluence-information-macro confluence-information-macro-tip'>a</div>", "note(tip)"),
        ("<aside>a</aside>", "note(note)"), ("<blockquote>a</blockquote>", "quote"),
        ("<div class=notebook>a</div>", "p"),
    ])
    func `notes are told by class`(html: String, kind: String) {
        #expect(read(html).document.dump.hasPrefix(kind + " @"))
    }

    /// As Learn, Sphinx and Docusaurus write them: the tab names its panel, the panel its tab, or neither.
    @Test(arguments: [
        ("<ul role=tablist><li><a role=tab href=#p1>One</a></ul><section role=tabpanel id=p1>", "</section>"),
        ("<div role=tablist><button role=tab id=t1>One</button></div><div role=tabpanel aria-labelledby=t1>", "</div>"),
        ("<ul role=tablist><li role=tab>One</ul><div><div role=tabpanel>", "</div></div>"),
    ])
    func `each tab is a section`(start: String, end: String) {
        let lines = read("\(start)\n<p>a\n\(end)\n<p>b").document.dump.split(separator: "\n")
        #expect(lines.count == 4 && lines[0].hasSuffix("[One](#tab/one)") && lines[0].hasPrefix("h1 @1:"))
        #expect(lines[1] == "p @2:4 a" && lines[2].hasPrefix("divider @1:") && lines[3] == "p @4:4 b")
    }

    @Test func `lists nest, and definitions keep their terms`() {
        #expect(
            read("<ul><li>a<p>b<ul><li>c</ul><li>d</ul><dl><dt>t<dt>u<dd>v<dd>w</dl>").document.dump == """
                ul
                - @1:5
                  p @1:9 a
                  p @1:13 b
                  ul
                  - @1:18
                    p @1:22 c
                - @1:28
                  p @1:32 d
                ul
                - @1:42 term: t
                - @1:47 term: u
                  p @1:56 v
                - @1:57
                  p @1:61 w
                """)
    }

    @Test(arguments: [
        ("<b>a<p>b</b>c", "p @1:4 **a**\np @1:8 **b**c"), ("<b><i>a</b>b</i>", "p @1:7 ***a****b*"),
        ("con<wbr>toso&shy;.com&nbsp;&nbsp;x", "p @1:1 contoso.com x"),
        ("&ast;&period;a &foo; &amp &lt;r&gt;", "p @1:5 *.a &foo; & <r>"), ("a</br>b", "p @1:1 a⏎b"),
        ("<a href=u>x<a href=v>y</a>", "p @1:11 [x](u)[y](v)"), ("<div/>a", "p @1:7 a"),
    ])
    func `text is as browsers show it`(html: String, dump: String) {
        #expect(read(html).document.dump == dump)
    }
}
