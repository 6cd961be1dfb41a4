import TestSupport
import Testing

/// Scripts decide by the exit status; people read the message.
struct ExitStatusTests {
    private func project(_ configuration: String = "", _ files: [String: String] = [:]) throws -> TemporaryFolder {
        let all = files.merging(["requisite.yml": configuration]) { $1 }
        return try TemporaryFolder(files: all)
    }

    @Test(arguments: [
        (["extrct"], "extract"), (["extract", "--formt", "csv", "x"], "--format"), (["diff", "one"], "--git A..B"),
        (["extract", "--jobs", "0", "x"], "--jobs"), (["run", "--date", "31.1.2026"], "2026-01-31"),
        (["changelog", "--from", "yesterday"], "202601310001"), (["schema", "configuraton"], "configuration"),
        (["transformers", "catalog-jso"], "catalog-json"), (["run", "-q", "-v"], "--quiet"),
    ])
    func `a wrong command line is 64 and names what was meant`(arguments: [String], hint: String) throws {
        let result = try Tool.run(arguments, in: TemporaryFolder())
        #expect(result.status == 64)
        #expect(result.errors.contains(hint), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test func `nothing to read is 66`() throws {
        let empty = try TemporaryFolder()
        #expect(try Tool.run("extract", "nothing.md", in: empty).status == 66)
        #expect(try Tool.run("diff", "a", "b", in: empty).status == 66)
        #expect(try Tool.run("extract", ".", in: TemporaryFolder(files: ["picture.png": ""])).status == 66)
        #expect(try Tool.run("run", in: empty).status == 66)
        #expect(try Tool.run("run", in: project()).status == 66)
        #expect(try Tool.run("run", in: project("", ["Corpus/picture.png": ""])).status == 66)
        #expect(try Tool.run("check", in: project("", ["Corpus/a.md": page("a.example.com")])).status == 66)
        #expect(try Tool.run("log", in: project("", ["Corpus/a.md": page("a.example.com")])).status == 66)
    }

    @Test func `a wrong configuration is 78 and says where`() throws {
        let result = try Tool.run("run", in: project("transformers:\n  catalog-jsn:\n"))
        #expect(result.status == 78)
        #expect(result.errors.contains("requisite.yml:2:3: error: "))
        #expect(result.errors.contains("did you mean 'catalog-json'?"))
    }

    @Test func `a folder beside a file cannot be compared`() throws {
        let folder = try project("", ["a/x.md": "", "b.md": ""])
        #expect(try Tool.run("diff", "a", "b.md", in: folder).status == 64)
    }

    @Test func `an output that cannot be written is 73`() throws {
        let folder = try project("", ["Corpus/a.md": page("a.example.com"), "Output": "a file, not a folder"])
        let result = try Tool.run("run", in: folder)
        #expect(result.status == 73)
        #expect(result.errors.contains("Output"))
        #expect(folder.text(of: "Output") == "a file, not a folder")
    }
}
