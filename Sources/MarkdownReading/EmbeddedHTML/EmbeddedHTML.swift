internal import CCmark
internal import RequirementModel

/// Raw HTML between Markdown blocks.
extension BlockReader {
    mutating func readHTML(_ node: TreeNode) {
        let bytes = node.withLiteral { Array($0) }
        let first = line(node.startLine)
        var lines: [SourcePosition] = []
        for line in first...max(first, line(node.endLine)) { lines.append(source.position(line: line, column: 1)) }
        let reading = page.htmlReader.read(HTMLFragment(bytes: bytes, lines: lines), path: page.path)
        page.diagnostics += reading.diagnostics
        for block in reading.document.blocks { append(block) }
    }
}
