import RequirementModel
import Testing

struct DocumentOriginTests {
    @Test(arguments: [
        ("https://github.com/o/n", "https://github.com/o/n/blob/C/d/p.md?plain=1#L7"),
        ("https://github.com/o/n.git", "https://github.com/o/n/blob/C/d/p.md?plain=1#L7"),
        ("git@github.com:o/n.git", "https://github.com/o/n/blob/C/d/p.md?plain=1#L7"),
        ("ssh://git@github.com:22/o/n.git/", "https://github.com/o/n/blob/C/d/p.md?plain=1#L7"),
        (
            "https://gitlab.example.com:8443/a/b/c",
            "https://gitlab.example.com:8443/a/b/c/-/blob/C/d/p.md?plain=1#L7"
        ),
        ("https://codeberg.org/o/n", "https://codeberg.org/o/n/src/commit/C/d/p.md?display=source#L7"),
        ("https://bitbucket.org/o/n", "https://bitbucket.org/o/n/src/C/d/p.md#lines-7"),
        ("https://github.com/o)/n|x", "https://github.com/o%29/n%7Cx/blob/C/d/p.md?plain=1#L7"),
    ])
    func `hosts that show files are known by their names, however the repository is written`(
        repository: String, address: String
    ) {
        #expect(DocumentOrigin.git(repository: repository, commit: "C", path: "d/p.md").address(line: 7) == address)
    }

    @Test(arguments: [
        "/srv/docs.git", "../docs", "file:///srv/github/docs.git", "https://git.example.com/o/n", "C:/github/x", "",
    ])
    func `nothing is made up for a repository of which nobody knows how it shows files`(repository: String) {
        #expect(DocumentOrigin.git(repository: repository, commit: "C", path: "p.md").address(line: 7) == nil)
    }

    @Test
    func `a path cannot become another part of the address, a page is opened at the title of the section`() {
        let file = DocumentOrigin.git(repository: "https://github.com/o/n", commit: "C", path: "a b/#?%(1).md")
        #expect(file.address() == "https://github.com/o/n/blob/C/a%20b/%23%3F%25%281%29.md?plain=1")
        let page = DocumentOrigin.web(address: "https://docs.example.com/p?x=1#top")
        #expect(page.address(line: 9) == "https://docs.example.com/p?x=1")
        #expect(
            page.address(section: ["Rules", "Pre-check, (all)"])
                == "https://docs.example.com/p?x=1#:~:text=Pre%2Dcheck%2C%20%28all%29")
    }

    @Test func `JSON`() throws {
        for origin in [
            DocumentOrigin.git(repository: "r", commit: "c", path: "p"), .web(address: "https://a.example/"),
        ] {
            var writer = JSONWriter()
            writer.object { origin.writeMember(to: &$0) }
            var reader = JSONReader(writer.bytes)
            try reader.beginObject()
            #expect(try reader.nextKey() == "origin")
            #expect(try DocumentOrigin(from: &reader) == origin)
        }
    }
}
