extension SourceCommit {
    /// Writes the commit as the member `commit` of an object.
    public func writeMember(to writer: inout JSONWriter) {
        writer.key("commit")
        writer.object { writer in
            writer.member("hash", hash)
            writer.member("subject", subject)
            writer.member("authored", authored)
            writer.member("committed", committed)
        }
    }
}
