import Foundation
import TestSupport
import Testing

struct HostListTests {
    @Test func `it keeps a transformer's promises`() {
        #expect(TransformerConformance.violations(of: HostList.self) == [])
    }

    @Test func `the page on writing a transformer shows this very code`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let code = try String(contentsOf: folder.appending(path: "HostList.swift"), encoding: .utf8)
        let page = try String(
            contentsOf: folder.appending(
                path: "../../../Sources/TransformerKit/TransformerKit.docc/WritingATransformer.md"),
            encoding: .utf8)
        #expect(page.contains("```swift\n\(code)```"))
    }
}
