import RequirementModel
import TestSupport
import Testing

@Suite struct EmbeddedHTMLTests {
    @Test func `a table's tags go on behind a blank line however far they are indented`() {
        let page = """
            <table>
              <thead>
                <tr>
                  <th>Host</th>

                  <th>Ports</th>
                </tr>
              </thead>

              <tbody>
                <tr>
                  <td>`a.example`</td>

                  <td>443</td>
                </tr>
              </tbody>
            </table>
            """
        #expect(
            read(page).document.dump == """
                table @1:1
                  header @3:5 | #Host | #Ports |
                  body @11:5 | `a.example` | 443 |
                """)
    }

    @Test func `a table goes on over blank lines, with Markdown and tables in its cells`() {
        let page = """
            ---
            a: b
            ---
            <table>
              <tr><th>Host</th><th>Ports</th></tr>

              <tr><td>

            **a.example**

            - one
            - two

            | n |
            |---|
            | 1 |

              </td><td>443</td></tr>
            </table>

            - item

              <table>
                <tr><td>x</td>

                </tr>
              </table>
            """
        #expect(
            read(page).document.dump == """
                table @4:1
                  header @5:3 | #Host | #Ports |
                  body @7:3 | **a.example**⏎one⏎two | 443 |
                table @14:1
                  header @14:1 | #n |
                  body @16:1 | 1 |
                ul
                - @21:1
                  p @21:3 item
                  table @23:3
                    body @24:5 | x |
                """)
    }

    @Test func `other tags are the blocks that they make, and comments are nothing`() {
        let page = """
            <!-- a
            <table> -->
            <h2 align="center">Head</h2>
            <details><summary>More</summary>

            text

            </details>

            > <ul><li>a<li>b</ul>

            <table><tr><td>unclosed

            after
            """
        #expect(
            read(page).document.dump == """
                h2 @3:1 Head
                p @4:19 More
                p @6:1 text
                quote @10:1
                  ul
                  - @10:7
                    p @10:11 a
                  - @10:12
                    p @10:16 b
                table @12:1
                  body @12:8 | unclosed |
                p @14:1 after
                """)
    }
}
