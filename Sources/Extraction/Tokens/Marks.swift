/// Punctuation marks, arrows and brackets in a text.
enum Marks {
    /// The end of a template's tag, which no reader sees: `{% if … %}`, Hugo's `{{< badge >}}`; nil where none begins.
    static func templateTagEnd(_ text: Span<UInt8>, at start: Int) -> Int? {
        guard text[start] == UInt8(ascii: "{") else { return nil }
        if let end = shortcodeEnd(text, at: start, before: text.count) {
            return isPlaceholder(shortcode: start..<end, text, before: text.count) ? nil : end
        }
        guard byte(text, start + 1) == UInt8(ascii: "%") else { return nil }
        let tag = start + 2..<max(min(text.count - 1, start + longestTag), start + 2)
        return tag.first { text[$0] == UInt8(ascii: "%") && text[$0 + 1] == UInt8(ascii: "}") }.map { $0 + 2 }
    }

    /// Whether a `\n` stands between blanks, as authors of IBM's documentation write breaks in cells.
    static func isWrittenBreak(_ text: Span<UInt8>, at start: Int) -> Bool {
        guard text[start] == UInt8(ascii: "\\"), byte(text, start + 1) == UInt8(ascii: "n") else { return false }
        return start > 0 && text[start - 1] == ASCII.space && [0, ASCII.space].contains(byte(text, start + 2))
    }

    /// The end of a mark that leads to a footnote, `[^1]`, which is no part of what it stands behind; nil where none begins, and
    /// at the footnote itself, which a colon follows.
    static func footnoteMarkEnd(_ text: Span<UInt8>, at start: Int) -> Int? {
        guard text[start] == UInt8(ascii: "["), byte(text, start + 1) == UInt8(ascii: "^") else { return nil }
        let label = start + 2..<min(text.count, start + longestLabel)
        guard let close = label.first(where: { text[$0] == UInt8(ascii: "]") }), close > start + 2,
            byte(text, close + 1) != UInt8(ascii: ":")
        else { return nil }
        return close + 1
    }

    /// More bytes than a footnote's label takes up.
    private static let longestLabel = 64

    /// More bytes than a tag takes up: where tags open and do not close, each is looked for no further.
    private static let longestTag = 512

    /// The end of a shortcode of Hugo's, `{{< name >}}` or `{{% name %}}`; nil where none begins.
    private static func shortcodeEnd(_ text: Span<UInt8>, at start: Int, before end: Int) -> Int? {
        let end = min(end, start + longestTag)
        guard start + 6 < end, text[start + 1] == UInt8(ascii: "{") else { return nil }
        let close: UInt8
        switch text[start + 2] {
        case UInt8(ascii: "<"): close = UInt8(ascii: ">")
        case UInt8(ascii: "%"): close = UInt8(ascii: "%")
        default: return nil
        }
        for position in start + 3..<end - 2 {
            switch text[position] {
            case close where text[position + 1] == UInt8(ascii: "}") && text[position + 2] == UInt8(ascii: "}"):
                return position + 3
            // None that is closed behind another brace: `{{< }a >}}`.
            case UInt8(ascii: "{"), UInt8(ascii: "}"): return nil
            default: continue
            }
        }
        return nil
    }

    /// Whether a shortcode stands for a part of a name, or for a value of the site's configuration: `{{< param "host" >}}`.
    private static func isPlaceholder(shortcode: Range<Int>, _ text: Span<UInt8>, before end: Int) -> Bool {
        if isInsideName(text, shortcode.lowerBound, shortcode.upperBound, before: end) { return true }
        let name = (shortcode.lowerBound + 3..<shortcode.upperBound).first { text[$0] != ASCII.space }
        guard let name else { return false }
        return ["param ", "var "].contains { word in
            name + word.utf8.count < shortcode.upperBound
                && zip(name..<shortcode.upperBound, word.utf8).allSatisfy { text[$0] == $1 }
        }
    }

