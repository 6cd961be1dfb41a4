internal import RequirementModel

/// A block quote or list item around the block at hand: what each of its lines begins with.
enum Container {
    case quote
    /// Content stands at least `indent` columns right of the outer container's.
    case item(indent: Int)
}

/// A place inside a line, with the column that tabs have led to.
struct LineScanner {
    let bytes: [UInt8]
    let end: Int
    var index: Int
    /// 0-based, tabs expanded to stops of four.
    var column = 0
    /// Columns of a tab that a container has used up only in part.
    private var leftOver = 0

    init(_ source: SourceText, line: Int) {
        let range = source.range(ofLine: line)
        bytes = source.bytes
        index = range.lowerBound
        end = range.upperBound
    }

    /// The columns of white space from here on.
    var indent: Int {
        var column = column + leftOver
        var index = index
        while index < end, bytes[index].isBlank {
            column += bytes[index] == 0x20 ? 1 : 4 - column % 4
            index += 1
        }
        return column - self.column
    }

    /// Consumes up to `columns` of white space.
    mutating func skipBlanks(_ columns: Int = .max) {
        var columns = columns
        let used = min(columns, leftOver)
        leftOver -= used
        column += used
        columns -= used
        while columns > 0, index < end, bytes[index].isBlank {
            let width = bytes[index] == 0x20 ? 1 : 4 - column % 4
            index += 1
            let step = min(width, columns)
            column += step
            columns -= step
            leftOver = width - step
        }
    }

    /// Whether only white space is left.
    var isAtEnd: Bool {
        var index = index
        while index < end, bytes[index].isBlank { index += 1 }
        return index == end
    }

    /// Consumes a list marker and the white space around it that is no content; its width, which the item's further lines are
    /// indented by (CommonMark, list items, rules 1 to 3).
    mutating func enterItem() -> Int {
        let before = indent
        skipBlanks()
        let start = index
        while index < end, bytes[index].isDigit { index += 1 }
        if index < end { index += 1 }
        let marker = index - start
        column += marker
        let after = isAtEnd || indent >= 5 ? 1 : indent
        skipBlanks(after)
        return before + marker + after
    }

    /// Consumes the prefix of `container`; false where the line lacks it.
    mutating func enter(_ container: Container) -> Bool {
        switch container {
        case .item(let width):
            guard indent >= width else { return false }
            skipBlanks(width)
        case .quote:
            guard indent <= 3 else { return false }
            skipBlanks()
            guard index < end, bytes[index] == UInt8(ascii: ">") else { return false }
            index += 1
            column += 1
            skipBlanks(1)
        }
        return true
    }
}
