import RequirementModel
import TestSupport
import Testing

/// The rules of GitHub Flavored Markdown, section 4.10, and what cmark-gfm makes of the rest.
@Suite struct PipeTableReadingTests {
    struct Page: CustomTestStringConvertible {
        var testDescription: String
        var markdown: String
        var dump: String

        init(_ name: String, _ markdown: String, _ dump: String) {
            (testDescription, self.markdown, self.dump) = (name, markdown, dump)
        }
    }

    @Test(arguments: [
        Page(
            "ragged rows, no edge pipes",
            """
            Port | Use
            -|:-:
            443
            53 | DNS | extra
            | | |
            """,
            """
            table @1:1
              header @1:1 | #Port | #Use |
              body @3:1 | 443 | ∅ |
              body @4:1 | 53 | DNS |
              body @5:1 |  |  |
            """),
        Page(
            "a pipe cuts inside code, and not behind a backslash",
            """
            | a | b |
            |---|---|
            | `x|y` | z |
            | `x\\|y` | \\\\| |
            """,
            """
            table @1:1
              header @1:1 | #a | #b |
              body @3:1 | `x | y` |
              body @4:1 | `x|y` | | |
            """),
        Page(
            "one column",
            """
            | Host |
            | --- |
            a.example

            Host
            :--
            b.example
            """,
            """
            table @1:1
              header @1:1 | #Host |
              body @3:1 | a.example |
            table @5:1
              header @5:1 | #Host |
              body @7:1 | b.example |
            """),
        Page(
            "below and above text",
            """
            Allow these:
            | a | b |
            |---|---|
            | 1 | 2 |
            ---
            end
            """,
            """
            p @1:1 Allow these:
            table @2:1
              header @2:1 | #a | #b |
              body @4:1 | 1 | 2 |
            divider @5:1
            p @6:1 end
            """),
        Page(
            "in containers",
            """
            1. one
               | a |
               |---|
               | 1 |
            | lazy |
            > - | b |
            >   |---|
            >   | 2 |
            """,
            """
            ol
            - @1:1
              p @1:4 one
              table @2:4
                header @2:4 | #a |
                body @4:4 | 1 |
            p @5:1 | lazy |
            quote @6:1
              ul
              - @6:3
                table @6:5
                  header @6:5 | #b |
                  body @8:5 | 2 |
            """),
        Page(
            "ended by what would not end a paragraph",
            """
            | a |
            |---|
            | 1 |
            2. two

            | b |
            |---|
            | 1 |
                code
            """,
            """
            table @1:1
              header @1:1 | #a |
              body @3:1 | 1 |
            ol
            - @4:1
              p @4:4 two
            table @6:1
              header @6:1 | #b |
              body @8:1 | 1 |
            code @9:5
              ¦code
              ¦
            """),
        Page(
            "what underlines a heading is a row of a table",
            """
            | a | b |
            |---|---|
            ===
            | 1 | 2 |
            """,
            """
            table @1:1
              header @1:1 | #a | #b |
              body @3:1 | === | ∅ |
              body @4:1 | 1 | 2 |
            """),
        Page(
            "other widths are no table, and rows alone are text, line by line",
            """
            | a | b |
            |---|
            | 1 | 2 |
            """,
            "p @1:1 | a | b | ‹2:1›|---| ‹3:1›| 1 | 2 |"),
        Page(
            "below a line of hashes that is no heading",
            """
            #Ports
            | a |
            |---|
            | 1 |
            """,
            """
            p @1:1 #Ports
            table @2:1
              header @2:1 | #a |
              body @4:1 | 1 |
            """),
        Page(
            "behind what ended another",
            """
            | a |
            |---|
            | 1 |
                code
            - item

            | b |
            |---|
            | 2 |
            """,
            """
            table @1:1
              header @1:1 | #a |
              body @3:1 | 1 |
            code @4:5
              ¦code
              ¦
            ul
            - @5:1
              p @5:3 item
            table @7:1
              header @7:1 | #b |
              body @9:1 | 2 |
            """),
        Page(
            "in the item after one that ends with a quotation",
            """
            - | a |
              |---|
              |
              b
              > c

            - | d |
              |---|
            """,
            """
            ul
            - @1:1
              table @1:3
                header @1:3 | #a |
              p @3:3 | ‹4:3›b
              quote @5:3
                p @5:5 c
            - @7:1
              table @7:3
                header @7:3 | #d |
            """),
        Page(
            "a list that ends a table, and what it holds",
            """
            - | a |
              |---|
              2. two

                 | b |
                 |---|
                 | 1 |

              | c |
              |---|
            d
            """,
            """
            ul
            - @1:1
              table @1:3
                header @1:3 | #a |
              ol
              - @3:3
                p @3:6 two
                table @5:6
                  header @5:6 | #b |
                  body @7:6 | 1 |
              table @9:3
                header @9:3 | #c |
            p @11:1 d
            """),
        Page(
            "a header that goes on lazily",
            """
            - text
            | a |
              |---|
              | 1 |
            | b |
            """,
            """
            ul
            - @1:1
              p @1:3 text
              table @2:1
                header @2:1 | #a |
                body @4:3 | 1 |
            p @5:1 | b |
            """),
        Page(
            "rows that underline the header and define links to CommonMark",
            """
            | a | b |
            |---|---|
            =
            [r]: /t
            'title'

            [r]
            """,
            """
            table @1:1
              header @1:1 | #a | #b |
              body @3:1 | = | ∅ |
              body @4:1 | [r]: /t | ∅ |
              body @5:1 | 'title' | ∅ |
            p @7:1 [r]
            """),
        Page(
            "a header that would underline the definition above it",
            """
            [r]: /t
            -
            |:-:|
            ===
            """,
            """
            table @2:1
              header @2:1 | #- |
              body @4:1 | === |
            """),
        Page(
            "links to definitions elsewhere on the page",
            """
            | a |
            |---|
            | [x][ref] |

            <!-- links -->
            [ref]: https://example.com/a
            """,
            """
            table @1:1
              header @1:1 | #a |
              body @3:1 | [x](https://example.com/a) |
            """),
    ])
    func `tables are cut as sites cut them`(_ page: Page) {
        #expect(read(page.markdown).document.dump == page.dump)
    }

