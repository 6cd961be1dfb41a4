import RequirementModel
import TestSupport
import Testing

@Suite struct RichTextBuilderTests {
    private func build(_ steps: (inout RichTextBuilder) -> Void) -> RichText {
        var builder = RichTextBuilder()
        steps(&builder)
        return builder.finish()
    }

    @Test(arguments: [
        ("a b", "a b"), ("  a \t\n b  ", "a b"), ("a\u{A0}\u{A0} b", "a b"), ("con\u{200B}to\u{AD}so", "contoso"),
        ("é\u{2009}€ 中", "é € 中"), ("\u{FEFF}a\u{2060}", "a"), ("—", "—"), (" ", ""), ("", ""),
    ])
    func `white space is folded and what has no width dropped`(text: String, folded: String) {
        #expect(build { $0.append(Array(text.utf8)[...]) }.text == folded)
        // However the text is cut into pieces.
        let pieces = build { builder in
            for scalar in text.unicodeScalars { builder.append(Array(String(scalar).utf8)[...]) }
        }
        #expect(pieces.text == folded)
    }

    @Test func `marked stretches begin and end at visible text`() {
        let text = build { builder in
            builder.startLine(at: SourcePosition(line: 3, column: 2))
            builder.append(Array("a ".utf8)[...])
            builder.open(.strong)
            builder.open(.code)
            builder.append(Array(" b ".utf8)[...])
            builder.close()
            builder.breakLine()
            builder.startLine(at: SourcePosition(line: 4))
            builder.append(Array("c".utf8)[...])
            builder.close()
            builder.open(.emphasis)
            builder.close()
            builder.breakLine()
        }
        #expect(text.dump == "a **`b`⏎‹4:1›c**")
        #expect(text.position == SourcePosition(line: 3, column: 2))
        #expect(text.position(at: text.text.utf8.count - 1) == SourcePosition(line: 4))
    }
}
