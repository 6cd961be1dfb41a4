internal import RequirementModel

/// Puts stretches of source lines together to the text that a reader sees.
///
/// White space is folded, text between back quotes is marked as code, and every line's place is kept. A NUL becomes
/// U+FFFD, so that a name that holds one is no name any more.
struct TextAssembly {
    private let source: SourceText
    private var output: [UInt8] = []
    private var spans: [RichText.Span] = []
    private var starts: [RichText.LineStart] = []

    /// How far a closing back quote may stand from the opening one, in bytes.
    private static let longestCode = 512

    /// An empty text of `source`.
    init(_ source: SourceText) { self.source = source }

    /// The text of `range`, which stands in line `index`.
    static func text(of range: Range<Int>, line index: Int, in source: SourceText) -> RichText {
        let range = Blanks.trim(range, in: source.bytes)
        if !range.isEmpty, source.plainEnd(from: range.lowerBound, before: range.upperBound) == range.upperBound {
            return RichText(
                String(decoding: source.bytes[range], as: UTF8.self),
                position: source.position(index, at: range.lowerBound))
        }
        var assembly = TextAssembly(source)
        assembly.append(range, line: index, after: .space)
        return assembly.finished
    }

    /// What stands between two stretches.
    enum Joint {
        case space, lineBreak
    }

    /// Adds the bytes of `range`, which stand in line `index`.
    mutating func append(_ range: Range<Int>, line index: Int, after joint: Joint) {
        let range = Blanks.trim(range, in: source.bytes)
        guard !range.isEmpty else { return }
        if !output.isEmpty { output.append(joint == .space ? 0x20 : 0x0A) }
        let position = source.position(index, at: range.lowerBound)
        if starts.last?.position.line != position.line {
            starts.append(RichText.LineStart(offset: output.count, position: position))
        }
        fold(range)
    }

    /// Adds the whole of line `index`.
    mutating func append(line index: Int, after joint: Joint) {
        append(source.lines[index].content, line: index, after: joint)
    }

    /// The text so far.
    var finished: RichText {
        RichText(
            String(decoding: output, as: UTF8.self), spans: spans, position: starts.first?.position ?? .unknown,
            lineStarts: starts.count > 1 ? Array(starts.dropFirst()) : [])
    }

    private mutating func fold(_ range: Range<Int>) {
        let bytes = source.bytes
        var index = range.lowerBound
        while index < range.upperBound {
            let plain = source.plainEnd(from: index, before: range.upperBound)
            if plain > index {
                output.append(contentsOf: bytes[index..<plain])
                index = plain
                continue
            }
            let byte = bytes[index]
            let blank = byte <= 0x20 || byte >= 0xC2 ? Blanks.length(in: bytes, at: index, end: range.upperBound) : 0
            if blank > 0 {
                if output.last != 0x20, output.last != 0x0A { output.append(0x20) }
                index += blank
            } else if case let width = Blanks.invisibleLength(in: bytes, at: index, end: range.upperBound), width > 0 {
                index += width
            } else if byte == UInt8(ascii: "`"), let code = code(at: index, end: range.upperBound) {
                let start = output.count
                fold(code.inner)
                if output.count > start { spans.append(.init(start..<output.count, .code)) }
                index = code.end
            } else {
                if byte == 0 { output.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { output.append(byte) }
                index += 1
            }
        }
    }

    /// The text between a run of back quotes at `index` and the next run of the same length.
    private func code(at index: Int, end: Int) -> (inner: Range<Int>, end: Int)? {
        let bytes = source.bytes
        let quote = UInt8(ascii: "`")
        let limit = min(end, index + Self.longestCode)
        var start = index
        while start < limit, bytes[start] == quote { start += 1 }
        let width = start - index
        var run = 0
        for place in start..<max(start, limit) {
            run = bytes[place] == quote ? run + 1 : 0
            if run == width, place + 1 == end || bytes[place + 1] != quote {
                let inner = Blanks.trim(start..<place + 1 - width, in: bytes)
                return inner.isEmpty || bytes[inner].contains(quote) ? nil : (inner, place + 1)
            }
        }
        return nil
    }
}

extension SourceText {
    /// Where the stretch of bytes from `start` on ends that are text as they stand: what ASCII can show but back quotes, and
    /// single blanks within.
    func plainEnd(from start: Int, before end: Int) -> Int {
        let text = bytes.span
        var place = start
        while place < end {
            let byte = text[place]
            let isShown = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "`")
            guard isShown || byte == 0x20 && place > start && text[place - 1] != 0x20 else { break }
            place += 1
        }
        // A blank at its end may not be the only one.
        return place > start && text[place - 1] == 0x20 ? place - 1 : place
    }
}
