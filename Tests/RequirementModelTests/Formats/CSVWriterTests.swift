import RequirementModel
import Testing

@Suite struct CSVWriterTests {
    @Test func `fields that would break a line are quoted`() {
        var writer = CSVWriter()
        writer.row(["plain", "a,b", "say \"no\"", "two\nlines", ""])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\n")
    }

    @Test func `every field is transformed before it is quoted`() {
        var writer = CSVWriter { "<\($0),>" }
        writer.row(["a", ""])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"<a,>\",\"<,>\"\n")
    }

    @Test func `the flat view has a field for each column`() throws {
        let record = try #require(RequirementJSONTests.records.first)
        #expect(record.atoms.allSatisfy { $0.fields.count == FlatView.columns.count })
        #expect(record.atoms.count == 2 * (1 + 2 * 2 + 2 * 2))
    }

    @Test func `the flat view is its atoms, field by field`() {
        var lines = CSVWriter()
        lines.row(FlatView.columns)
        for atom in RequirementJSONTests.records.flatMap(\.atoms) { lines.row(atom.fields) }
        #expect(FlatView.csv(RequirementJSONTests.records) == lines.bytes)
    }
}
