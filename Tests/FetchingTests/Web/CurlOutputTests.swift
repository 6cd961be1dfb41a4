import Testing

@testable import Fetching

@Suite struct CurlOutputTests {
    private static let mark = "requisite-abc"

    private static func output(_ body: String, _ report: String, _ fields: String = "{}") -> String {
        "\(body)\n\(mark)\(report)\n\(fields)\n\(mark)\n"
    }

    @Test(arguments: [1, 2, 3, 7, 1000])
    func `is cut into responses wherever its pieces end`(step: Int) throws {
        let bodies = ["", "\n", "a\n\(Self.mark.dropLast())\nb", "two\nlines\n\n", "{\"exitcode\":7}"]
        let text = bodies.enumerated().map { index, body in
            Self.output(
                body, "{\"exitcode\":0,\"errormsg\":null,\"response_code\":\(200 + index),\"time\":0.5}",
                "{\"etag\":[\"\\\"\(index)\\\"\"],\n\"vary\":[\"a\",\"b\"]}")
        }.joined()
        var output = CurlOutput(mark: Self.mark, limit: 100)
        var responses: [PageResponse] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            output.append(rest.prefix(step))
            rest = rest.dropFirst(step)
            while let response = try output.next() { responses.append(response) }
        }
        #expect(responses.map { String(decoding: $0.body, as: UTF8.self) } == bodies)
        #expect(responses.map(\.status) == [200, 201, 202, 203, 204])
        #expect(responses.map { $0.fields["etag"] } == (0..<5).map { "\"\($0)\"" })
        #expect(responses.allSatisfy { $0.fields["vary"] == "b" && !$0.isTooLarge })
    }

    @Test func `a body over the limit is told before it ends`() throws {
        var output = CurlOutput(mark: Self.mark, limit: 100)
        output.append(Array(repeating: 0x61, count: 200))
        #expect(try output.next() == nil)
        #expect(output.isOverLimit)
    }

    @Test func `a report that is none is a fault`() {
        var output = CurlOutput(mark: Self.mark, limit: 100)
        output.append(Array(Self.output("", "unknown --write-out variable").utf8))
        #expect(throws: CurlOutput.Unreadable.self) { try output.next() }
    }
}

@Suite struct RetryAfterTests {
    @Test(
        arguments: [
            (["retry-after": "120"], 120), (["retry-after": "-1"], nil), ([:], nil), (["retry-after": "soon"], nil),
            (["retry-after": "Wed, 01 Mar 2000 00:00:05 GMT", "date": "Tue, 29 Feb 2000 23:59:55 GMT"], 10),
            (["retry-after": "Fri, 01 Jan 2027 00:00:00 GMT", "date": "Thu, 31 Dec 2026 23:00:00 GMT"], 3600),
            (["retry-after": "Fri, 01 Jan 2027 00:00:00 GMT", "date": "Sat, 02 Jan 2027 00:00:00 GMT"], 0),
            (["retry-after": "Fri, 01 Jan 2027 00:00:00 GMT"], nil),
        ] as [([String: String], Int?)])
    func `is seconds or a date by the server's clock`(fields: [String: String], seconds: Int?) {
        #expect(RetryAfter.seconds(in: fields) == seconds)
    }
}

@Suite struct ContentTypeTests {
    @Test func `is read as servers write it`() {
        #expect(ContentType("Text/HTML; Charset=\"Shift_JIS\"").charset == "Shift_JIS")
        let text = Array("# Rules".utf8)
        for type in ["text/html;charset=utf-8", "text/x-markdown", "application/octet-stream", nil] {
            #expect(ContentType(type).isReadable(text))
        }
        #expect(ContentType(nil).isReadable([0xFF, 0xFE, 0x23, 0x00]))
        #expect(!ContentType("application/octet-stream").isReadable(text + [0]))
        #expect(!ContentType("application/pdf").isReadable(text))
        #expect(!ContentType("image/png").isReadable(text))
    }
}
