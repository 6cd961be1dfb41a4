import BuiltInTransformers
import Fetching
import RequirementModel
import Testing

@testable import Pipeline

struct SourceDeclarationsTests {
    private func parse(_ text: String) throws -> [Source] {
        try Configuration.parse(Array(text.utf8), file: "requisite.yml", registry: BuiltInTransformers.registry).sources
    }

    @Test func `every kind is read`() throws {
        let sources = try parse(
            """
            sources:
              - name: aks
                git: https://github.com/MicrosoftDocs/azure-aks-docs
                ref: main
                paths: [articles/aks/rules.md, 'includes/**/*.md']
              - {name: near, git: ../docs, paths: docs}
              - name: portal
                https: [https://docs.example.com/a, https://docs.example.com/b]
            """)
        #expect(sources.map(\.name) == ["aks", "near", "portal"])
        #expect(
            sources.map(\.kind).prefix(2) == [
                .git(
                    GitSource(
                        repository: "https://github.com/MicrosoftDocs/azure-aks-docs", ref: "main",
                        paths: ["articles/aks/rules.md", "includes/**/*.md"])),
                .git(GitSource(repository: "../docs", paths: ["docs"])),
            ])
        let web = WebSource(addresses: ["https://docs.example.com/a", "https://docs.example.com/b"])
        #expect(sources[2].kind == .https(web))
        #expect(try parse("sources:\n").isEmpty)
    }

    @Test func `a web source says what a page may cost`() throws {
        let source = "- {name: a, https: ['https://a.example/', 'http://localhost:8080/b'], timeout: 5, page-limit: 2}"
        let web = WebSource(
            addresses: ["https://a.example/", "http://localhost:8080/b"], limits: WebLimits(seconds: 5, bytes: 2 << 20))
        #expect(try parse("sources:\n  \(source)\n").map(\.kind) == [.https(web)])
    }

    @Test(arguments: [
        ("- {name: a, gti: x, paths: [p]}", "unknown-key", "did you mean 'git'?"),
        ("- {git: x, paths: [p]}", "invalid-source", "lacks its 'name'"),
        ("- {name: ../a, git: x, paths: [p]}", "invalid-source", "cannot be a folder's name"),
        ("- {name: .git, git: x, paths: [p]}", "invalid-source", "cannot be a folder's name"),
        ("- {name: a}", "invalid-source", "says not where it is"),
        ("- {name: a, git: x}", "invalid-source", "lacks its 'paths'"),
        ("- {name: a, git: x, paths: [../p]}", "invalid-source", "no path below"),
        ("- {name: a, git: x, paths: []}", "invalid-source", "names nothing"),
        ("- {name: a, git: --upload-pack=x, paths: [p]}", "invalid-source", "is no repository"),
        ("- {name: a, git: x, ref: --all, paths: [p]}", "invalid-source", "cannot be a branch"),
        ("- {name: a, git: x, ref: 'a:b', paths: [p]}", "invalid-source", "cannot be a branch"),
        ("- {name: a, https: 'ftp://a.example/'}", "invalid-source", "no https address"),
        ("- {name: a, https: 'https://a.example/', ref: main}", "invalid-source", "'ref' belongs to a git source"),
        ("- {name: a, git: x, https: 'https://a.example/', paths: [p]}", "invalid-source", "both"),
        ("- {name: a, https: 'http://a.example/'}", "invalid-source", "not encrypted"),
        ("- {name: a, https: 'https://a.example/', timeout: 0}", "invalid-value", "from 1 to"),
        ("- {name: a, https: 'https://a.example/', page-limit: much}", "invalid-value", "a whole number"),
        ("- {name: a, git: x, paths: [p], timeout: 5}", "invalid-source", "'timeout' belongs to an https source"),
        ("- {name: a, git: 'https://me:s3cret@a.example/x', paths: [p]}", "credentials", "https://…@a.example/x"),
        ("- {name: a, https: 'https://s3cret@a.example/x'}", "credentials", "https://…@a.example/x"),
        ("- {name: a, git: x, paths: [p]}\n  - {name: A, git: y, paths: [p]}", "duplicate-source", "'A'"),
        ("{a: b}", "invalid-value", "must be a list"),
    ])
    func `what is wrong is said with its place and what was meant`(source: String, id: String, words: String) throws {
        let error = #expect(throws: InvalidConfiguration.self) { try parse("sources:\n  \(source)\n") }
        let fault = try #require(error?.diagnostics.first)
        #expect(error?.diagnostics.count == 1)
        #expect(fault.id == id)
        #expect(fault.message.contains(words), "\(fault)")
        #expect(!fault.message.contains("s3cret"))
        #expect(fault.location.position.line >= 2)
    }
}
