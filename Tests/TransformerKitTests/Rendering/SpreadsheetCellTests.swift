import TestSupport
import Testing
import TransformerKit

struct SpreadsheetCellTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1 555", "'+1 555"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", " '=1"),
        (" =1", " '=1"), ("＝1", "'＝1"), ("a;=1", "a;'=1"), ("a\n=1", "a\n'=1"), ("\"=1", "\"'=1"), ("'=1", "''=1"),
    ])
    func `a formula becomes text`(text: String, cell: String) {
        #expect(SpreadsheetCell.defused(text) == cell)
    }

    @Test(arguments: ["-", "*", "-1", "+4.5", "=", "a=b", "a-b", "443", "", "mail@contoso.com", "1024-65535", "日本語"])
    func `what no spreadsheet runs stays as it is`(text: String) {
        #expect(SpreadsheetCell.defused(text) == text)
    }

    @Test func `what cannot be seen is written out`() {
        #expect(SpreadsheetCell.defused("a\u{202E}b\r") == "a⟨U+202E⟩b⟨U+000D⟩")
    }
}
