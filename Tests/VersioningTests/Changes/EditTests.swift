import RequirementModel
import Testing

@testable import Versioning

/// Kinds of edits that authors make to a page, each with what it must be judged to be.
struct Edit: Sendable, CustomTestStringConvertible {
    var name: String
    var impact: Impact
    var level: Level?
    var opened: Set<String> = []
    var closed: Set<String> = []
    /// The kinds of changes, sorted.
    var rules: [ChangeRule]
    /// How many of the records on the new side are new.
    var newcomers = 0
    var risks: Set<Risk> = []
    var make: @Sendable (inout Corpus) -> Void

    var testDescription: String { name }

    struct Corpus: Sendable {
        var rules = Page(
            [
                NetworkRequirement(
                    clouds: [.global], destinations: [.init(.fqdn("a.example")), .init(.fqdn("b.example"))],
                    services: [.init(transport: "TCP", application: "HTTPS", port: PortRange(443))], purpose: "Sign in"),
                NetworkRequirement("updates.example", tcp: 443, for: "Brings the updates of the agent"),
                NetworkRequirement("telemetry.example", tcp: 8883, for: "Health of the agent"),
                NetworkRequirement(
                    destinations: [.init(.fqdn("*.store.example"))],
                    services: [
                        .init(transport: "TCP", port: PortRange(443)), .init(transport: "TCP", port: PortRange(8443)),
                    ],
                    condition: "This isn't required for private clusters", purpose: "Images"),
                NetworkRequirement(
                    destinations: [
                        .init(.serviceTag("Clock"), alternative: 1), .init(.fqdn("ntp.example"), alternative: 2),
                    ],
                    services: [.init(transport: "UDP", port: PortRange(123))], purpose: "Time"),
                NetworkRequirement("shared.example", tcp: 443, for: "Used by the agent"),
            ], at: "rules.md", under: ["Firewall", "Outbound rules"])
        var portal = Page(
            [
                NetworkRequirement("shared.example", tcp: 443, for: "Used by the portal"),
                NetworkRequirement(
                    direction: .outbound, sources: [.cidr("10.0.0.0/24")],
                    destinations: [.init(.fqdn("portal.example"), path: "/login")],
                    services: [.init(transport: "TCP", port: PortRange(443))], purpose: "Portal"),
                NetworkRequirement(
                    access: .deny, priority: "200", name: "Legacy", destinations: [.init(.fqdn("legacy.example"))],
                    services: [.init(transport: "TCP", port: PortRange(8080))], purpose: "Old agents"),
            ], at: "portal.md", under: ["Portal"])
        var sizes = Page(
            rows: [
                [("Size", "Small"), ("Tunnels", "10"), ("Supported", "Yes")],
                [("Size", "Large"), ("Tunnels", "30"), ("Supported", "Yes")],
            ], at: "sizes.md")

        /// A page that only edits make.
        var more = Page([], at: "more.md")

        var pages: [Page] { [rules, portal, sizes, more].filter { !$0.records.isEmpty } }
    }

    /// The corpus after the edit.
    var edited: Corpus {
        var corpus = Corpus()
        make(&corpus)
        for page in [\Corpus.rules, \.portal, \.sizes, \.more] { corpus[keyPath: page].renumber() }
        return corpus
    }

    var comparison: Comparison { Comparison(from: Snapshot("old", Corpus().pages), to: Snapshot("new", edited.pages)) }
    var reverse: Comparison { Comparison(from: Snapshot("new", edited.pages), to: Snapshot("old", Corpus().pages)) }
}

@Suite struct EditTests {
    @Test(arguments: Edit.all) func `is judged`(_ edit: Edit) {
        let changes = edit.comparison.changes
        #expect(changes.impact == edit.impact)
        #expect(changes.level == edit.level)
        #expect(words(changes.changes.flatMap(\.opened)) == edit.opened)
        #expect(words(changes.changes.flatMap(\.closed)) == edit.closed)
        #expect(changes.changes.map(\.id).sorted() == edit.rules.map(\.rawValue).sorted())
        #expect(Set(changes.changes.flatMap(\.risks)) == edit.risks)
    }

