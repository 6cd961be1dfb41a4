internal import RequirementModel

/// Tables whose columns can be seen in the text: by rules and bars, by tabs, or by alignment.
enum DrawnTable {
    /// Lines that ask for more columns are read as text.
    static let mostColumns = 1024

    /// The table that begins at line `index`, of whichever kind.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        GridTable.match(in: text, at: index, end: end)
            ?? MultilineTable.match(in: text, at: index, end: end)
            ?? RuledTable.match(in: text, at: index, end: end)
            ?? JoinedPipeRows.match(in: text, at: index)
            ?? PipedTable.match(in: text, at: index, end: end)
            ?? TabbedTable.match(in: text, at: index, end: end)
            ?? AlignedTable.match(in: text, at: index, end: end)
            ?? CommaTable.match(in: text, at: index, end: end)
    }
}
