import HTMLReading
import RequirementModel
import TestSupport
import Testing

@Suite struct DecodedTextTests {
    private static let utf16: [UInt8] = Array("<p>é €</p>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF] + Array("<p>é €".utf8), []),
            (Array("<p>é €".utf8), []),
            ([0xFF, 0xFE] + utf16, []), (utf16, []),
            (Array("<p>".utf8) + [0xE9, 0x20, 0x80], []),
            (Array("<meta charset=latin1><p>".utf8) + [0xE9, 0x20, 0x80], []),
            (
                Array(
                    "<!-- <meta charset=utf-8> --><meta http-equiv=content-type content='text/html; charset=windows-1252'><p>"
                        .utf8)
                    + [0xE9, 0x20, 0x80], []
            ),
            (Array("<meta charset=iso-8859-15><p>".utf8) + [0xE9, 0x20, 0xA4], []),
            (Array("<meta charset=utf-16><p>é €".utf8), []),
            (Array("<meta charset=klingon><p>é €".utf8), ["unknown-encoding"]),
        ] as [([UInt8], [String])])
    func `the encoding is found by mark, by declaration, or guessed`(bytes: [UInt8], diagnostics: [String]) throws {
        let reading = HTMLReader().read(bytes, path: "page.html")
        guard case .paragraph(let text) = try #require(reading.document.blocks.first) else {
            Issue.record("no paragraph")
            return
        }
        #expect(text.text == "é €")
        #expect(reading.diagnostics.map(\.id) == diagnostics)
    }

    @Test func `what is no text is shown as such and reported with its place`() {
        let invalid = HTMLReader().read(Array("<meta charset=utf-8>\n<p>a".utf8) + [0xFF, 0x62], path: "page.html")
        #expect(invalid.document.dump == "p @2:4 a\u{FFFD}b")
        #expect(invalid.diagnostics.map(\.description).map { $0.prefix(13) } == ["page.html:2:5"])
        #expect(invalid.diagnostics.map(\.id) == ["invalid-bytes"])
        let null = read("<p>a\u{0}b<table><tr><td>c</table>")
        #expect(null.document.dump == "p @1:4 a\u{FFFD}b\ntable @1:9\n  body @1:16 | c |")
        #expect(null.diagnostics.map(\.id) == ["null-bytes"])
    }
}
