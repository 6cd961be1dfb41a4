import HTMLReading
import MarkdownReading
import RequirementModel
import TestSupport
import Testing

@Suite struct SamePageTests {
    /// The same content in both formats.
    private static let blocks: [(markdown: String, html: String)] = [
        ("# Head *em*", "<h1>Head <em>em</em></h1>"),
        ("Text `code` and\n[link](u) **b**", "<p>Text <code>code</code> and\n<a href=u>link</a> <b>b</b>"),
        ("- a\n- b\n  1. c", "<ul><li>a<li>b<ol><li>c</ol></ul>"),
        ("> quoted\n\ntext", "<blockquote>quoted</blockquote>text"),
        ("> [!NOTE]\n> note", "<div class=NOTE>note</div>"),
        ("```sh\na  b\n```", "<pre><code class=language-sh>a  b\n</code></pre>"),
        ("***", "<hr>"),
        (
            "| a | b |\n|---|---|\n| 1<br>2 | `x` \\| y |\n| ![alt](i) |  |",
            "<table><thead><tr><th>a<th>b<tbody><tr><td>1<br>2<td><code>x</code> | y<tr><td><img src=i alt=alt><td></table>"
        ),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>"),
        ("![alt](i.png) a &lt;b\\> c", "<p><img src=i.png alt=alt> a &lt;b&gt; c"),
    ]

    @Test(arguments: 0..<blocks.count, 0..<blocks.count)
    func `a page reads the same in Markdown and in HTML`(first: Int, second: Int) {
        // Two lists or quotations in a row are one to Markdown.
        guard first != second else { return }
        let pair = [Self.blocks[first], Self.blocks[second]]
        let markdown = pair.map(\.markdown).joined(separator: "\n\n")
        let html = "<main>" + pair.map(\.html).joined(separator: "\n") + "</main>"
        let fromHTML = HTMLReader().read(Array(html.utf8), path: "page.html").document
        #expect(read(markdown).document.dump.withoutPlaces == fromHTML.dump.withoutPlaces)
    }
}

extension String {
    /// A dump without `@line:column` and `‹line:column›`.
    fileprivate var withoutPlaces: String {
        var result = ""
        var isPlace = false
        for character in self {
            if character == "@" || character == "‹" { isPlace = true }
            if !isPlace { result.append(character) }
            if isPlace, character == "›" || character == " " || character == "\n" {
                isPlace = false
                if character == "\n" { result.append(character) }
            }
        }
        return result
    }
}
