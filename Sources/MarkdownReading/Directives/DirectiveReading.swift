internal import RequirementModel

extension BlockReader {
    /// Adds what directives above `line` make, of those that the block at hand, whose content begins at `column`, holds.
    mutating func appendDirectives(above line: Int, from column: Int = 0) {
        while let directive = directives.first, directive.lines.lowerBound < line, directive.column >= column {
            directives.removeFirst()
            append(directive)
        }
    }

    private mutating func append(_ directive: Directive) {
        let first = directive.lines.lowerBound
        let range = source.range(ofLine: first)
        let visible = source.bytes[range].prefix { $0.isBlank }.count
        let position = source.position(line: first, column: visible + 1)
        switch directive.kind {
        case .nothing: break
        case .include(let path, let lookup):
            append(.include(Inclusion(path: path, lookup: lookup, position: position)))
        case .listing:
            let text = source.bytes[source.wholeRange(ofLines: directive.lines)]
            append(.code(CodeBlock(info: "", text: String(decoding: text, as: UTF8.self), position: position)))
        case .fence(let fence): read(fence, body: first + 1..<max(first + 1, directive.lines.upperBound))
        case .group:
            appendLabel(of: directive, at: position)
            for block in content(of: directive) { append(block) }
        case .tab:
            append(.heading(tabHeading(of: directive, at: position)))
            for block in content(of: directive) { append(block) }
            if !isFollowedByTab(directive) {
                append(.divider(source.position(line: directive.lines.upperBound, column: 1)))
            }
        case .note(let kind):
            var blocks = content(of: directive)
            if let label = directive.label { blocks.insert(.paragraph(RichText(label, position: position)), at: 0) }
            append(.note(Note(kind: kind, position: position, blocks: blocks)))
        }
    }
}

extension BlockReader {
    private mutating func content(of directive: Directive) -> [Block] {
        guard !directive.body.isEmpty || !directive.title.isEmpty else { return [] }
        return page.blocks(ofPiece: Piece(of: directive, in: source).text, depth: depth)
    }

    private mutating func appendLabel(of directive: Directive, at position: SourcePosition) {
        if let label = directive.label { append(.paragraph(RichText(label, position: position))) }
    }

    private func tabHeading(of directive: Directive, at position: SourcePosition) -> Heading {
        .tab(directive.label.map { Array($0.utf8)[...] } ?? source.bytes[directive.title], at: position)
    }

    private func isFollowedByTab(_ directive: Directive) -> Bool {
        guard let next = directives.first, case .tab = next.kind, next.column == directive.column else { return false }
        let between =
            source.range(ofLine: directive.lines.upperBound)
            .upperBound..<source.range(ofLine: next.lines.lowerBound).lowerBound
        return source.bytes[between].allSatisfy(\.isWhitespace)
    }
}
