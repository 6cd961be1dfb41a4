import Foundation
import RequirementModel
import Testing

@Suite struct JSONWriterTests {
    @Test func `every scalar is read back as it was`() throws {
        let scalars = (0...0x2FF).compactMap { UnicodeScalar($0) } + ["\u{2028}", "\u{FEFF}", "\u{1F600}"]
        let string = String(String.UnicodeScalarView(scalars))
        let text = JSONWriter.text(.compact) { writer in writer.array { $0.value(string) } }
        #expect(try JSONDecoder().decode([String].self, from: Data(text)) == [string])
    }

    @Test func `nesting is laid out for people`() {
        let text = JSONWriter.text { writer in
            writer.object { writer in
                writer.member("name", "x")
                writer.member("nothing", nil)
                writer.key("none")
                writer.array { _ in }
                writer.key("list")
                writer.array([1, 2]) { $0.value($1) }
            }
        }
        #expect(
            String(decoding: text, as: UTF8.self) == """
                {
                  "name": "x",
                  "none": [],
                  "list": [
                    1,
                    2
                  ]
                }

                """)
    }
}
