/// A place inside one file, both numbers 1-based; 0 where the format has none.
///
/// Columns count UTF-8 bytes, as compilers and `grep` do.
public struct SourcePosition: Sendable, Hashable, Comparable {
    /// The 1-based line, 0 when unknown.
    public var line: Int
    /// The 1-based column in UTF-8 bytes, 0 when unknown.
    public var column: Int

    /// A place at `line` and `column`.
    public init(line: Int, column: Int = 1) {
        self.line = line
        self.column = column
    }

    /// What has no place, such as a record made up from a whole file.
    public static let unknown = SourcePosition(line: 0, column: 0)

    /// Reading order.
    public static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A place in a named file: what every record and every diagnostic points to.
public struct SourceLocation: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The file's path as the user knows it: below the corpus root, or as given on the command line.
    public var file: String
    /// The place inside the file.
    public var position: SourcePosition

    /// A place in `file`.
    public init(file: String, position: SourcePosition = .unknown) {
        self.file = file
        self.position = position
    }

    /// `file:line:column`, as editors and terminals link it; the file alone where the place is unknown.
    public var description: String {
        position.line > 0 ? "\(file):\(position.line):\(position.column)" : file
    }

    /// By file, then in reading order.
    public static func < (left: Self, right: Self) -> Bool {
        left.file == right.file ? left.position < right.position : left.file < right.file
    }
}