    /// Records keep their ids, whatever was done to them.
    @Test(arguments: Edit.all) func `keeps identifiers`(_ edit: Edit) {
        let comparison = edit.comparison
        let old = RecordIdentity.derived(for: Edit.Corpus().pages.flatMap(\.records)).map(\.id)
        let new = comparison.snapshot.records.map(\.id)
        #expect(Set(new).count == new.count)
        #expect(Set(new).subtracting(old).count == edit.newcomers)
    }

    /// What one way opens the other way closes, by the twin of each kind of change, as grave for what must be reachable.
    @Test(arguments: Edit.all) func `is the mirror of its reverse`(_ edit: Edit) {
        let (there, back) = (edit.comparison.changes, edit.reverse.changes)
        #expect(there.impact == back.impact)
        #expect(words(there.changes.flatMap(\.opened)) == words(back.changes.flatMap(\.closed)))
        #expect(words(there.changes.flatMap(\.closed)) == words(back.changes.flatMap(\.opened)))
        let twins = back.changes.compactMap { ChangeRule(rawValue: $0.id)?.twin.rawValue }
        #expect(there.changes.map(\.id).sorted() == twins.sorted())
    }

    /// The order in which pages and records come does not count.
    @Test(arguments: Edit.all) func `does not depend on the order of input`(_ edit: Edit) {
        var old = Snapshot("old", Edit.Corpus().pages.reversed())
        var new = Snapshot("new", edit.edited.pages.reversed())
        old = Snapshot(
            name: "old", extractor: "1", documents: old.documents.reversed(), records: old.records.reversed())
        new = Snapshot(
            name: "new", extractor: "1", documents: new.documents.reversed(), records: new.records.reversed())
        let shuffled = Comparison(from: old, to: new)
        #expect(shuffled.changes == edit.comparison.changes)
        #expect(shuffled.snapshot == edit.comparison.snapshot)
    }

    /// Every change stands alone: kind, fields, and a sentence; fingerprints tell them apart.
    @Test(arguments: Edit.all) func `is readable alone`(_ edit: Edit) {
        let changes = edit.comparison.changes.changes
        #expect(Set(changes.map(\.fingerprint)).count == changes.count)
        for change in changes {
            #expect(change.fingerprint.utf8.count == 16)
            #expect(ChangeRule(rawValue: change.id) != nil)
            #expect(!change.text.isEmpty && !change.text.contains("``"))
            #expect((change.before == nil) == (change.operation == .added))
            #expect((change.after == nil) == (change.operation == .removed))
            let isChange = change.operation == .changed || change.id == ChangeRule.documentRenamed.rawValue
            #expect(change.fields.isEmpty != isChange)
        }
    }

    /// A ledger gives back what was compared, to the last line number.
    @Test(arguments: Edit.all) func `is replayed from the ledger`(_ edit: Edit) throws {
        let store = TemporaryLedger()
        try store.append(Edit.Corpus().pages)
        let before = try #require(try store.ledger.head()).snapshot
        let comparison = Comparison(from: before, to: Snapshot("new", edit.edited.pages))
        try store.ledger.writer().append(comparison, date: "2025-03-02")
        #expect(try store.ledger.verify() == 2)
        let release = try store.ledger.release()
        #expect(release.records == comparison.snapshot.records)
        #expect(release.history[0].changes.changes == comparison.changes.changes)
        #expect(try store.ledger.head()?.snapshot.retired == comparison.snapshot.retired)
        // Back again: every record is the one that it was.
        try store.append(Edit.Corpus().pages, on: "2025-03-03")
        #expect(try #require(try store.ledger.head()).snapshot.records.map(\.id) == before.records.map(\.id))
    }
}
