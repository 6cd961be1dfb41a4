import RequirementModel
import TestSupport
import Testing

@Suite struct AdmonitionDirectivesTests {
    @Test func `GitHub's and Learn's quotes`() {
        let page = """
            > [!IMPORTANT]
            > Open **443**.

            > [!tip] Same line
            > > quoted

            > plain
            """
        #expect(
            read(page).document.dump == """
                note(important) @1:1
                  p @2:3 Open **443**.
                note(tip) @4:1
                  p @4:10 Same line
                  quote @5:3
                    p @5:5 quoted
                quote @7:1
                  p @7:3 plain
                """)
    }

    @Test func `Docusaurus's fences nest, take titles, and stay in their item`() {
        let page = """
            ::::note Ports
            Text
            :::tip
            inner
            :::
            ::::
            - item
              :::warning[Careful]
              | a |
              |---|
              :::
            - next
            """
        #expect(
            read(page).document.dump == """
                note(note) @1:1
                  p @1:10 Ports
                  p @2:1 Text
                  note(tip) @3:1
                    p @4:1 inner
                ul
                - @7:1
                  p @7:3 item
                  note(warning) @8:3
                    p @8:14 Careful
                    table @9:3
                      header @9:3 | #a |
                - @12:1
                  p @12:3 next
                """)
    }

    @Test func `Learn's fences vanish, and what nothing closes is only its line`() {
        let page = """
            :::zone target="docs"
            | a |
            |---|
            | 1 |
            :::zone-end
            :::image source="x.png" alt-text="Diagram":::
            :::note
            text
            ```
            :::tip
            ```
            """
        #expect(
            read(page).document.dump == """
                table @2:1
                  header @2:1 | #a |
                  body @4:1 | 1 |
                p @8:1 text
                code @10:1
                  ¦:::tip
                  ¦
                """)
    }

    @Test func `MkDocs's blocks are told by their indentation`() {
        let page = """
            # Head
            !!! failure "Not supported"
            \tOpenVZ

                ??? note
                    - nested
            After

            === "Azure Gov"

                | a |
                |---|

            === "Public"
                text
            """
        #expect(
            read(page).document.dump == """
                h1 @1:1 Head
                note(failure) @2:1
                  p @2:14 Not supported
                  p @3:2 OpenVZ
                  note(note) @5:5
                    ul
                    - @6:9
                      p @6:11 nested
                p @7:1 After
                h1 @9:1 [Azure Gov](#tab/azure-gov)
                table @11:5
                  header @11:5 | #a |
                h1 @14:1 [Public](#tab/public)
                p @15:5 text
                divider @15:1
                """)
    }
}
