import RequirementModel
import Testing

@Suite struct SimpleInlinesTests {
    /// Cells are read by `SimpleInlines` where it can, paragraphs by libcmark always: both must see the same.
    @Test(arguments: 0..<8)
    func `a cell reads as the same text in a paragraph does`(seed: UInt64) throws {
        var random = Linear(state: seed)
        for _ in 0..<400 {
            let words = (0...random.next(6)).map { _ in Self.words[Int(random.next(UInt64(Self.words.count)))] }
            let cell = "a" + words.joined() + "z"
            let markdown = "| h |\n|---|\n| \(cell) |\n\n\(cell)\n"
            let blocks = read(markdown).document.blocks
            guard blocks.count == 2, case .table(let table) = blocks[0], case .paragraph(let paragraph) = blocks[1]
            else {
                Issue.record("\(markdown) reads as \(blocks)")
                continue
            }
            let content = table.rows[1].cells[0].content
            #expect(content.text == paragraph.text && content.spans == paragraph.spans, "\(cell)")
        }
    }

    private static let words = [
        " ", "  ", "x", "*", "**", "***", "`", "``", "`c d`", "` `", "_", "a_b", "\\*", "\\\\", "\\", "<br>", "<BR/>",
        "</br>", "<b>",
        "&amp;", "& ", "é", "\u{A0}", ".", "(", ")", "[", "]", "~~", "~", "!", "\\<r\\>", "<r>",
        "[b](c)", "[`b`](c_d_e)", "](", "](c", "](c*d)", "](c d)", "](c\"d\")",
    ]

    /// Knuth's MMIX generator: the same sequence everywhere.
    private struct Linear {
        var state: UInt64

        mutating func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
    }
}
