import BuiltInTransformers
import Fetching
import RequirementModel
import Testing

@testable import Pipeline

@Suite struct WebSourceDeclarationTests {
    private func read(_ source: String) throws -> Configuration {
        try Configuration.parse(
            Array("sources:\n- name: vendor\n  \(source)\n".utf8), file: "requisite.yml",
            registry: BuiltInTransformers.registry)
    }

    @Test func saysWhereThePagesAreAndWhatTheyMayCost() throws {
        let plain = try read("https: https://docs.example.com/rules")
        #expect(plain.sources.map(\.kind) == [.https(WebSource(addresses: ["https://docs.example.com/rules"]))])
        let full = try read("https: [https://a.example.com/a, http://localhost:8080/b]\n  timeout: 5\n  page-limit: 2")
        let limits = WebLimits(seconds: 5, bytes: 2 << 20)
        let addresses = ["https://a.example.com/a", "http://localhost:8080/b"]
        #expect(full.sources.map(\.kind) == [.https(WebSource(addresses: addresses, limits: limits))])
    }

    @Test(arguments: [
        ("https: []", "invalid-source"), ("https: http://docs.example.com/", "invalid-source"),
        ("https: https://user:secret@docs.example.com/", "credentials"),
        ("https: ftp://docs.example.com/", "invalid-source"),
        ("https: https://a.example.com/\n  timeout: 0", "invalid-value"),
        ("https: https://a.example.com/\n  page-limit: much", "invalid-value"),
        ("https: https://a.example.com/\n  ref: main", "invalid-source"),
        ("git: https://a.example.com/\n  paths: [a.md]\n  timeout: 5", "invalid-source"),
    ])
    func isRefusedWhereItMakesNoSense(source: String, id: String) {
        let error = #expect(throws: InvalidConfiguration.self) { try read(source) }
        #expect(error?.diagnostics.map(\.id) == [id])
        #expect(error?.diagnostics.contains { $0.message.contains("secret") } == false)
    }
}
