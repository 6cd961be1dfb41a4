import RequirementModel
import Testing
import TransformerKit

struct SourceLinkTests {
    @Test func `a link leads to the line, whatever the path holds`() {
        let location = SourceLocation(file: "a b/c)d|e.md", position: SourcePosition(line: 7))
        #expect(SourceLink.default.url(to: location) == "../../Corpus/a%20b/c%29d%7Ce.md?plain=1#L7")
    }

    @Test func `without a line or a template there is no link`() {
        #expect(SourceLink.default.url(to: SourceLocation(file: "a.md")) == nil)
        #expect(
            SourceLink(template: "").url(to: SourceLocation(file: "a.md", position: SourcePosition(line: 1))) == nil)
    }

    @Test(arguments: ["https://x/{path} {line}", "a(b)", "<a>", "a|b", "é"])
    func `a template that would end the link is refused`(template: String) throws {
        let descriptor = TransformerDescriptor(
            name: "x", version: "1.0.0", summary: "", formats: [], expresses: .everyRecord, options: [SourceLink.option]
        )
        let options = try OptionValues(["source-link": .string(template)], for: descriptor)
        #expect(throws: OptionError.self) { try SourceLink(options: options) }
    }
}
