import BuiltInTransformers
import Foundation
import RequirementModel
import TestSupport
import Testing
import TransformerKit

struct BuiltInTransformersTests {
    static let names = BuiltInTransformers.registry.all.map { $0.descriptor.name }

    @Test(arguments: names)
    func `every transformer keeps its promises`(name: String) throws {
        let type = try BuiltInTransformers.registry.transformer(named: name)
        #expect(TransformerConformance.violations(of: type) == [])
    }

    /// `Plugins/AzureFirewallTransformer` holds `azure-firewall`; case and hyphens are all that differs.
    @Test func `the list and the folders in Plugins name the same transformers`() throws {
        let plugins = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Plugins").standardized
        let folders = try FileManager.default.contentsOfDirectory(atPath: plugins.path)
            .filter { $0.hasSuffix("Transformer") }.map { $0.dropLast("Transformer".count).lowercased() }
        let registered = Self.names.map { $0.split(separator: "-").joined() }
        #expect(registered.sorted() == folders.sorted())
        #expect(Self.names == Set(Self.names).sorted())
    }

    @Test func `a misspelt name is answered with the nearest`() {
        let error = #expect(throws: UnknownTransformer.self) {
            try BuiltInTransformers.registry.transformer(named: "azure-firewal")
        }
        #expect(error?.description.contains("did you mean 'azure-firewall'?") == true)
    }

    @Test func `schemas have names of their own`() {
        let names = BuiltInTransformers.registry.schemas.map(\.name)
        #expect(names == Set(names).sorted())
        #expect(names.contains("diff"))
    }
}
