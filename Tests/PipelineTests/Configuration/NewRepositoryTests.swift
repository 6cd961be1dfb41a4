import BuiltInTransformers
import TestSupport
import Testing

@testable import Pipeline

struct NewRepositoryTests {
    @Test func itsConfigurationIsValidAndItsCorpusHasADocument() throws {
        let folder = try TemporaryFolder()
        #expect(try NewRepository(folder: folder.path(of: "new")).create().map(\.isNew) == [true, true])
        let configuration = try Configuration.read(
            folder.path(of: "new/requisite.yml"), registry: BuiltInTransformers.registry)
        #expect(try configuration.corpusFolder.documents().files.map(\.path) == ["example.md"])
    }

    @Test func whatIsThereStays() throws {
        let folder = try TemporaryFolder(files: ["requisite.yml": "corpus: Corpus\n", "Corpus/mine.md": "mine"])
        let before = folder.contents
        #expect(try NewRepository(folder: folder.path).create().map(\.isNew) == [false])
        #expect(folder.contents == before)
    }
}
