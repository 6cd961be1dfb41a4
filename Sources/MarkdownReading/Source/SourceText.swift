internal import Algorithms
internal import RequirementModel

/// Markdown with its lines, and where each of them stands in the file.
///
/// A whole page is one, and so is each piece that is read again on its own, such as the body of an admonition. A class, as all
/// that reads a page holds on to it.
final class SourceText: Sendable {
    /// UTF-8.
    let bytes: [UInt8]
    /// The offset of each line's first byte; a line ends at `\n`, `\r\n` or `\r`, as CommonMark has it.
    let lineStarts: [Int]
    /// The offset of what is to be read: after front matter.
    let start: Int
    /// The lines before `start`, which libcmark does not count, less those that it counts and that are none of this text.
    let skippedLines: Int
    /// Where each line begins in the file; nil where the lines are the file's own.
    private let origins: [SourcePosition]?

    /// The page itself, or with `origins` lines taken out of one, each `\n`-ended, with their places there.
    init(_ bytes: [UInt8], origins: [SourcePosition]? = nil) {
        self.bytes = bytes
        self.origins = origins
        lineStarts = Self.lineStarts(of: bytes)
        start = 0
        skippedLines = 0
    }

    private init(_ text: SourceText, start: Int, skippedLines: Int) {
        bytes = text.bytes
        origins = text.origins
        lineStarts = text.lineStarts
        self.start = start
        self.skippedLines = skippedLines
    }

    /// The text with its first `lines` left out of what is to be read; they still count.
    func skipping(lines: Int) -> SourceText {
        SourceText(self, start: lines < lineStarts.count ? lineStarts[lines] : bytes.count, skippedLines: lines)
    }

    /// The text with `lines` taken for what libcmark has been given before it.
    func following(lines: Int) -> SourceText {
        lines == 0 ? self : SourceText(self, start: start, skippedLines: skippedLines - lines)
    }

    /// The number of lines; a line end at the very end begins no further line.
    var lineCount: Int { lineStarts.count }

    /// The bytes of the 1-based `line` without its line end.
    func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The bytes of `lines` with their line ends.
    func wholeRange(ofLines lines: ClosedRange<Int>) -> Range<Int> {
        lineStarts[
            lines.lowerBound - 1]..<(lines.upperBound < lineStarts.count ? lineStarts[lines.upperBound] : bytes.count)
    }

    /// The 1-based line in which the byte at `offset` stands.
    func line(at offset: Int) -> Int {
        max(lineStarts.partitioningIndex { $0 > offset }, 1)
    }

    /// The place in the file of a 1-based line and byte column of this text.
    func position(line: Int, column: Int) -> SourcePosition {
        guard let origins else { return SourcePosition(line: line, column: column) }
        guard line >= 1, line <= origins.count else { return origins.last ?? .unknown }
        return SourcePosition(line: origins[line - 1].line, column: origins[line - 1].column + column - 1)
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        guard !bytes.isEmpty else { return [] }
        var starts = [0]
        starts.reserveCapacity(bytes.count / 40 + 1)
        bytes.withUnsafeBufferPointer { buffer in
            let hasCarriageReturns = buffer.firstIndex(of: UInt8(ascii: "\r"), from: 0) != nil
            var index = 0
            while index < buffer.count {
                if hasCarriageReturns {
                    while index < buffer.count, buffer[index] != UInt8(ascii: "\n"), buffer[index] != UInt8(ascii: "\r")
                    {
                        index += 1
                    }
                    if index + 1 < buffer.count, buffer[index] == UInt8(ascii: "\r"),
                        buffer[index + 1] == UInt8(ascii: "\n")
                    {
                        index += 1
                    }
                } else {
                    index = buffer.firstIndex(of: UInt8(ascii: "\n"), from: index) ?? buffer.count
                }
                index += 1
                if index < buffer.count { starts.append(index) }
            }
        }
        return starts
    }
}
