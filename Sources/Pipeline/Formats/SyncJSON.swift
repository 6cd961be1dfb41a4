internal import Fetching
public import RequirementModel

extension [SourceOutcome] {
    /// Writes what became of each source, as `sync --format json` prints it.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("schemaVersion", ChangeSet.schemaVersion)
            writer.key("sources")
            writer.array(self) { $1.write(to: &$0) }
        }
    }
}

extension SourceOutcome {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", name)
            writer.member("commit", commit)
            writer.key("changes")
            writer.array(changes) { writer, change in
                writer.object { writer in
                    writer.member("path", change.path)
                    writer.member("op", change.kind.rawValue)
                    writer.member("formerPath", change.formerPath)
                }
            }
            writer.member("unchanged", unchanged)
            for (key, remarks) in [("faults", faults), ("notices", notices)] {
                writer.key(key)
                writer.array(remarks) { writer, remark in
                    writer.object { writer in
                        writer.member("id", remark.id)
                        writer.member("page", remark.page)
                        writer.member("message", remark.message)
                    }
                }
            }
        }
    }
}
