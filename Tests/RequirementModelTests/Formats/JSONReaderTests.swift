import Foundation
import RequirementModel
import Testing

struct JSONReaderTests {
    private func read<Value>(
        _ text: String, _ value: (inout JSONReader) throws(JSONReader.Fault) -> Value
    ) throws(JSONReader.Fault) -> Value {
        var reader = JSONReader(Array(text.utf8))
        let value = try value(&reader)
        try reader.finish()
        return value
    }

    @Test func `what the writer writes is read`() throws {
        let strings = ["", "plain", "\"\\/\u{8}\u{c}\n\r\t", "Größe 日本 🧭", "\u{0}\u{1F}\u{7F}\u{202E}\u{E0001}"]
        for layout in [JSONWriter.Layout.compact, .indented] {
            let text = JSONWriter.text(layout) { $0.array(strings) { $0.value($1) } }
            var reader = JSONReader(text)
            #expect(try reader.strings() == strings)
            try reader.finish()
        }
        #expect(
            try read(" \"\\ud83e\\udded\\u00Fc\\/\" ") { reader throws(JSONReader.Fault) in try reader.string() }
                == "🧭ü/")
    }

    @Test func `members come in their order and are skipped whole`() throws {
        let text = #"{ "a" : 12 , "b":{"x":[1.5e-3,{"y":[]},null,true],"z":"}"},"c":[ ],"d":null,"e":[-7, 0] }"#
        var (keys, numbers): ([String], [Int]) = ([], [])
        var reader = JSONReader(Array(text.utf8))
        try reader.beginObject()
        while let key = try reader.nextKey() {
            keys.append(key)
            switch key {
            case "a": numbers.append(try reader.integer())
            case "d": #expect(try reader.null())
            case "e": numbers += try reader.array { reader throws(JSONReader.Fault) in try reader.integer() }
            default: try reader.skip()
            }
        }
        try reader.finish()
        #expect(keys == ["a", "b", "c", "d", "e"])
        #expect(numbers == [12, -7, 0])
    }

    @Test(arguments: [
        "", "{", "[", "[1", "[1,", "[1,]", "[,1]", "{\"a\"", "{\"a\":", "{\"a\":1,}", "{1:2}", "[1 2]", "{\"a\" 1}",
        "\"", "\"\\",
        "\"\\u12\"", "\"\\ux\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\q\"", "\"\n\"", "nul", "tru", "-", "1.2.3",
        "[1]]", "[}",
        "{]", "1 2",
    ])
    func `what is no JSON is refused`(_ text: String) {
        #expect(throws: JSONReader.Fault.self) {
            try read(text) { reader throws(JSONReader.Fault) in try reader.skip() }
        }
    }

    @Test func `a fault says which byte`() {
        let fault = #expect(throws: JSONReader.Fault.self) {
            try read(#"["a", 5]"#) { reader throws(JSONReader.Fault) in try reader.strings() }
        }
        #expect(fault?.offset == 6)
        var invalid = JSONReader(Array("[\"".utf8) + [0xC3, 0x28] + Array("\"]".utf8))
        #expect(throws: JSONReader.Fault(at: 2, "a string is no valid UTF-8")) { try invalid.strings() }
    }

    @Test func `depth costs no stack`() throws {
        let depth = 1_000_000
        try read(String(repeating: "[", count: depth) + String(repeating: "]", count: depth)) {
            reader throws(JSONReader.Fault) in try reader.skip()
        }
    }

    /// Foundation's reader, as another witness, takes and refuses the same edits of a text.
    @Test func `it reads what another reader reads`() throws {
        let text = Array(#"{"a": [1, -20.5e+3, "x\u0041\n"], "b":{}, "c":null,"d":[true,false,[]]}"#.utf8)
        for position in text.indices {
            for byte in "\"\\,:{}[] 0x1-.".utf8 {
                var edited = text
                edited[position] = byte
                var reader = JSONReader(edited)
                let isRead = (try? reader.skip()) != nil && (try? reader.finish()) != nil
                let isJSON = (try? JSONSerialization.jsonObject(with: Data(edited))) != nil
                #expect(isRead == isJSON, "\(String(decoding: edited, as: UTF8.self))")
            }
        }
    }
}
