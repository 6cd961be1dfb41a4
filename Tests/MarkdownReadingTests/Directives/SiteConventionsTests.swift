import RequirementModel
import TestSupport
import Testing

/// What generators of documentation sites take out of Markdown, or read in it beyond CommonMark.
@Suite struct SiteConventionsTests {
    @Test(arguments: [
        ("footnotes are no part of a name", "a.example[^1] `[^2]` [^x y]", "p @1:1 a.example^[^1]^ `[^2]` [^x y]"),
        ("attributes of a heading", "# Ports {#ports .wide}", "h1 @1:1 Ports"),
        (
            "attributes of paragraphs and tables", "text\n{: .lead}\n\n| a |\n|---|\n| 1 |\n{: .wide}",
            "p @1:1 text\ntable @4:1\n  header @4:1 | #a |\n  body @6:1 | 1 |"
        ),
        (
            "lines of templates, and what they include",
            "{% if x %}\n- a\n{% endif %}\n- b\n\n{{< note >}}\nc\n{{< /note >}}\n\n{% include x.md %}",
            "ul\n- @2:1\n  p @2:3 a\n- @4:1\n  p @4:3 b\np @7:1 c\ninclude @10:1 x.md"
        ),
        (
            "rows and columns, indented or not closed",
            ":::row:::\n   :::column span=\"2\":::\n      - a\n   :::column-end:::\n:::row-end:::\n\n:::row:::\n\nb",
            "ul\n- @3:7\n  p @3:9 a\np @9:1 b"
        ),
        (
            "terms and their definitions",
            "a.example\n: one\n  more\n: two\n\nb.example\n\n: three\nc.example\n: four",
            """
            ul
            - @1:1 term: a.example
              p @2:3 one ‹3:3›more
              p @4:3 two
            - @6:1 term: b.example
              p @8:3 three
            - @9:1 term: c.example
              p @10:3 four
            """
        ),
        (
            "tabs of templates",
            "{% tabs %}\n{% tab title=\"A b\" %}\na\n{% endtab %}\n{{< tab \"C\" >}}\nc\n{{< /tab >}}\n{% endtabs %}\nd",
            """
            h1 @2:1 [A b](#tab/a-b)
            p @3:1 a
            h1 @5:1 [C](#tab/c)
            p @6:1 c
            divider @7:1
            p @9:1 d
            """
        ),
        (
            "a table of AsciiDoc stays to be seen", "a\n\n|===\n|Host |Port\n\n|b.example\n|443\n|===\nc",
            "p @1:1 a\ncode @3:1\n  ¦|===\n  ¦|Host |Port\n  ¦\n  ¦|b.example\n  ¦|443\n  ¦|===\n  ¦\np @9:1 c"
        ),
        ("a note of AsciiDoc", "[NOTE]\n====\n* a\n====\nb", "note(note) @1:1\n  ul\n  - @3:1\n    p @3:3 a\np @5:1 b"),
        (
            "links to further pages, and frames",
            "> [!div class=\"nextstepaction\"]\n> [a](b)\n\n> [!div class=\"x\"]\n> c",
            "quote @1:1\nquote @4:1\n  p @5:3 c"
        ),
        (
            "tabs and tables of MyST",
            """
            ````{tab-set}
            ```{tab-item} A
            a
            ```
            ````

            ```{list-table}
            :header-rows: 1

            * - Host
              - Port
            * - b.example
              - 443
            ```
            """,
            """
            h1 @2:1 [A](#tab/a)
            p @3:1 a
            divider @2:1
            table @7:1
              header @10:1 | #Host | #Port |
              body @12:1 | b.example | 443 |
            """
        ),
        (
            "values and files of MyST",
            """
            :::{csv-table} Hosts
            :header: "Host", Port
            :widths: 10, 20

            `b.example`, "443, 8443"
            c.example
            :::

            ```{include} ../ports.md
            ```

            ```{note}
            open to the end
            """,
            """
            table @1:1 caption: Hosts
              header @2:1 | #Host | #Port |
              body @5:1 | `b.example` | 443, 8443 |
              body @6:1 | c.example | ∅ |
            include @9:1 ../ports.md
            note(note) @12:1
              p @13:1 open to the end
            """
        ),
        ("a note in a frame of HTML", "<div>\n\n[!NOTE]\na\n\n</div>", "note(note) @3:1\n  p @4:1 a"),
        (
            "a fence of MyST", "```{note}\na\n```\n\n```{code}\nb\n```",
            "note(note) @1:1\n  p @2:1 a\ncode({code}) @6:1\n  ¦b\n  ¦"
        ),
    ])
    func `conventions are read as their sites read them`(name: String, page: String, dump: String) {
        #expect(read(page).document.dump == dump)
    }

    @Test func `a table of HTML stands in a line of text`() {
        let blocks = read("Allow <table><tr><td>a</td></tr></table> and no more.").document.blocks
        #expect(blocks.tables.map { $0.rows.map { $0.cells.map(\.content.text) } } == [[["a"]]])
        #expect(blocks.dump.contains("Allow") && blocks.dump.contains("and no more."))
    }
}
