import TestSupport
import Testing

/// `check`, `diff --fail-on` and `accept`, as a reviewer meets them.
struct GateTests {
    private static func corpus(_ text: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(files: ["requisite.yml": "", "Corpus/a.md": text])
        #expect(try Tool.run("run", in: folder).status == 0)
        return folder
    }

    private static func fingerprints(_ text: String) -> [Substring] {
        text.matches(of: /\] ([0-9a-f]{16})\n/).map(\.1)
    }

    @Test func `an accepted change passes in other words and no further host`() throws {
        let folder = try Self.corpus(page("a.example"))
        try folder.write(page("a.example", "b.example"), to: "Corpus/a.md")
        let tripped = try Tool.run("check", in: folder)
        #expect(tripped.status == 1)
        let fingerprint = try #require(Self.fingerprints(tripped.output).first)
        let accepted = try Tool.run(
            "accept", String(fingerprint.prefix(6)), "--reason", "Ticket \"4711\"", "--until", "2026-01-31", in: folder)
        #expect(accepted.status == 0, "\(accepted.errors)")
        #expect(accepted.output.hasPrefix("Accepted \(fingerprint): Open TCP 443 to `b.example`"))

        let passed = try Tool.run("check", in: folder)
        #expect(passed.status == 0)
        #expect(passed.output.contains("accepted: Ticket \"4711\" (until 2026-01-31)"))
        #expect(try Tool.run("check", "--format", "json", in: folder).output.contains("\"until\": \"2026-01-31\""))
        let reworded = page("a.example", "b.example", title: "Rules")
            .replacing("Control plane", with: "For the control plane")
        try folder.write(reworded, to: "Corpus/a.md")
        #expect(try Tool.run("check", in: folder).status == 0)
        #expect(try Tool.run("check", "--fail-on", "notice", in: folder).status == 1)
        try folder.write(page("a.example", "b.example", "c.example"), to: "Corpus/a.md")
        #expect(try Tool.run("check", in: folder).status == 1)

        try folder.write(reworded, to: "Corpus/a.md")
        let ended = try Tool.run("check", "--date", "2026-02-01", in: folder)
        #expect(ended.status == 1 && ended.errors.contains("[expired-acceptance]"))
        #expect(try Tool.run("run", in: folder).status == 0)
        let merged = try Tool.run("check", in: folder)
        #expect(merged.status == 0 && merged.errors.contains("accepted-changes.yml:4:3: warning"))
        #expect(merged.errors.contains("[unused-acceptance]"))
    }

    @Test func `a name that is of no change gets a hint`() throws {
        let folder = try Self.corpus(page("a.example"))
        try folder.write(page("a.example", "b.example"), to: "Corpus/a.md")
        let fingerprint = try #require(Self.fingerprints(try Tool.run("check", in: folder).output).first)
        let typo = (fingerprint.first == "0" ? "1" : "0") + fingerprint.dropFirst()
        let result = try Tool.run("accept", typo, "--reason", "x", in: folder)
        #expect(result.status == 64 && result.errors.contains("did you mean \(fingerprint)?"))
        #expect(try Tool.run("accept", String(fingerprint), "--reason", " ", in: folder).status == 64)
        #expect(
            try Tool.run("accept", String(fingerprint), "--reason", "x", "--until", "2020-01-01", in: folder).status
                == 64)
        #expect(try Tool.run("accept", "abc", "--reason", "x", in: folder).status == 64)
        #expect(folder.text(of: "accepted-changes.yml") == nil)
        #expect(try Tool.run("accept", typo, "--reason", "x", "--unseen", in: folder).status == 0)
        let twice = try Tool.run("accept", typo, "--reason", "y", "--unseen", in: folder)
        #expect(twice.status == 64 && twice.errors.contains("accepted-changes.yml:4:3"))
    }

    /// A table that is no table any more, and a page that only says where it went.
    @Test(arguments: [
        ("# Outbound rules\n\nThis table is being rewritten.\n", "document-shrunk"),
        ("---\nredirect_url: /network/rules\n---\n", "document-redirected"),
    ])
    func `a page that loses its records trips the gate and stops the run`(_ text: String, _ id: String) throws {
        let folder = try Self.corpus(page("a.example", "b.example", "c.example"))
        let catalog = folder.text(of: "Output/catalog-json/catalog.json")
        try folder.write(text, to: "Corpus/a.md")
        let check = try Tool.run("check", in: folder)
        #expect(check.status == 1 && check.output.contains("[\(id)]") && check.output.contains("a.md"))
        #expect(!check.output.contains("a.example"))
        let run = try Tool.run("run", in: folder)
        #expect(run.status == 65 && run.errors.contains("a.md"))
        #expect(folder.text(of: "Output/catalog-json/catalog.json") == catalog)
        let fingerprint = try #require(Self.fingerprints(check.output).first)
        #expect(try Tool.run("accept", String(fingerprint), "--reason", "It is empty now", in: folder).status == 0)
        let accepted = try Tool.run("check", in: folder)
        #expect(accepted.status == 0 && accepted.output.contains("a.example"))
        #expect(accepted.errors.isEmpty)
        #expect(try Tool.run("run", in: folder).status == 0)
        #expect(folder.text(of: "Output/catalog-json/catalog.json") != catalog)
    }

    @Test func `a diff says why records are one`() throws {
        let folder = try TemporaryFolder(files: [
            "old.md": page("a.example", "b.example", "c.example"),
            "new.md": page("a.example", "b2.example", "c.example").replacing(
                "| TCP | 443 | Control", with: "| TCP | 443 | The control"),
        ])
        let result = try Tool.run("diff", "old.md", "new.md", "--explain", in: folder)
        #expect(result.output.contains("one record by likeness:"))
        #expect(result.output.contains("by what they ask for, at the same heading"))
        #expect(result.output.contains("3 records on both sides: 0 say the same"))
        #expect(try Tool.run("diff", "old.md", "new.md", "--explain", "-f", "json", in: folder).status == 64)
    }
}
