import BuiltInTransformers
import RequirementModel
import Testing
import TransformerKit

@testable import Pipeline

struct ConfigurationReaderTests {
    private func parse(_ text: String) throws -> Configuration {
        try Configuration.parse(Array(text.utf8), file: "requisite.yml", registry: BuiltInTransformers.registry)
    }

    private func faults(_ text: String) -> [String] {
        do {
            _ = try parse(text)
            return []
        } catch let invalid as InvalidConfiguration {
            return invalid.diagnostics.map { "\($0)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `an empty file means the defaults`() throws {
        let configuration = try parse("")
        #expect(configuration.corpus == "Corpus")
        #expect(configuration.output == "Output")
        #expect(configuration.transformers.map(\.name) == BuiltInTransformers.registry.all.map { $0.descriptor.name })
    }

    @Test func `everything is read`() throws {
        let configuration = try parse(
            """
            corpus: pages
            output: ../results
            documents:
              include: ["**/*.md", docs/]
              exclude: drafts/
            transformers:
              catalog-json:
              catalog-csv: {}
            aliases:
              documents: {aks: clusters/outbound.md}
              service-tags:
                Azure Blob: Storage
            """)
        #expect(configuration.corpus == "pages")
        #expect(configuration.output == "../results")
        #expect(configuration.documents.include.map(\.description) == ["**/*.md", "docs/"])
        #expect(configuration.documents.exclude.map(\.description) == ["drafts/"])
        #expect(configuration.transformers.map(\.name) == ["catalog-csv", "catalog-json"])
        #expect(configuration.documentAliases == ["aks": "clusters/outbound.md"])
        #expect(configuration.serviceTagAliases == ["Azure Blob": "Storage"])
    }

    @Test func `paths are relative to the file`() throws {
        let configuration = try Configuration.parse(
            Array("corpus: pages".utf8), file: "/srv/net/requisite.yml", registry: BuiltInTransformers.registry)
        #expect(configuration.corpusFolder.root.description == "/srv/net/pages")
        #expect(configuration.outputFolder.description == "/srv/net/Output")
    }

    @Test func `every fault is found with its place and what was meant`() {
        let faults = faults(
            """
            corpsu: x
            output: [a]
            transformers:
              catalog-jsn:
              catalog-csv: {größe: 1, delimiters: x}
            documents:
              inclde: []
            """)
        #expect(
            faults == [
                "requisite.yml:1:1: error: the configuration has no key 'corpsu'; did you mean 'corpus'? [unknown-key]",
                "requisite.yml:2:9: error: must be a string [invalid-value]",
                "requisite.yml:4:3: error: there is no transformer 'catalog-jsn'; did you mean 'catalog-json'? "
                    + "[unknown-transformer]",
                "requisite.yml:5:17: error: option 'größe': 'catalog-csv' has no such option; it takes none [invalid-option]",
                "requisite.yml:5:29: error: option 'delimiters': 'catalog-csv' has no such option; it takes none [invalid-option]",
                "requisite.yml:7:3: error: 'documents' has no key 'inclde'; did you mean 'include'? [unknown-key]",
            ])
    }

    @Test(arguments: ["corpus: [", "a: b\n c", "corpus: x\ncorpus: y", "- list", "&a [*a]", "\"unclosed"])
    func `what is no mapping is refused with its place`(text: String) {
        let faults = faults(text)
        #expect(!faults.isEmpty)
        #expect(faults.allSatisfy { $0.hasPrefix("requisite.yml:") })
    }

    /// Nine levels of ten aliases each: a thousand million strings, were they all walked.
    @Test func `an alias bomb is refused`() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1..<9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(faults(text + "documents: {include: *a8}\n").contains { $0.contains("[invalid-value]") })
    }
}
