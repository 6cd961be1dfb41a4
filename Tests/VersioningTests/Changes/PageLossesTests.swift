import RequirementModel
import Testing

@testable import Versioning

@Suite struct PageLossesTests {
    private static func page(_ count: Int, at path: String = "rules.md") -> Page {
        Page((0..<count).map { NetworkRequirement("h\($0).example", tcp: 443) }, at: path)
    }

    private static let other = page(1, at: "other.md").edited { $0[0].edit { $0.destinations = [.init(.any)] } }

    private static func comparison(
        _ old: Page, _ new: Page, redirects: [String: String] = [:], accepted: Set<String> = []
    ) -> Comparison {
        // A page that yields nothing is a document all the same.
        var after = Snapshot("new", [new, other])
        after.redirects = redirects
        return Comparison(from: Snapshot("old", [old, other]), to: after, accepted: accepted)
    }

    @Test(arguments: [(2, 0), (7, 3), (100, 0), (100, 49)])
    func `a loss is no removal`(_ before: Int, _ now: Int) throws {
        let comparison = Self.comparison(Self.page(before), Self.page(now))
        let loss = try #require(comparison.losses.first)
        #expect(comparison.changes.changes.isEmpty)
        #expect(loss.id == "document-shrunk" && loss.level == .error && loss.document == "rules.md" && loss.isOfPage)
        #expect(loss.text.contains("`rules.md`") && loss.text.contains("requisite accept \(loss.fingerprint)"))
        let accepted = Self.comparison(Self.page(before), Self.page(now), accepted: [loss.fingerprint])
        #expect(accepted.changes.changes.map(\.id) == Array(repeating: "requirement-removed", count: before - now))
        #expect(accepted.losses == [loss])
        // It is of this loss alone: of a greater one it is not.
        let worse = Self.comparison(
            Self.page(before + 3), Self.page(now), accepted: [loss.fingerprint])
        #expect(worse.changes.changes.isEmpty)
    }

    @Test(arguments: [(1, 0), (4, 2), (3, 1), (8, 4), (100, 50)])
    func `rows may go`(_ before: Int, _ now: Int) {
        let comparison = Self.comparison(Self.page(before), Self.page(now))
        #expect(comparison.losses.isEmpty)
        #expect(comparison.changes.changes.count == before - now)
    }

    @Test func `a page that moved says where to`() throws {
        let comparison = Self.comparison(Self.page(1), Self.page(0), redirects: ["rules.md": "/network/rules"])
        let loss = try #require(comparison.losses.first)
        #expect(loss.id == "document-redirected" && loss.text.contains("has moved to `/network/rules`"))
        #expect(comparison.changes.changes.isEmpty)
    }

    /// What is merged into one row, put on another page, or exchanged is not lost.
    @Test func `nothing is lost that stands elsewhere`() {
        let merged = Page(
            [
                NetworkRequirement(
                    destinations: (0..<10).map { Destination(.fqdn("h\($0).example")) },
                    services: [Service(transport: "TCP", port: PortRange(443))])
            ], at: "rules.md")
        #expect(Self.comparison(Self.page(10), merged).losses.isEmpty)
        let exchanged = Self.page(10).edited { records in
            for index in records.indices { records[index].edit { $0.destinations = [.init(.fqdn("x\(index).test"))] } }
        }
        #expect(Self.comparison(Self.page(10), exchanged).losses.isEmpty)
        let moved = Comparison(
            from: Snapshot("old", [Self.page(10)]),
            to: Snapshot("new", [Self.page(0), Self.page(10, at: "elsewhere.md")]))
        #expect(moved.losses.isEmpty && moved.changes.impact == .editorial)
    }

    /// A page that was taken away, and one that only another extractor reads otherwise, are no surprise.
    @Test func `what somebody did is a removal`() {
        let gone = Comparison(from: Snapshot("old", [Self.page(9), Self.other]), to: Snapshot("new", [Self.other]))
        #expect(gone.losses.isEmpty && gone.changes.changes.count == 9)
        var (old, new) = (Self.page(9), Self.page(0))
        (old.digest, new.digest) = ("same", "same")
        let reread = Comparison(from: Snapshot("old", [old], extractor: "0"), to: Snapshot("new", [new]))
        #expect(reread.losses.isEmpty && reread.changes.changes.count == 9 && reread.changes.level == nil)
    }
}
