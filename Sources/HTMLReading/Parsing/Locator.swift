internal import RequirementModel

/// Tells lines and columns from offsets, in one pass over the text as the parser goes on.
///
/// libxml2 keeps a line number too, but counts `\n` only.
struct Locator {
    let bytes: [UInt8]
    /// Where each line stands in the outer document; nil for a page.
    private let origins: [SourcePosition]?
    private var line = 1
    private var lineStart = 0
    /// Up to where line ends have been counted.
    private var counted = 0
    private let endsLinesByReturn: Bool

    init(_ bytes: [UInt8], origins: [SourcePosition]? = nil) {
        self.bytes = bytes
        self.origins = origins
        endsLinesByReturn = !bytes.contains(UInt8(ascii: "\n"))
    }

    /// The place of the byte at `offset`; offsets need not grow, but it is fast when they do.
    mutating func advance(to offset: Int) -> SourcePosition {
        if offset < lineStart { (line, lineStart, counted) = (1, 0, 0) }
        let mark = endsLinesByReturn ? UInt8(ascii: "\r") : UInt8(ascii: "\n")
        let end = max(0, min(offset, bytes.count))
        bytes.withUnsafeBufferPointer { buffer in
            let before = UnsafeBufferPointer(rebasing: buffer[..<end])
            while let found = before.firstIndex(of: mark, from: counted) {
                counted = found + 1
                line += 1
                lineStart = counted
            }
        }
        counted = max(counted, end)
        guard let origins else { return SourcePosition(line: line, column: offset - lineStart + 1) }
        guard let origin = line <= origins.count ? origins[line - 1] : origins.last else { return .unknown }
        return SourcePosition(line: origin.line, column: origin.column + offset - lineStart)
    }

    /// The place of one byte.
    func position(of offset: Int) -> SourcePosition {
        var copy = self
        return copy.advance(to: offset)
    }
}
