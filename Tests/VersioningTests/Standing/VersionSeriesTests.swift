import Foundation
import RequirementModel
import Testing

@testable import Versioning

@Suite struct VersionSeriesTests {
    /// Edits that follow each other, each undone by the next but one.
    static let states: [[Page]] = Edit.all.flatMap { [Edit.Corpus().pages, $0.edited.pages] }

    /// A version that is made of what changed alone is, to the last byte, the one that is made of everything.
    @Test(arguments: [1, 3, 7]) func `writes what comparing everything writes`(flushed interval: Int) throws {
        let (whole, parts) = (TemporaryLedger(), TemporaryLedger())
        let commit = SourceCommit(
            hash: String(repeating: "a", count: 40), subject: "Edit", authored: "2025-01-01T00:00:00Z",
            committed: "2025-01-01T00:00:00Z")
        let writer = try whole.ledger.writer()
        var series = VersionSeries(following: try parts.ledger.writer())
        var standing: [String: Page] = [:]
        for (index, pages) in Self.states.enumerated() {
            // Half of the pages come with other lines each time, which alone makes no version.
            let pages = pages.map { page in
                var page = page
                if page.path == "portal.md" {
                    page.records.indices.forEach { page.records[$0].location.position.line += index }
                }
                return page
            }
            let date = "2025-0\(1 + index / 25)-01"
            let state = Snapshot("new", pages)
            let comparison = Comparison(from: writer.head?.snapshot, toCommitted: state)
            if !comparison.changes.changes.isEmpty { try writer.append(comparison, date: date, commit: commit) }

            let now = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0) })
            let touched = Set(standing.keys).union(now.keys).filter { standing[$0]?.records != now[$0]?.records }
            let changed = ChangedPages(
                name: "new", extractor: "1",
                records: Dictionary(uniqueKeysWithValues: touched.map { ($0, now[$0]?.records ?? []) }), files: touched,
                documents: state.documents.filter { touched.contains($0.path) })
            let isNew = try series.stage(changed, date: date, commit: commit)
            #expect(isNew == !comparison.changes.changes.isEmpty)
            if isNew { standing = now }
            if index.isMultiple(of: interval) { try series.flush() }
        }
        try series.flush()
        #expect(try parts.names == whole.names)
        for name in try whole.names {
            #expect(try Data(contentsOf: parts.file(name)) == Data(contentsOf: whole.file(name)), "\(name)")
        }
        #expect(try parts.ledger.verify() == whole.names.count - 1)
    }

    /// Of rows that stand there twice, one that goes is the same one, whatever stands around it.
    @Test func `matches repeated rows as a whole`() throws {
        let row = LedgerTests.first.records[0]
        let old = LedgerTests.first.edited { $0 = [row, $0[1], row, $0[2], row] }
        for gone in [0, 2, 4] {
            let new = old.edited { $0.remove(at: gone) }
            let difference = PageDifference(from: old.records, to: new.records)
            #expect(difference.old.count == 5 && difference.new.count == 4)
        }
        let edited = old.edited { $0[1].edit { $0.purpose = "Other" } }
        let difference = PageDifference(from: old.records, to: edited.records)
        #expect(difference.old.count == 1 && difference.new.count == 1)
    }
}
