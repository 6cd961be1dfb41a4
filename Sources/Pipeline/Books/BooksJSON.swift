internal import Extraction
internal import RequirementModel

extension DocumentExtraction {
    /// Writes the books as one object of `extract --books --format json`.
    func writeBooks(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("document", path)
            writer.member("rowsSeen", books.rowsSeen)
            writer.member("rowsInRecords", books.rowsInRecords)
            writer.member("rowsSkipped", books.rowsSkipped)
            writer.member("records", records.count)
            writer.key("entries")
            writer.array(books.entries) { write($1, to: &$0) }
            writer.key("mentions")
            writer.array(books.mentions) { writer, mention in
                writer.object { writer in
                    writer.member("type", mention.endpoint.kind.rawValue)
                    writer.member("value", mention.endpoint.text)
                    write(mention.location, to: &writer)
                    writer.member("reason", mention.reason)
                }
            }
        }
    }

    private func write(_ entry: Books.Entry, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("kind", entry.kind.rawValue)
            write(entry.location, to: &writer)
            writer.member("section", entry.section)
            writer.member("reading", entry.reading.rawValue)
            writer.member("reason", entry.reason.isEmpty ? nil : entry.reason)
            writer.member("reach", entry.reach?.rawValue)
            writer.member("words", entry.words.isEmpty ? nil : entry.words)
            writer.key("columns")
            writer.array(entry.columns) { writer, column in
                writer.object { writer in
                    writer.member("header", column.header)
                    writer.member("role", column.role)
                    writer.member("evidence", column.evidence)
                }
            }
            writer.key("holding")
            writer.array(entry.holding) { writer, fact in
                writer.object { writer in
                    writer.member("name", fact.name)
                    writer.member("value", fact.value)
                    if let origin = fact.origin { write(origin, to: &writer) }
                }
            }
            writer.member("rowsSeen", entry.rowsSeen)
            writer.member("rowsInRecords", entry.rowsInRecords)
            writer.key("skipped")
            writer.array(entry.skipped) { writer, row in
                writer.object { writer in
                    write(row.location, to: &writer)
                    writer.member("reason", row.reason)
                    writer.member("words", row.words)
                }
            }
            writer.key("records")
            writer.array(Array(records[entry.records])) { writer, record in
                writer.object { writer in
                    writer.member("id", record.id.rawValue)
                    write(record.location, to: &writer)
                }
            }
        }
    }

    private func write(_ location: SourceLocation, to writer: inout JSONWriter) {
        writer.member("file", location.file)
        writer.member("line", location.position.line)
    }
}
