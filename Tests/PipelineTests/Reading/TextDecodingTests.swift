import RequirementModel
import Testing

@testable import Pipeline

struct TextDecodingTests {
    private func decode(_ bytes: [UInt8]) -> (text: String, diagnostics: [String]) {
        let decoding = TextDecoding(bytes, path: "page")
        return (String(decoding: decoding.utf8, as: UTF8.self), decoding.diagnostics.map { "\($0.location) \($0.id)" })
    }

    private func utf16(_ text: String, _ encoding: UTF16Encoding, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
            return encoding == .littleEndian ? bytes : bytes.reversed()
        }
    }

    @Test func `leaves plain text alone`() {
        let (text, diagnostics) = decode(Array("Größe\n日本\n".utf8))
        #expect(text == "Größe\n日本\n")
        #expect(diagnostics.isEmpty)
    }

    @Test func `drops a byte order mark`() {
        #expect(decode([0xEF, 0xBB, 0xBF] + Array("x".utf8)).text == "x")
    }

    @Test func `makes every line end a line feed`() {
        #expect(decode(Array("a\r\nb\rc\n\r\nd\r\r".utf8)).text == "a\nb\nc\n\nd\n\n")
    }

    @Test(arguments: [UTF16Encoding.littleEndian, .bigEndian], [true, false])
    func `reads UTF-16`(encoding: UTF16Encoding, mark: Bool) {
        let source = "Port 443 to 日本 and 🎉, outbound only.\n"
        let (text, diagnostics) = decode(utf16(source, encoding, mark: mark))
        #expect(text == source)
        #expect(diagnostics == ["page:1:1 decoded-utf-16"])
    }

    @Test func `mends an odd byte and a lone surrogate`() {
        #expect(decode([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x43]).text == "A\u{FFFD}B\u{FFFD}")
    }

    @Test func `says where invalid bytes begin`() {
        let (text, diagnostics) = decode(Array("one\ntwo ".utf8) + [0xE9] + Array(" three".utf8))
        #expect(text == "one\ntwo \u{FFFD} three")
        #expect(diagnostics == ["page:2:5 invalid-utf-8"])
    }

    @Test func `replaces NUL`() {
        let (text, diagnostics) = decode(Array("a.exa\0mple.com".utf8))
        #expect(text == "a.exa\u{FFFD}mple.com")
        #expect(diagnostics == ["page:1:6 nul-byte"])
    }
}
