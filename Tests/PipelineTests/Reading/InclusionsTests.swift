import RequirementModel
import TestSupport
import Testing

@testable import Pipeline

struct InclusionsTests {
    /// The page's paragraphs in reading order, each with its file, and the ids of what was in the way.
    private func read(_ page: String, in folder: TemporaryFolder) throws -> (text: [String], diagnostics: [String]) {
        let root = DiskPath(folder.path)
        let file = SourceFile(
            path: page, diskPath: DiskPath(page, relativeTo: root), root: .init(diskPath: root, prefix: ""))
        let reader = DocumentReader(format: .markdown)
        var document = reader.read(try FileReading.bytes(of: file), path: page).document
        let inclusions = Inclusions(
            filling: &document.blocks, of: page, at: file.diskPath?.resolved, in: file.root, reader: reader)
        return (words(document.blocks, in: page), inclusions.diagnostics.map { "\($0.location) \($0.id)" })
    }

    private func words(_ blocks: [Block], in file: String) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let text): ["\(file): \(text.text)"]
            case .include(let inclusion): words(inclusion.blocks, in: inclusion.file ?? "?")
            case .list(let list): list.items.flatMap { words($0.blocks, in: file) }
            case .note(let note): words(note.blocks, in: file)
            default: []
            }
        }
    }

    @Test func `files stand where they are included`() throws {
        let folder = try TemporaryFolder(files: [
            "docs/page.md": "Before\n\n[!INCLUDE [ports](includes/ports.md)]\n\nAfter\n",
            "docs/includes/ports.md": "Ports\n\n[!INCLUDE [hosts](../../shared/hosts.md)]\n",
            "shared/hosts.md": "Hosts\n\n[!INCLUDE [end](~/end.md)]\n",
            "end.md": "End\n",
        ])
        let (text, diagnostics) = try read("docs/page.md", in: folder)
        #expect(
            text == [
                "docs/page.md: Before", "docs/includes/ports.md: Ports", "shared/hosts.md: Hosts", "end.md: End",
                "docs/page.md: After",
            ])
        #expect(diagnostics.isEmpty)
    }

    @Test func `generators look around the page`() throws {
        let folder = try TemporaryFolder(files: [
            "docs/guides/page.md": """
            {% include ports.md %}

            --8<-- "snippets/hosts.md"

            {{< include "/docs/root.md" >}}

            {% include ../../../secret.md %}

            {% include toc.html %}
            """,
            "docs/guides/ports.md": "A page\n", "docs/_includes/ports.md": "Far\n",
            "docs/guides/_includes/ports.md": "Near\n\n{% include ports.md %}\n",
            "snippets/hosts.md": "Hosts\n", "docs/root.md": "Root\n",
        ])
        let (text, diagnostics) = try read("docs/guides/page.md", in: folder)
        #expect(
            text == [
                "docs/guides/_includes/ports.md: Near", "docs/guides/ports.md: A page", "snippets/hosts.md: Hosts",
                "docs/root.md: Root",
            ])
        #expect(
            diagnostics == [
                "docs/guides/page.md:7:1 include-outside-corpus", "docs/guides/page.md:9:1 include-missing",
            ])
    }

    @Test func `a cycle is cut and reported`() throws {
        let folder = try TemporaryFolder(files: [
            "a.md": "A\n\n[!INCLUDE [b](b.md)]\n", "b.md": "B\n\n[!INCLUDE [a](a.md)]\n",
        ])
        let (text, diagnostics) = try read("a.md", in: folder)
        #expect(text == ["a.md: A", "b.md: B"])
        #expect(diagnostics == ["b.md:3:1 include-cycle"])
    }

    @Test func `nothing outside the root is read`() throws {
        let secret = try TemporaryFolder(files: ["secret.md": "Secret\n"])
        let folder = try TemporaryFolder(files: [
            "page.md": """
            [!INCLUDE [a](../secret.md)]

            [!INCLUDE [b](\(secret.path)/secret.md)]

            [!INCLUDE [c](link/secret.md)]

            [!INCLUDE [d](missing.md)]
            """
        ])
        try folder.link("link", to: secret.path)
        let (text, diagnostics) = try read("page.md", in: folder)
        #expect(text.isEmpty)
        #expect(
            diagnostics == [
                "page.md:1:1 include-outside-corpus", "page.md:3:1 include-outside-corpus",
                "page.md:5:1 include-outside-corpus", "page.md:7:1 include-missing",
            ])
    }

    /// Each level includes the next one twice: two to the power of the levels, were there no limit.
    @Test func `a bomb is defused`() throws {
        let folder = try TemporaryFolder()
        for level in 0..<40 {
            let include = "[!INCLUDE [x](\(level + 1).md)]\n\n"
            try folder.write(include + include, to: "\(level).md")
        }
        try folder.write("end\n", to: "40.md")
        #expect(try read("0.md", in: folder).diagnostics.contains { $0.hasSuffix("include-limit") })
    }
}
