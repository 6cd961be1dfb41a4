extension ChangeSet {
    /// The version of the diff format; raised when a reader of the old one would misread the new.
    public static let schemaVersion = 1

    /// Writes the set in the diff format.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("schemaVersion", Self.schemaVersion)
            writer.key("from")
            if let from { writer.value(from) } else { writer.null() }
            writer.member("to", to)
            writer.member("class", impact.rawValue)
            writer.key("changes")
            writer.array(changes) { $1.write(to: &$0) }
        }
    }
}

extension Change {
    /// Writes the change as an object of the diff format.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", id)
            writer.member("fingerprint", fingerprint)
            writer.member("op", operation.rawValue)
            writer.member("class", impact.rawValue)
            writer.member("level", level.rawValue)
            writer.member("cause", cause.rawValue)
            writer.key("record")
            if record == .unassigned { writer.null() } else { writer.value(record.rawValue) }
            writer.member("document", document)
            writer.member("section", section)
            writer.member("fields", fields)
            writer.key("opened")
            writer.array(opened) { $1.write(to: &$0) }
            writer.key("closed")
            writer.array(closed) { $1.write(to: &$0) }
            if !coveredBy.isEmpty { writer.member("coveredBy", coveredBy.map(\.rawValue)) }
            for (name, record) in [("before", before), ("after", after)] {
                writer.key(name)
                if let record { record.write(to: &writer) } else { writer.null() }
            }
            writer.member("match", match?.rawValue)
            writer.member("risks", risks.map(\.rawValue))
            writer.member("text", text)
            if !remarks.isEmpty { writer.member("remarks", remarks) }
            if let acceptance {
                writer.key("accepted")
                writer.object { writer in
                    writer.member("reason", acceptance.reason)
                    writer.member("until", acceptance.until)
                }
            }
        }
    }
}
