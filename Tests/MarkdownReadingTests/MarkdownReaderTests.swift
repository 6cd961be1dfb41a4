import HTMLReading
import MarkdownReading
import RequirementModel
import TestSupport
import Testing

/// Reads Markdown with the HTML reader that the pipeline gives it.
func read(_ markdown: String) -> Reading {
    MarkdownReader(htmlReader: HTMLReader()).read(Array(markdown.utf8), path: "page.md")
}

@Suite struct MarkdownReaderTests {
    @Test func `blocks stand in reading order at their places`() {
        let page = """
            ---
            title: Ports of the *gateway*
            ms.date: 2024-05-06
            ---
            # Network

            The gateway needs
            these ports:

            1. One
               * `a.example` over **TCP**
            2. Two

            ```json
            {}
            ```
            ---
            > [!NOTE]
            > Ask \\<Region\\> first.

            | Port | Use |
            |------|-----|
            | 443 | HTTPS<br>only |
            | 53 | [DNS](dns.md) |
            """
        #expect(
            read(page).document.dump == """
                h1 @5:1 Network
                p @7:1 The gateway needs ‹8:1›these ports:
                ol
                - @10:1
                  p @10:4 One
                  ul
                  - @11:4
                    p @11:6 `a.example` over **TCP**
                - @12:1
                  p @12:4 Two
                code(json) @15:1
                  ¦{}
                  ¦
                divider @17:1
                note(note) @18:1
                  p @19:3 Ask <Region> first.
                table @21:1
                  header @21:1 | #Port | #Use |
                  body @23:1 | 443 | HTTPS⏎only |
                  body @24:1 | 53 | [DNS](dns.md) |
                """)
    }
}
