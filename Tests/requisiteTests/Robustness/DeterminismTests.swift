import TestSupport
import Testing

/// The same input gives the same bytes.
struct DeterminismTests {
    /// Every file of a run over pages that were put there in this order.
    private func output(
        of hosts: [String], reversed: Bool, jobs: String, environment: [String: String]
    ) throws -> [String: [UInt8]] {
        let folder = try TemporaryFolder(files: ["requisite.yml": ""])
        for host in reversed ? hosts.reversed() : hosts {
            try folder.write(page("\(host).example.com", "shared.example.com"), to: "Corpus/\(host).md")
        }
        let result = try Tool.run("run", "--jobs", jobs, in: folder, environment: environment)
        #expect(result.status == 0, "\(result.errors)")
        return folder.contents
    }

    @Test func `neither order nor cores nor locale nor time zone matter`() throws {
        let hosts = (0..<40).map { "host-\($0 * 7 % 40)" } + ["Ärger", "ärger", "I", "i", "ı", "Z", "_"]
        let wanted = try output(of: hosts, reversed: false, jobs: "1", environment: [:])
        #expect(wanted.count > 10)
        for environment in [
            ["TZ": "Pacific/Kiritimati", "LC_ALL": "C"], ["TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8"],
        ] {
            for jobs in ["2", "8"] {
                let found = try output(of: hosts, reversed: true, jobs: jobs, environment: environment)
                #expect(found == wanted, "\(jobs) jobs, \(environment)")
            }
        }
    }
}
