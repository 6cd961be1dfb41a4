import RequirementModel
import TestSupport
import Testing

@Suite struct ImportDirectivesTests {
    @Test func `inclusions stand where the file belongs`() {
        let page = """
            import Ports from './_ports.md';

            Lead-in:
            [!INCLUDE [the ports](../includes/ports.md)]
            - item
              [!include[x](~/a b.md "title")]
            <Ports />

            import from memory: it is prose
            """
        #expect(
            read(page).document.dump == """
                p @3:1 Lead-in:
                include @4:1 ../includes/ports.md
                ul
                - @5:1
                  p @5:3 item
                  include @6:3 ~/a
                include @7:1 ./_ports.md
                p @9:1 import from memory: it is prose
                """)
    }

    @Test(arguments: [
        ("{% include ports.md %}", "ports.md"), ("{%- include_relative \"a b.md\" x=1 -%}", "a b.md"),
        ("{{< include file=\"ports.md\" >}}", "ports.md"), ("{{% readfile \"/ports.md\" %}}", "/ports.md"),
        ("{{#include ../ports.md}}", "../ports.md"), ("{!ports.md!}", "ports.md"),
        ("--8<-- \"ports.md\"", "ports.md"), ("-8<- 'ports.md'", "ports.md"),
    ])
    func `generators look up what they include around the page`(line: String, path: String) {
        let blocks = read("a\n\n\(line)\n").document.blocks
        #expect(blocks.last == .include(Inclusion(path: path, lookup: .around, position: .init(line: 3, column: 1))))
    }

    @Test func `snippets may stand on lines of their own`() {
        let page = "--8<--\na.md\n; b.md\n\nc.md\n--8<--\n\n```\n--8<-- \"d.md\"\n```\n"
        #expect(
            read(page).document.dump == """
                include @2:1 a.md
                include @5:1 c.md
                code @9:1
                  ¦--8<-- "d.md"
                  ¦
                """)
    }

    @Test func `a note that a theme frames is one`() {
        let page = "{% include note.html content=\"Open a.example\" %}"
        #expect(read(page).document.dump == "note(note) @1:1\n  p @1:1 Open a.example")
    }
}
