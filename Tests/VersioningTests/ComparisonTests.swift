import RequirementModel
import Testing

@testable import Versioning

@Suite struct ComparisonTests {
    private static let page = Page([
        NetworkRequirement("a.example", tcp: 443, for: "Sign in"),
        NetworkRequirement("b.example", tcp: 443, for: "Updates"),
    ])

    @Test func `without an old side everything is new`() {
        let comparison = Comparison(from: nil, to: Snapshot("new", [Self.page]))
        #expect(comparison.changes.changes.map(\.id) == ["requirement-added", "requirement-added"])
        #expect(comparison.changes.changes.allSatisfy { $0.risks.isEmpty })
        #expect(comparison.changes.from == nil)
        #expect(!comparison.isUnchanged)
    }

    @Test func `the same is unchanged`() {
        let old = Comparison(from: nil, to: Snapshot("old", [Self.page])).snapshot
        #expect(Comparison(from: old, to: Snapshot("new", [Self.page])).isUnchanged)
        var shifted = Self.page
        shifted.records[1].location.position.line += 1
        let comparison = Comparison(from: old, to: Snapshot("new", [shifted]))
        #expect(!comparison.isUnchanged)
        #expect(comparison.changes.changes.isEmpty)
    }

    /// An atom is listed once, however many records bring it; the others say which record has it.
    @Test func `an atom that several records open is listed once`() {
        let more = Self.page.edited { records in
            let added = NetworkRequirement("c.b.example", tcp: 443)
            records += Page([added], under: ["One"]).records + Page([added], under: ["Two"]).records
        }
        let comparison = Comparison(from: Snapshot("old", [Self.page]), to: Snapshot("new", [more]))
        let changes = comparison.changes.changes
        #expect(changes.map(\.impact) == [.requirement, .advisory])
        #expect(changes.map { words($0.opened) } == [["c.b.example TCP 443"], []])
        #expect(changes[1].coveredBy == [changes[0].record])
    }

    /// What goes where it had been before has its old id again.
    @Test func `a record that returns is the same`() {
        let first = Comparison(from: nil, to: Snapshot("1", [Self.page])).snapshot
        let without = Self.page.edited { $0.removeLast() }
        let second = Comparison(from: first, to: Snapshot("2", [without])).snapshot
        let third = Comparison(from: second, to: Snapshot("3", [Self.page.edited { $0.reverse() }]))
        #expect(Set(third.snapshot.records.map(\.id)) == Set(first.records.map(\.id)))
        #expect(third.matches.map(\.reason) == [.returned, .everything])
        #expect(third.snapshot.retired.isEmpty)
        #expect(third.changes.changes.map(\.id) == ["requirement-added"])
        #expect(third.changes.changes.allSatisfy { !$0.risks.contains(.unseenDomain) })
    }

