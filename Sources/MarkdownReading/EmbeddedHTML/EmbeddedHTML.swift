internal import CCmark
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif
internal import RequirementModel

/// Raw HTML between Markdown blocks.
extension BlockReader {
    /// Reads an HTML block, and with it what follows up to the end of a table that it begins: to CommonMark an HTML block ends
    /// at a blank line, to its author the table does not.
    mutating func readHTML(_ node: TreeNode) {
        if let table = takeTable(at: node) { return append(.table(table)) }
        if node.withLiteral(Self.isComment) { return }
        var fragment = HTMLPieces(source: source)
        let end = TableBalance.end(of: node, in: source, page: &page) ?? node
        var current: TreeNode? = node
        var nested: [Table] = []
        while let piece = current {
            if let table = takeTable(at: piece) { nested.append(table) } else { fragment.append(piece) }
            current = piece == end ? nil : piece.next
        }
        lastRead = end
        let reading = page.htmlReader.read(fragment.fragment, path: page.path)
        page.diagnostics += reading.diagnostics
        for block in reading.document.blocks { append(block) }
        for table in nested { append(.table(table)) }
    }

    /// Whether `html` is one comment and nothing else, the usual case.
    private static func isComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = html.count
        while end > 0, html[end - 1].isWhitespace { end -= 1 }
        let start = html.firstIndex { !$0.isBlank } ?? end
        guard end - start >= 7, html[start...].starts(with: "<!--".utf8) else { return false }
        var index = start + 4
        while let close = html.firstIndex(of: UInt8(ascii: ">"), from: index) {
            if html[close - 1] == UInt8(ascii: "-"), html[close - 2] == UInt8(ascii: "-") { return close == end - 1 }
            index = close + 1
        }
        return false
    }
}

/// Markdown and HTML blocks as one piece of HTML.
private struct HTMLPieces {
    let source: SourceText
    private(set) var fragment = HTMLFragment(bytes: [], lines: [])

    init(source: SourceText) {
        self.source = source
    }

    mutating func append(_ node: TreeNode) {
        if node.kind == CMARK_NODE_HTML_BLOCK || node.kind == CMARK_NODE_CODE_BLOCK && node.withLiteral(Self.isTableTag)
        {
            append(node.withLiteral { Array($0) }, of: node)
        } else if let html = cmark_render_html(node.pointer, CMARK_OPT_UNSAFE) {  // its memory is the tree's
            append(Array(UnsafeRawBufferPointer(start: html, count: strlen(html))), of: node)
        }
        if let last = fragment.bytes.last, last != UInt8(ascii: "\n") { fragment.bytes.append(UInt8(ascii: "\n")) }
    }

    /// Whether what stands indented behind a blank line, and so is code to CommonMark, goes on with a table's tags.
    private static func isTableTag(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let open = code.firstIndex(where: { !$0.isBlank }), code[open] == UInt8(ascii: "<") else { return false }
        let name = code[(open + 1)...].prefix(12).drop { $0 == UInt8(ascii: "/") }.prefix { $0.isLetter }
        return ["td", "th", "tr", "tbody", "thead", "tfoot", "table"].contains { tag in
            name.count == tag.utf8.count && zip(name, tag.utf8).allSatisfy { $0.lowercased == $1 }
        }
    }

    /// Adds lines, each of which is the end of a source line: containers only prefix.
    private mutating func append(_ html: [UInt8], of node: TreeNode) {
        let first = node.startLine + source.skippedLines
        let last = max(first, node.endLine + source.skippedLines)
        for (index, line) in html.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let number = min(first + index, last)
            let width = source.range(ofLine: number).count
            fragment.lines.append(source.position(line: number, column: max(width - line.count, 0) + 1))
        }
        if html.last == UInt8(ascii: "\n") { fragment.lines.removeLast() }
        fragment.bytes += html
    }
}
