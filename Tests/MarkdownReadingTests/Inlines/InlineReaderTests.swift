import RequirementModel
import TestSupport
import Testing

@Suite struct InlineReaderTests {
    @Test(arguments: [
        ("\\<region\\>.example.com &lt;zone&gt;", "<region>.example.com <zone>"),
        ("<region>.example.com and <your zone>", "<region>.example.com and <your zone>"),
        ("a <Icon name=\"x\" /> b <Tip>c</Tip>", "a b c"),
        ("x<br>y</br>z<br/><br/>w", "x⏎y⏎z⏎w"),
        ("H<sub>2</sub>O<sup>1</sup> <b>bold *em*</b> <code>c</code>", "H2O^1^ **bold *em*** `c`"),
        ("<a name=\"x\"></a><a href=\"u\">link</a> ![alt](i.png)", "[link](u) ![alt](i.png)"),
        ("~~old `host`~~ ~x~ ~~", "~~old `host`~~ ~x~ ~~"),
        ("a<!-- gone -->b\u{200B}c\u{AD}d\u{A0}\u{A0}e", "abcd e"),
        ("one  \ntwo\\\nthree\n four", "one⏎‹2:1›two⏎‹3:1›three ‹4:2›four"),
        ("`a\nb` c\nd", "`a b` c ‹3:1›d"),
        ("x<script>x</script>y", "xy"),
        ("***a** b*", "***a** b*"),
    ])
    func `text reads as its reader sees it`(markdown: String, dump: String) {
        #expect(read(markdown).document.dump == "p @1:1 \(dump)")
    }
}
