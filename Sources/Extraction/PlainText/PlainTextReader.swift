public import RequirementModel

/// Reads plain text: what a browser's copy of a page, a text dump, or a lightly marked-up text file gives.
///
/// Text states its structure by shape alone, so each kind of block has a recogniser that looks at lines:
/// `SourceText` → `BlockScanner` (headings, lists, notes, code, tables, paragraphs) → `HeadingLevels` → blocks.
/// Where the shape does not tell, the lines stay a paragraph: a missing table is seen in the books, a wrong one is not.
///
/// The cost is linear in the length of the text, and no recursion follows its nesting further than a fixed depth.
public struct PlainTextReader: Sendable {
    /// A reader; it keeps no state between texts.
    public init() {}

    /// The document that `bytes` hold: UTF-8 without a byte order mark, known as `path`.
    public func read(_ bytes: [UInt8], path: String) -> Reading {
        let text = SourceText(bytes)
        let front = FrontMatter(text)
        let scanned = BlockScanner(text).scan(front.end..<text.lines.count, depth: 0).settledAsPage
        let outline = HeadingLevels(scanned.drafts)
        return Reading(
            document: Document(
                path: path, format: .text, title: front.title ?? outline.title, metadata: front.metadata,
                blocks: outline.blocks),
            diagnostics: scanned.remarks.map {
                Diagnostic(.warning, $0.id, at: SourceLocation(file: path, position: $0.position), $0.message)
            })
    }
}