    @Test(arguments: [
        ("[r]: /t", true), ("- [r]: /t", true), ("> | a |\n> |---|\n[r]: /t", true), ("```\n[r]: /t\n```", false),
        ("> a\n[r]: /t", false), ("[r]: /t\n| a |\n|---|", false), ("[r]: /t\n| a |\n|---|---|", true),
        ("> - [r]: /t\n>   | a |\n>   |---|", false), ("> 1. a\n[r]: /t", false), ("> - \n>   ***\n[r]: /t", true),
        ("[r]: /t\n    | a |\n    |---|", true), ("- | a |\n  |---|\n  | 1 |\n[r]: /t", true),
        ("| a |\n|---|\n[r]: /t", false), ("<pre>\n\n[r]: /t\n</pre>", false), ("<div>\n\n[r]: /t\n</div>", true),
        ("    [r]: /t", false), ("a\n    [r]: /t", false), ("[r]:\n  /t\n  'title'", true), ("a\n===\n[r]: /t", true),
        ("[r]: /t\n===\n| a |\n|---|", true), ("<b>\n[r]: /t", false), ("a\n<b>\n\n[r]: /t", true),
        ("!!! note\n    [r]: /t", false), ("!!! note\n    | [r] |\n    |---|\n\n    [r]: /t", true),
    ])
    func `cells refer to what is a definition, and to nothing else`(lines: String, isDefinition: Bool) {
        let dump = read("| [r] |\n|---|\n\n\(lines)\n").document.dump
        #expect(dump.contains("[r](/t)") == isDefinition)
    }

    @Test func `definitions that a piece of the page refers to are no part of it`() {
        let page = "[r]: /t\nmore\n\n!!! note\n    [r]\n\n    ```\n    code\n"
        #expect(
            read(page).document.dump == """
                p @1:1 more
                note(note) @4:1
                  p @5:5 [r](/t)
                  code @8:5
                    ¦code
                    ¦
                """)
    }

    @Test func `a cell beyond the header is left out and reported`() {
        let reading = read("| a |\n|---|\n| 1 | 2 |\n")
        #expect(reading.diagnostics.map(\.id) == ["cells-beyond-header"])
        #expect(reading.diagnostics.map(\.location.position) == [SourcePosition(line: 3, column: 7)])
    }

    @Test func `columns count bytes, and lines are right beyond 65,535`() throws {
        let page = String(repeating: "\n", count: 70_000) + "é | b\n--|--\nü | **x**\n"
        let table = try #require(read(page).document.blocks.tables.first)
        #expect(table.rows.map(\.position.line) == [70_001, 70_003])
        #expect(table.rows.map { $0.cells[1].content.position.column } == [6, 6])
    }
}
