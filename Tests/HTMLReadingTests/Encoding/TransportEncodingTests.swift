import RequirementModel
import Testing

@testable import HTMLReading

@Suite struct TransportEncodingTests {
    private func text(_ bytes: [UInt8]) -> String {
        HTMLReader().read(bytes, path: "a.html").document.blocks.compactMap { block in
            if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
        }.joined()
    }

    /// Whatever the page says or does not say of its encoding, it is read as its server sent it.
    @Test(arguments: ["", "<meta charset=utf-8>", "<meta charset=windows-1252>", "<meta charset=shift_jis>"])
    func `the server's word counts most`(declaration: String) {
        let japanese = Array("\(declaration)<p>".utf8) + [0x8E, 0xA9, 0x93, 0xAE]
        #expect(text(HTMLReader.page(japanese, sentAs: "Shift_JIS")) == "自動")
        let western = Array("\(declaration)<p>caf".utf8) + [0xE9]
        #expect(text(HTMLReader.page(western, sentAs: "ISO-8859-1")) == "café")
        let unicode = Array("\(declaration)<p>café".utf8)
        #expect(text(HTMLReader.page(unicode, sentAs: "UTF-8")) == "café")
        let wide = "\(declaration)<p>café".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(text(HTMLReader.page(wide, sentAs: "utf-16le")) == "café")
    }

    @Test func `a page that is read rightly stays as it is`() {
        let pages: [([UInt8], String)] = [
            (Array("<p>plain".utf8), "ISO-8859-1"), (Array("<p>café".utf8), "utf-8"),
            (Array("<p>caf".utf8) + [0xE9], "windows-1252"),
            (Array("<meta charset=latin1><p>caf".utf8) + [0xE9], "iso-8859-1"),
            (Array("<p>plain".utf8), "no-such-encoding"),
            ([0xEF, 0xBB, 0xBF] + Array("<p>café".utf8), "shift_jis"),
        ]
        for (page, label) in pages { #expect(HTMLReader.page(page, sentAs: label) == page) }
    }
}
