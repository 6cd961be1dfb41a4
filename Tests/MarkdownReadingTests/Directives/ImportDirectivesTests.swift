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
}
