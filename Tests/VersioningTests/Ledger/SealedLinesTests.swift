import RequirementModel
import Testing

@testable import Versioning

@Suite struct SealedLinesTests {
    /// Lines of many lengths, so that pieces end anywhere among them.
    private static func write(_ count: Int) -> (inout SealedLinesWriter) -> Void {
        { lines in
            lines.line { $0.object { $0.member("format", SealedLines.format) } }
            for number in 0..<count {
                lines.line { $0.object { $0.member("text", String(repeating: "ä\n", count: number % 700)) } }
            }
        }
    }

    @Test(arguments: [0, 1, 500, 3000]) func `in pieces it is the same file`(lines count: Int) throws {
        let (whole, wholeDigest) = SealedLinesWriter.sealed(Self.write(count))
        let pieces = Pieces()
        let digest = try SealedLinesWriter.seal(to: pieces.take, Self.write(count))
        #expect(pieces.bytes == whole)
        #expect(pieces.longest < 1 << 19)
        #expect(digest == wholeDigest)
        let sealed = try SealedLines(whole, file: "a file")
        #expect(sealed.digest == digest)
        var read = 0
        try sealed.eachLine { reader throws(JSONReader.Fault) in
            try reader.skip()
            read += 1
            return true
        }
        #expect(read == count)
    }

    @Test func `a piece that cannot be written is told and none follows`() {
        let pieces = Pieces()
        pieces.limit = 1
        #expect(throws: Pieces.full) { try SealedLinesWriter.seal(to: pieces.take, Self.write(3000)) }
        #expect(pieces.count == 2)
    }
}

private final class Pieces {
    static let full = LedgerError(.unwritable, file: "a file", "no space left")

    var bytes: [UInt8] = []
    var longest = 0
    var count = 0
    var limit = Int.max

    func take(_ piece: [UInt8]) throws(LedgerError) {
        count += 1
        guard count <= limit else { throw Self.full }
        bytes += piece
        longest = max(longest, piece.count)
    }
}
