internal import RequirementModel

/// Writes documents' text into cells that no spreadsheet runs as a formula.
///
/// By OWASP's page on CSV injection a cell is run when it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab, a
/// carriage return or a line feed. An apostrophe before the sign makes it text, after blanks too. The same holds after a
/// `;` or a line end inside a cell, where a spreadsheet set to another separator sees a cell begin. Left as they are: `-`
/// and the like alone, which are no formulas, and numbers such as `-1`. A tab becomes a blank, and characters that nobody
/// can see are written out.
///
/// To undo it, take one apostrophe from before each such sign.
public enum SpreadsheetCell {
    /// `text` as a cell.
    public static func defused(_ text: String) -> String {
        let shown = text.showingInvisibles
        guard shown.utf8.contains(where: matters) else { return shown }
        var cell = String.UnicodeScalarView()
        var beginsCell = true
        let scalars = shown.unicodeScalars
        for index in scalars.indices {
            let scalar = scalars[index] == "\t" ? " " : scalars[index]
            if beginsCell, scalar != "'" {
                if formulaSigns.contains(scalar), !isPlain(scalars[index...]) { cell.append("'") }
                if !blanks.contains(scalar) { beginsCell = false }
            }
            if separators.contains(scalar) { beginsCell = true }
            cell.append(scalar)
        }
        return String(cell)
    }

    private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    private static let separators: Set<Unicode.Scalar> = [";", "\n"]
    private static let blanks: Set<Unicode.Scalar> = [" ", "\"", "\u{A0}"]

    private static func matters(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"), 0xEF: true
        default: false
        }
    }

    /// Whether a cell that begins with a sign is that sign alone, or a number.
    private static func isPlain(_ cell: Substring.UnicodeScalarView) -> Bool {
        let digits = cell.dropFirst()
        return digits.isEmpty
            || (cell.first == "-" || cell.first == "+") && digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    }
}
