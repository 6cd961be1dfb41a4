public import RequirementModel

/// Reads Markdown as vendors write it: CommonMark by libcmark, and on top of it what their sites add.
///
/// The folders follow the way of the text: `FrontMatter` is cut off, `Directives` are taken out, `CommonMark` parses the rest,
/// `Blocks` and `Inlines` turn its tree into values, `PipeTables` and `EmbeddedHTML` read what libcmark does not. This module
/// and `HTMLReading` are the only ones that touch a C pointer; none leaves ``read(_:path:)``.
public struct MarkdownReader: Sendable {
    private let htmlReader: any HTMLFragmentReader

    /// A reader that gives raw HTML inside Markdown to `htmlReader`.
    public init(htmlReader: any HTMLFragmentReader) {
        self.htmlReader = htmlReader
    }

    /// Reads a page.
    /// - Parameters:
    ///   - bytes: UTF-8 without a byte order mark.
    ///   - path: the path that diagnostics name.
    public func read(_ bytes: [UInt8], path: String) -> Reading {
        var document = Document(path: path, format: .markdown)
        var source = SourceText(bytes)
        let frontMatter = FrontMatter(of: source, path: path)
        if let frontMatter {
            document.title = frontMatter.title
            document.metadata = frontMatter.fields
            source = source.skipping(lines: frontMatter.lineCount)
        }
        var page = Page(source, path: path, htmlReader: htmlReader)
        document.blocks = page.blocks()
        return Reading(document: document, diagnostics: (frontMatter?.diagnostics ?? []) + page.diagnostics)
    }
}
