import RequirementModel
import Testing

@Suite struct RichTextTests {
    @Test func `a byte comes from the last line that began before it`() {
        let text = RichText(
            "one two three", position: SourcePosition(line: 4, column: 3),
            lineStarts: [
                .init(offset: 4, position: SourcePosition(line: 5)),
                .init(offset: 8, position: SourcePosition(line: 6)),
            ])
        #expect([0, 3, 4, 7, 8, 12].map { text.position(at: $0).line } == [4, 4, 5, 5, 6, 6])
    }

    @Test func `a table is as wide as its widest row`() {
        let place = SourcePosition(line: 1)
        let table = Table(
            position: place,
            rows: [
                .init(part: .header, position: place, cells: [.init(RichText("a"))]),
                .init(part: .body, position: place, cells: [.init(RichText("b")), .init(RichText("c"))]),
            ])
        #expect(table.width == 2)
        #expect(table.rows[0].cells[1].origin == .missing)
    }
}
