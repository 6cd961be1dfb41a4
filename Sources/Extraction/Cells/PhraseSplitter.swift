/// Splits a line into phrases at commas, semicolons, *or*, *and* and slashes that stand between things.
struct PhraseSplitter {
    let lexer: Lexer

    /// How a phrase is joined to the one before it.
    enum Joint {
        case start, space, comma, and, or
    }

    /// A stretch of a line between two joints.
    struct Phrase {
        /// Its tokens, without parentheses at the end.
        var tokens: Range<Int>
        /// What stands in parentheses behind it.
        var remarks: [Range<Int>] = []
        /// How it is joined to what stands before it.
        var joint: Joint
    }

    /// The phrases of `line`.
    func phrases(of line: Range<Int>) -> [Phrase] {
        var phrases: [Phrase] = []
        var joint = Joint.start
        var start = line.lowerBound
        var depth = 0
        var index = line.lowerBound
        func close(at end: Int) {
            if let phrase = phrase(start..<end, joint) {
                phrases.append(phrase)
                joint = .space
            }
        }
        while index < line.upperBound {
            let token = lexer.tokens[index]
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth = max(0, depth - 1) }
            if depth == 0, let next = self.joint(at: index, in: line) {
                close(at: index)
                joint = stronger(joint, next)
                start = index + 1
            }
            index += 1
        }
        close(at: line.upperBound)
        return phrases
    }

    private func stronger(_ left: Joint, _ right: Joint) -> Joint {
        if left == .or || right == .or { return .or }
        if left == .start { return .start }
        return left == .comma || right == .comma ? .comma : right
    }

    private func joint(at index: Int, in line: Range<Int>) -> Joint? {
        let token = lexer.tokens[index]
        switch token.kind {
        case .comma, .semicolon, .bullet: return .comma
        case .ampersand: return .and
        case .slash:
            let isSpaced = token.gap == .space || (index + 1 < line.upperBound && lexer.tokens[index + 1].gap == .space)
            let joinsNames =
                index > line.lowerBound && index + 1 < line.upperBound && lexer.tokens[index - 1].isEndpoint
                && lexer.tokens[index + 1].isEndpoint
            return isSpaced || joinsNames ? .or : nil
        case .word:
            if token.means(.or) { return .or }
            if token.means(.and) { return .and }
            return token.means(.either) ? .space : nil
        default: return nil
        }
    }

    private func phrase(_ range: Range<Int>, _ joint: Joint) -> Phrase? {
        var tokens = range
        while let first = tokens.first, [.dash, .bullet, .pipe, .period].contains(lexer.tokens[first].kind) {
            tokens = first + 1..<tokens.upperBound
        }
        var remarks: [Range<Int>] = []
        while true {
            while let last = tokens.last, [.period, .colon, .pipe].contains(lexer.tokens[last].kind), tokens.count > 1 {
                tokens = tokens.lowerBound..<last
            }
            guard let remark = trailingRemark(of: tokens) else { break }
            remarks.insert(remark, at: 0)
            tokens = tokens.lowerBound..<remark.lowerBound - 1
        }
        if let remark = innerRemark(of: tokens) { remarks.append(remark) }
        guard tokens.contains(where: { lexer.tokens[$0].kind != .pipe }) else { return nil }
        return Phrase(tokens: tokens, remarks: remarks, joint: joint)
    }

    /// What stands in parentheses at the end of `range`, behind something else.
    func trailingRemark(of range: Range<Int>) -> Range<Int>? {
        guard let last = range.last, lexer.tokens[last].kind == .close else { return nil }
        var depth = 0
        for index in range.reversed() {
            switch lexer.tokens[index].kind {
            case .close: depth += 1
            case .open:
                depth -= 1
                if depth == 0 { return index > range.lowerBound ? index + 1..<last : nil }
            default: continue
            }
        }
        return nil
    }

    /// A remark in the middle: "`a.example` (if needed) on port 443".
    private func innerRemark(of range: Range<Int>) -> Range<Int>? {
        guard let open = range.first(where: { lexer.tokens[$0].kind == .open }), open > range.lowerBound,
            let close = (open..<range.upperBound).first(where: { lexer.tokens[$0].kind == .close })
        else { return nil }
        return open + 1..<close
    }
}