    /// A page too large to compare each with each, rewritten from end to end: names, words and order.
    @Test func `a large page that is rewritten keeps its records`() {
        func page(_ domain: String, _ purpose: String) -> Page {
            Page((0..<1_500).map { NetworkRequirement("node\($0).\(domain)", tcp: 1_000 + $0 % 3, for: purpose) })
        }
        let old = page("vendor.example", "For the agent")
        var new = page("vendor.example.net", "The agent needs it")
        new = new.edited { $0 = Array($0[700...] + $0[..<700]) }
        let comparison = Comparison(from: Snapshot("old", [old]), to: Snapshot("new", [new]))
        let names = { (records: [Requirement]) in
            Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.hosts[0].prefix { $0 != "." }) })
        }
        #expect(names(comparison.snapshot.records) == names(RecordIdentity.derived(for: old.records)))
        #expect(comparison.changes.changes.allSatisfy { $0.id == "destination-changed" })
    }

    /// A record may not get the id of another that had its structure before.
    @Test func `ids are never given twice`() {
        let first = Comparison(from: nil, to: Snapshot("1", [Self.page])).snapshot
        let edited = Self.page.edited { records in
            records[1].edit { $0.services[0].port = PortRange(8443) }
            records.append(Self.page.records[1])
            records[2].section = ["Elsewhere"]
            records[2].edit { $0.purpose = nil }
        }
        let second = Comparison(from: first, to: Snapshot("2", [edited])).snapshot
        #expect(Set(second.records.map(\.id)).count == 3)
    }

    @Test func `a document of the same bytes differs because of the extractor`() {
        func comparison(oldDigest: String, oldExtractor: String) -> ChangeSet {
            var old = Self.page
            old.digest = oldDigest
            var new = Self.page.edited { $0.removeLast() }
            new.digest = "same"
            return Comparison(
                from: Snapshot("old", [old], extractor: oldExtractor), to: Snapshot("new", [new], extractor: "2")
            ).changes
        }
        let source = comparison(oldDigest: "other", oldExtractor: "1")
        #expect(source.changes.map(\.cause) == [.source])
        #expect(source.level == .warning)
        #expect(comparison(oldDigest: "same", oldExtractor: "1").changes.map(\.cause) == [.extractor])
        let configuration = comparison(oldDigest: "same", oldExtractor: "2")
        #expect(configuration.changes.map(\.cause) == [.configuration])
        #expect(configuration.level == nil && configuration.impact == .none)
    }

    /// What a newer extractor finds in the same bytes is judged first, and what the sources changed beside it: the two neither
    /// hide each other nor trip the gate for each other.
    @Test func `another reading stands apart`() {
        let found = NetworkRequirement("found.example", tcp: 443)
        func page(_ path: String, _ contents: [NetworkRequirement], _ digest: String) -> Page {
            var page = Page(contents, at: path)
            page.digest = digest
            return page
        }
        let names = (1...3).map { NetworkRequirement("h\($0).example", tcp: 443) }
        let old = Snapshot(
            "old", [page("a.md", [names[0]], "a"), page("b.md", [names[1], names[2]], "b")], extractor: "1")
        let new = Snapshot(
            "new", [page("a.md", [names[0], found], "a"), page("b.md", [names[1], found], "b2")], extractor: "2")
        let changes = Comparison(from: old, to: new).changes
        let reread = changes.changes.filter { $0.cause == .extractor }
        #expect(words(reread.flatMap(\.opened)) == ["found.example TCP 443"])
        let edited = changes.changes.filter { $0.cause == .source }
        #expect(edited.flatMap(\.opened).isEmpty && words(edited.flatMap(\.closed)) == ["h3.example TCP 443"])
        #expect(edited.flatMap(\.coveredBy) == reread.map(\.record))
        #expect(changes.level == .warning)
        // The other way about: the same names, the causes exchanged.
        let sourced = Snapshot(
            "new", [page("a.md", [names[0], found], "a2"), page("b.md", [names[1], names[2]], "b")], extractor: "2")
        #expect(Comparison(from: old, to: sourced).changes.level == .error)
    }

    /// The bytes of a page that includes another are those of both.
    @Test func `an included file that changed is the source`() {
        func snapshot(_ digest: String, _ records: [Requirement]) -> Snapshot {
            Snapshot(
                name: digest, extractor: "1",
                documents: [
                    DocumentState(path: "page.md", digest: "page", recordCount: records.count),
                    DocumentState(path: "part.md", digest: digest, recordCount: 0),
                ], records: records)
        }
        let records = Self.page.renamed(to: "page.md").records.map { record in
            var included = record
            included.location.file = "part.md"
            return included
        }
        let changed = Comparison(from: snapshot("1", records), to: snapshot("2", Array(records.dropLast())))
        #expect(changed.changes.changes.map(\.cause) == [.source])
        let unchanged = Comparison(from: snapshot("1", records), to: snapshot("1", Array(records.dropLast())))
        #expect(unchanged.changes.changes.map(\.cause) == [.configuration])
    }

    /// One fingerprint for one structural change, however it reads and wherever it stands.
    @Test func `fingerprints are over structure`() {
        func fingerprint(_ purpose: String, _ section: String, port: Int) -> [String] {
            let changed = Self.page.edited { records in
                records[1].section = [section]
                records[1].edit {
                    $0.purpose = purpose
                    $0.services[0].port = PortRange(port)
                }
                records.reverse()
            }
            let changes = Comparison(from: Snapshot("old", [Self.page]), to: Snapshot("new", [changed])).changes.changes
            return changes.filter { $0.id == "port-changed" }.map(\.fingerprint)
        }
        let one = fingerprint("Updates", "Rules", port: 8443)
        #expect(one.count == 1)
        #expect(fingerprint("Brings updates", "Other rules", port: 8443) == one)
        #expect(fingerprint("Updates", "Rules", port: 8444) != one)
    }

    /// From the first to the last version of a ledger, what was opened and closed again on the way is nothing.
    @Test func `versions apart are netted`() throws {
        let store = TemporaryLedger()
        let detour = Self.page.edited { records in
            records[0].edit { $0.services[0].port = PortRange(1) }
            records[1].edit { $0.destinations = [Destination(.fqdn("c.b.example"))] }
        }
        let end = detour.edited { $0[0] = Self.page.records[0] }
        for page in [Self.page, detour, end] { try store.append([page]) }
        let ids = try store.ledger.versionIDs()
        let net = Comparison(
            between: try store.ledger.snapshot(of: ids[0]), and: try store.ledger.snapshot(of: ids[2])
        ).changes
        #expect(net.from == ids[0].rawValue && net.to == ids[2].rawValue)
        #expect(net.changes.map(\.id) == ["destination-changed"])
        #expect(words(net.changes[0].opened) == ["c.b.example TCP 443"])
        #expect(words(net.changes[0].closed) == ["b.example TCP 443"])
    }
}
