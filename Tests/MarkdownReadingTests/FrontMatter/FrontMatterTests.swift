import RequirementModel
import TestSupport
import Testing

@Suite struct FrontMatterTests {
    @Test func `scalar fields are kept as written, and lines below count them`() {
        let reading = read("---\ntitle: \"Ports:  all\"\r\nms.date: 2024-05-06\nok: yes\ntags: [a, b]\n---\n# T\n")
        let document = reading.document
        #expect(document.title?.text == "Ports: all")
        #expect(document.title?.position.line == 2)
        #expect(
            document.metadata == [
                Metadatum(name: "title", value: "Ports:  all"), Metadatum(name: "ms.date", value: "2024-05-06"),
                Metadatum(name: "ok", value: "yes"),
            ])
        #expect(document.dump == "h1 @7:1 T")
        #expect(reading.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("a: [open\nb: c", 3), ("a: b\na: c", 2), ("a: *none", 2), ("? [[x]]\n: *y", 3),
        (String(repeating: "[", count: 100_000), 2),
        ("a: &a [x]\n" + (0..<50).map { "k\($0): [*a, *a]" }.joined(separator: "\n"), 2),
        ("a: " + String(repeating: "x", count: 300_000), 2),
    ])
    func `what is no YAML, or too much, is reported and the page is read`(yaml: String, line: Int) {
        let reading = read("---\n\(yaml)\n---\n# T\n")
        #expect(reading.diagnostics.map(\.id) == ["front-matter-unreadable"])
        #expect(reading.document.metadata.isEmpty)
        guard case .heading(let heading)? = reading.document.blocks.first else {
            Issue.record("the page is not read")
            return
        }
        #expect(heading.text.text == "T")
        #expect(reading.diagnostics.map(\.location.position.line) == [line])
    }

    @Test func `a rule at the top is no front matter`() {
        #expect(read("---\ntext\n").document.dump == "divider @1:1\np @2:1 text")
        #expect(read("\n---\na: b\n---\n").document.metadata.isEmpty)
    }
}
