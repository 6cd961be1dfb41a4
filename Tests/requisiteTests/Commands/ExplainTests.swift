import Foundation
import TestSupport
import Testing

/// `explain`: from a flow back to the line that asks for it.
struct ExplainTests {
    private static let page = """
        # Outbound rules

        The agent requires outbound access to:

        | Destination | Protocol | Port | Purpose |
        |---|---|---|---|
        | `*.blob.example.com` | TCP | 443 | Disks |
        | `{region}.api.example.com` | TCP | 8443 | Control plane |
        | 10.20.0.0/16 | UDP | 1000-2000 | Peers |
        | `time.example.com` | UDP | 123 | Clock |

        """

    private func explained(_ flow: String, in folder: TemporaryFolder) throws -> [String] {
        struct Answer: Decodable {
            struct Reason: Decodable {
                struct Record: Decodable { var line: Int }
                struct Rule: Decodable { var artifact, text: String }
                var match: String
                var record: Record
                var rules: [Rule]
            }
            var reasons: [Reason]
        }
        let result = try Tool.run("explain", flow, "--format", "json", in: folder)
        #expect(result.status == 0)
        let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
        return answer.reasons.map { "\($0.record.line) \($0.match)" }
    }

    @Test func `a flow is traced to its line its version and its rule`() throws {
        let folder = try TemporaryFolder(files: [
            "requisite.yml": "transformers:\n  azure-firewall:\n  catalog-csv:\n", "Corpus/a.md": Self.page,
        ])
        #expect(try Tool.run("run", "--date", "2026-01-01", in: folder).status == 0)
        #expect(try explained("disk1.blob.example.com:443", in: folder) == ["7 covered"])
        #expect(try explained("disk1.blob.example.com:80", in: folder) == [])
        #expect(try explained("*.blob.example.com", in: folder) == ["7 exact"])
        #expect(try explained("west.api.example.com:8443", in: folder) == ["8 placeholder"])
        #expect(try explained("10.20.3.4:1500", in: folder) == ["9 covered"])
        #expect(try explained("10.21.3.4:1500", in: folder) == [])
        #expect(try explained("https://disk1.blob.example.com/path?x=1", in: folder) == ["7 covered"])

        let text = try Tool.run("explain", "disk1.blob.example.com:443", in: folder).output
        #expect(text.contains("a.md:7:"))
        #expect(text.contains("| `*.blob.example.com` | TCP | 443 | Disks |"))
        #expect(text.contains("came with 202601010001 on 2026-01-01"))
        #expect(text.contains("azure-firewall/AzureCloud.template.json:"))

        try folder.write(Self.page.replacing("| Disks |", with: "| Disks and images |"), to: "Corpus/a.md")
        #expect(try Tool.run("run", "--date", "2026-02-01", in: folder).status == 0)
        let later = try Tool.run("explain", "disk1.blob.example.com", in: folder).output
        #expect(later.contains("came with 202601010001") && later.contains("changed with 202602010001 on 2026-02-01"))
        let none = try Tool.run("explain", "nobody.example.org:443", in: folder)
        #expect(
            none.status == 0
                && none.output.contains("No record of version 202602010001 asks for nobody.example.org:443"))
        #expect(try Tool.run("explain", "host:port", in: folder).status == 64)
    }
}
