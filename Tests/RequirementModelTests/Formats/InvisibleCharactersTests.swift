import Foundation
import RequirementModel
import Testing

struct InvisibleCharactersTests {
    /// Right-to-left override, zero-width space and joiner, byte order mark, soft hyphen, escape, delete, C1, line
    /// separator, a tag character and a Hangul filler.
    static let hidden: [Unicode.Scalar] = [
        "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}",
        "\u{E0041}", "\u{3164}",
    ]

    @Test(arguments: hidden)
    func `people are shown what they cannot see`(scalar: Unicode.Scalar) {
        let shown = "evil\(scalar).example".showingInvisibles
        #expect(shown.hasPrefix("evil⟨U+") && shown.hasSuffix("⟩.example"))
        #expect(!shown.unicodeScalars.contains { $0.isInvisible })
    }

    @Test(arguments: ["plain", "Größe 日本語 ✔️ é", "two\nlines\tand a tab", ""])
    func `what can be seen stays`(text: String) {
        #expect(text.showingInvisibles == text)
    }

    @Test(arguments: hidden)
    func `JSON text holds no invisible character, its value does`(scalar: Unicode.Scalar) throws {
        let text = JSONWriter.text(.compact) { $0.value("a\(scalar)ü\"\\\n") }
        let written = try #require(String(validating: text.dropLast(), as: UTF8.self))
        #expect(!written.unicodeScalars.contains { $0.isInvisible })
        let value = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed) as? String
        #expect(value == "a\(scalar)ü\"\\\n")
    }
}
