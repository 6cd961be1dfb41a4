import RequirementModel
import TestSupport
import Testing

/// The HTML standard's table model (section 4.9.12.1), and the tag soup that browsers show as tables all the same.
@Suite struct TableTests {
    @Test(arguments: [
        (
            "spans: the cell from above keeps its slot, a row span ends with its section",
            "<table><tr><td rowspan=9>a<td rowspan=2>b<td>c<tr><td colspan=2>d<tbody><tr><td>e<td>f<td>g<td>h</table>",
            "| a | b | c | ∅ |, | ↑a | ↑b | d | ←d |, | e | f | g | h |"
        ),
        (
            "a cell of two columns meets one from above",
            "<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>", "| a | b |, | c | ↑b |"
        ),
        (
            "row span 0 is the rest of the section, other nonsense is 1",
            "<table><tr><td rowspan=0>a<td colspan=-1>b<td colspan=2px>c<tr><td>d</table>",
            "| a | b | c | ←c |, | ↑a | d | ∅ | ∅ |"
        ),
        (
            "a gap below a span", "<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d</table>",
            "| a | b | c |, | d | ∅ | ↑c |"
        ),
        ("no end tags, a cell inside a division", "<table><tr><td>3<div><td>4<tr>5<td>6", "| 3 | 4 |, | 6 | ∅ |"),
        (
            "hidden rows and cells take no slot", "<table><tr hidden><td>a<tr><td style='display: none'>b<td>c</table>",
            "| c |"
        ),
        (
            "blocks and breaks are lines", "<table><tr><td><p>a<p>b<ul><li>c<li>d</ul>e<br><br>f</table>",
            "| a⏎b⏎c⏎d⏎e⏎f |"
        ),
        (
            "text between rows stands before its table, in the line there",
            "<table><tr><td>a<table>b<tr><td>c</table>d</table>", "| ab⏎d |"
        ),
        (
            "references without semicolons",
            "<table><tr><td>&ltregion>&amp&lt&ast;&copy2&notit;<td>&unknown; &&lt;</table>",
            "| <region>&<*©2¬it; | &unknown; &< |"
        ),
        (
            "a span beyond reason", "<table><tr><td colspan=1000000000>a<td>b</table>",
            "| a |\(String(repeating: " ←a |", count: 999)) b |"
        ),
        (
            "a hidden row does not hide what is misplaced in it",
            "<table><tr><td>a<table><tr hidden><td>b</td>c</table>d<td><p>e<table>f</table></table>", "| ac⏎d | e⏎f |"
        ),
        ("columns end a row", "<table><tr><td>a<col><td>b</table>", "| a |, | b |"),
        ("a stray end tag is nothing, but for a paragraph's", "<table><td>a</ul>b</p>c</table>", "| ab⏎c |"),
        (
            "what is misplaced in a table stands together",
            "<table><tr><td>a<table><tr><td>x</tr> <b>b</b> </table><td>c<table>\n d <i> e </i></table></table>",
            "| a**b** | c ‹2:2›d *e* |"
        ),
        (
            "images are their text", "<table><tr><td><img alt=yes src=y.png> or <img src=n.png></table>",
            "| ![yes](y.png) or |"
        ),
    ])
    func `the grid is as browsers show it`(name: String, html: String, rows: String) throws {
        let table = try #require(
            read(html).document.blocks.tables.first)
        let lines = [Block.table(table)].dump.split(separator: "\n").dropFirst()
        let shown = lines.map { $0.drop { $0 != "|" } }.joined(separator: ", ")
        #expect(shown == rows)
    }

    @Test func `headers, footers and captions`() {
        let page = """
            <table><caption>Flows</caption>
            <tfoot><tr><td>last</tfoot><thead><tr><th>Port</thead>
            <tr><th>443</table>
            <table><tr><th>a<th>b
            <tr><th>1<td>2</table>
            <figure><table><tr><td>x</table><figcaption>Shown</figcaption></figure>
            """
        #expect(
            read(page).document.dump == """
                table @1:1 caption: Flows
                  header @2:35 | #Port |
                  body @3:1 | #443 |
                  footer @2:8 | last |
                table @4:1
                  header @4:8 | #a | #b |
                  body @5:1 | #1 | 2 |
                table @6:9 caption: Shown
                  body @6:16 | x |
                """)
    }

    @Test func `a nested table follows its parent and is no text of its cell`() {
        let page =
            "<table><tr><td>a<table><tr><td>b<table><tr><td>c</table></table>d<td>e<table><tr><td>f</table></table>g"
        let tables = read(page).document.dump.split(separator: "\n").filter { $0.contains("|") }.map {
            $0.drop { $0 != "|" }
        }
        #expect(tables == ["| a⏎d | e |", "| b |", "| c |", "| f |"])
    }

    @Test func `rows are at their tags, beyond line 65,535 too`() throws {
        let page = String(repeating: "<p>x\n", count: 70_000) + "<table>\n  <tr><td>é<td>y</table>"
        let table = try #require(read(page).document.blocks.tables.last)
        #expect(table.rows.map(\.position) == [SourcePosition(line: 70_002, column: 3)])
        #expect(table.rows[0].cells[1].content.position.column == 13)
    }
}
