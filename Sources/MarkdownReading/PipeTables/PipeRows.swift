/// Rows cut into cells at their pipes.
///
/// As GitHub does it: every pipe cuts but one behind a backslash, even inside a code span; one pipe at either edge is only
/// a frame.
struct PipeRows {
    private var cells: [PipeCell] = []
    /// Where each row's cells end in `cells`.
    private var ends: [Int] = []

    var count: Int { ends.count }

    /// The cells of a row.
    subscript(row: Int) -> ArraySlice<PipeCell> { cells[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }

    /// Cuts `line`, whose leading white space is passed over; false, and nothing added, for a line without any cell.
    /// - Parameter isFramed: Whether a pipe at the left edge is a frame, and not the end of an empty cell.
    mutating func append(_ bytes: [UInt8], _ line: Range<Int>, isFramed: Bool = true) -> Bool {
        let before = cells.count
        if before == 0 { cells.reserveCapacity(8) }
        if !isFramed, line.first.map({ bytes[$0] }) == UInt8(ascii: "|") {
            cells.append(PipeCell(text: line.lowerBound..<line.lowerBound, content: .plain))
        }
        bytes.withUnsafeBufferPointer { cut($0, line) }
        if cells.count > before { ends.append(cells.count) }
        return cells.count > before
    }

    /// Makes room for `count` further rows of so many cells as the first has, which stand in so many `bytes`.
    mutating func reserve(_ count: Int, bytes: Int) {
        ends.reserveCapacity(ends.count + count)
        // Of a wide header and many short rows not every cell can be there.
        cells.reserveCapacity(cells.count + min(count * (ends.first ?? 0), bytes))
    }

    mutating func removeLast() {
        ends.removeLast()
        cells.removeSubrange((ends.last ?? 0)...)
    }

    /// Whether `line` has any cell.
    static func isRow(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = bytes.drop(while: \.isRowBlank)
        guard text.first == UInt8(ascii: "|") else { return !text.isEmpty }
        return text.dropFirst().contains { !$0.isRowBlank }
    }

    private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
        var index = line.lowerBound
        let end = line.upperBound
        func skipBlanks() { while index < end, bytes[index].isRowBlank { index += 1 } }
        skipBlanks()
        if index < end, bytes[index] == UInt8(ascii: "|") {
            index += 1
            skipBlanks()
        }
        while index < end {
            let start = index
            index = Self.pipe(bytes, from: start, before: end)
            var cellEnd = index
            while cellEnd > start, bytes[cellEnd - 1].isRowBlank { cellEnd -= 1 }
            cells.append(PipeCell(bytes, start..<cellEnd))
            guard index < end else { break }
            index += 1
            skipBlanks()
        }
    }

    /// The pipe that ends the cell which begins at `start`; `end` where none does.
    private static func pipe(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int) -> Int {
        let bytes = UnsafeBufferPointer(rebasing: bytes[..<end])
        var index = start
        while let pipe = bytes.firstIndex(of: UInt8(ascii: "|"), from: index) {
            if pipe == start || bytes[pipe - 1] != UInt8(ascii: "\\") { return pipe }
            index = pipe + 1
        }
        return end
    }
}

/// The row between header and body: cells of hyphens with optional colons, in optional pipes.
enum DelimiterRow {
    static func matches(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        var index = line.lowerBound
        let end = line.upperBound
        func skip(_ matches: (UInt8) -> Bool) -> Int {
            let start = index
            while index < end, matches(bytes[index]) { index += 1 }
            return index - start
        }
        _ = skip(\.isRowBlank)
        if index < end, bytes[index] == UInt8(ascii: "|") { index += 1 }
        while true {
            _ = skip(\.isRowBlank)
            if index < end, bytes[index] == UInt8(ascii: ":") { index += 1 }
            guard skip({ $0 == UInt8(ascii: "-") }) > 0 else { return false }
            if index < end, bytes[index] == UInt8(ascii: ":") { index += 1 }
            _ = skip(\.isRowBlank)
            guard index < end else { return true }
            guard bytes[index] == UInt8(ascii: "|") else { return false }
            index += 1
            _ = skip(\.isRowBlank)
            if index == end { return true }
        }
    }
}

extension UInt8 {
    /// White space inside a row.
    fileprivate var isRowBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
}