    /// The mark at `start`; nil where a word, number or name begins.
    static func mark(_ text: Span<UInt8>, at start: Int, isBehindGap: Bool) -> (kind: Token.Kind, end: Int)? {
        switch text[start] {
        case UInt8(ascii: ","): return (.comma, start + 1)
        case UInt8(ascii: ";"): return (.semicolon, start + 1)
        case UInt8(ascii: ":"):
            // `::` is an address, or the start of one, but not behind a word: `AWS::EC2`.
            let mayBeAddress = byte(text, start + 1) == UInt8(ascii: ":") && (start == 0 || !endsWord(text[start - 1]))
            return mayBeAddress ? nil : (.colon, start + 1)
        case UInt8(ascii: "/"): return (.slash, start + 1)
        case UInt8(ascii: "("): return (.open, start + 1)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return (.close, start + 1)
        case UInt8(ascii: "&"), UInt8(ascii: "+"): return (.ampersand, start + 1)
        case UInt8(ascii: "|"): return (.pipe, start + 1)
        case Folding.arrowRight: return (.arrowRight, start + 1)
        case Folding.arrowLeft: return (.arrowLeft, start + 1)
        case Folding.arrowBoth: return (.arrowBoth, start + 1)
        case Folding.check: return (.check, start + 1)
        case Folding.cross: return (.cross, start + 1)
        case Folding.bullet: return (.bullet, start + 1)
        case UInt8(ascii: "."):
            let next = byte(text, start + 1)
            return ASCII.isWord(next) || next == UInt8(ascii: "<") || next == UInt8(ascii: "{")
                ? nil : (.period, start + 1)
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return (.period, start + 1)
        case UInt8(ascii: "-"), UInt8(ascii: "="): return dashOrArrow(text, at: start, isBehindGap: isBehindGap)
        case UInt8(ascii: "<"): return leftArrow(text, at: start)
        case UInt8(ascii: ">"):
            return (.greater, byte(text, start + 1) == UInt8(ascii: "=") ? start + 2 : start + 1)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            return placeholderEnd(text, at: start, before: text.count) == nil ? (.open, start + 1) : nil
        case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "^"), UInt8(ascii: "#"),
            UInt8(ascii: "~"), UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "@"):
            return (.pipe, start + 1)
        default: return nil
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || byte == UInt8(ascii: ":") }

    private static func byte(_ text: Span<UInt8>, _ position: Int) -> UInt8 {
        position < text.count ? text[position] : 0
    }

    private static func dashOrArrow(
        _ text: Span<UInt8>, at start: Int, isBehindGap: Bool
    ) -> (kind: Token.Kind, end: Int)? {
        let mark = text[start]
        var position = start
        while byte(text, position) == mark { position += 1 }
        if byte(text, position) == UInt8(ascii: ">") { return (.arrowRight, position + 1) }
        // An option: `--name`; but before capitals a dash begins an item: `-UDP 53`.
        let areCapitals = ASCII.isUppercase(byte(text, position)) && ASCII.isUppercase(byte(text, position + 1))
        if mark == UInt8(ascii: "-"), ASCII.isLetter(byte(text, position)), isBehindGap, !areCapitals { return nil }
        return (.dash, position)
    }

    private static func leftArrow(_ text: Span<UInt8>, at start: Int) -> (kind: Token.Kind, end: Int)? {
        var position = start + 1
        while byte(text, position) == UInt8(ascii: "-") || byte(text, position) == UInt8(ascii: "=") { position += 1 }
        if position > start + 1 {
            return byte(text, position) == UInt8(ascii: ">") ? (.arrowBoth, position + 1) : (.arrowLeft, position)
        }
        return placeholderEnd(text, at: start, before: text.count) == nil ? (.pipe, start + 1) : nil
    }

    /// Whether the byte closes a bracket of any kind.
    static func closesBracket(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): true
        default: false
        }
    }

    // MARK: Placeholders

    /// The end of the placeholder that opens at `start`; nil when what opens there is no placeholder.
    static func placeholderEnd(_ text: Span<UInt8>, at start: Int, before end: Int) -> Int? {
        func byte(_ position: Int) -> UInt8 { position < end ? text[position] : 0 }
        let close: UInt8
        var position = start + 1
        switch text[start] {
        case UInt8(ascii: "<"): close = UInt8(ascii: ">")
        case UInt8(ascii: "{"): close = UInt8(ascii: "}")
        case UInt8(ascii: "["): close = UInt8(ascii: "]")
        default: return nil
        }
        if text[start] == UInt8(ascii: "{"), byte(position) == UInt8(ascii: "{") {
            if let after = shortcodeEnd(text, at: start, before: end) {
                return isPlaceholder(shortcode: start..<after, text, before: end) ? after : nil
            }
            position += 1
        }
        // `{{[Region]}}`
        let isBracketed = close == UInt8(ascii: "}") && byte(position) == UInt8(ascii: "[")
        if isBracketed { position += 1 }
        guard ASCII.isLetter(byte(position)) || byte(position) == ASCII.space else { return nil }
        let limit = min(end, start + 64)
        while position < limit {
            let inner = text[position]
            if inner == close {
                if text[position - 1] == UInt8(ascii: "/") { return nil }
                var after = position + 1
                if byte(after) == close, close == UInt8(ascii: "}") { after += 1 }
                return text[start] != UInt8(ascii: "[") || isInsideName(text, start, after, before: end) ? after : nil
            }
            guard ASCII.isWord(inner) || standsInPlaceholder(inner) || isBracketed && inner == UInt8(ascii: "]") else {
                return nil
            }
            position += 1
        }
        return nil
    }

    private static func standsInPlaceholder(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.space, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "|"),
            UInt8(ascii: "'"), Folding.filler:
            true
        default: false
        }
    }

    /// Whether a bracketed word touches the rest of a name; `[80]` and `[link]` do not.
    private static func isInsideName(_ text: Span<UInt8>, _ start: Int, _ after: Int, before end: Int) -> Bool {
        func isNamePart(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") }
        return (start > 0 && isNamePart(text[start - 1]))
            || (after + 1 < end && isNamePart(text[after]) && ASCII.isWord(text[after + 1]))
    }
}
