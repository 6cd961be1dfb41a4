import RequirementModel
import TestSupport
import Testing

struct XMLWriterTests {
    @Test func `elements stand below what holds them, and text as it is`() {
        var writer = XMLWriter()
        writer.element("a") { writer in
            writer.element("b", ["c": "1 < 2 & \"x\"\n"])
            writer.element("d") { $0.text(" <e>\n]]> ") }
        }
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a>
                  <b c="1 &lt; 2 &amp; &quot;x&quot;&#10;"/>
                  <d> &lt;e&gt;
                ]]&gt; </d>
                </a>

                """)
    }

    /// XML 1.0 cannot hold controls and noncharacters, not even as references.
    @Test(arguments: HostileText.all)
    func `no character stands there that XML cannot hold`(text: String) {
        var writer = XMLWriter()
        writer.element("a", ["b": text]) { $0.text(text) }
        let scalars = String(decoding: writer.bytes, as: UTF8.self).unicodeScalars
        #expect(scalars.allSatisfy { $0 == "\n" || $0 == "\t" || !$0.isInvisible })
    }
}
