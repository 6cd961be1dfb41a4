public import RequirementModel

// What `log`, `show` and `explain` print as JSON. Records and changes are those of the diff format.

extension Version {
    /// Writes what the version is, without its documents.
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.member("version", id.rawValue)
        writer.member("date", date)
        writer.member("parent", parent?.rawValue)
        commit?.writeMember(to: &writer)
    }
}

extension [Release.Entry] {
    /// Lists the versions: what they are and how much they changed.
    public func writeLog(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("schemaVersion", ChangeSet.schemaVersion)
            writer.key("versions")
            writer.array(self) { writer, entry in
                writer.object { writer in
                    entry.version.writeMembers(to: &writer)
                    writer.member("records", entry.version.recordCount)
                    writer.member("class", entry.changes.impact.rawValue)
                    writer.member("changes", entry.changes.changes.count)
                }
            }
        }
    }
}

extension Release.Entry {
    /// Writes the version with its documents and changes.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("schemaVersion", ChangeSet.schemaVersion)
            version.writeMembers(to: &writer)
            writer.member("extractor", version.extractor)
            writer.member("records", version.recordCount)
            writer.key("documents")
            writer.array(version.documents) { writer, document in
                writer.object { writer in
                    writer.member("document", document.path)
                    writer.member("digest", document.digest)
                    writer.member("records", document.recordCount)
                }
            }
            writer.key("changes")
            writer.array(changes.changes) { $1.write(to: &$0) }
        }
    }
}

extension RecordHistory.Event {
    /// Writes the version, and the change that it made.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            version.writeMembers(to: &writer)
            writer.key("change")
            change.write(to: &writer)
        }
    }
}

extension RecordHistory {
    /// Writes the records concerned and what happened to them, newest first.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("schemaVersion", ChangeSet.schemaVersion)
            writer.member("subject", subject)
            writer.key("records")
            writer.array(current) { $1.write(to: &$0) }
            writer.key("events")
            writer.array(events) { $1.write(to: &$0) }
        }
    }
}

extension FlowExplanation {
    /// Writes the records that ask for the flow, with where they come from and the rules that name them.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("schemaVersion", ChangeSet.schemaVersion)
            writer.member("destination", flow.destination)
            if let port = flow.port { writer.member("port", port) }
            writer.member("version", version.rawValue)
            writer.key("reasons")
            writer.array(reasons) { writer, reason in
                writer.object { writer in
                    writer.member("match", reason.match.rawValue)
                    writer.key("record")
                    reason.record.write(to: &writer)
                    writer.key("atoms")
                    writer.array(reason.atoms) { $1.write(to: &$0) }
                    for (name, event) in [("came", reason.came), ("changed", reason.changed)] {
                        guard let event else { continue }
                        writer.key(name)
                        event.write(to: &writer)
                    }
                    writer.key("rules")
                    writer.array(reason.rules) { writer, rule in
                        writer.object { writer in
                            writer.member("artifact", rule.artifact)
                            writer.member("line", rule.line)
                            writer.member("text", rule.text)
                        }
                    }
                }
            }
            writer.member("remark", remark)
        }
    }
}
