internal import HTMLReading
internal import RequirementModel

/// Finds out from the content what a file is; its extension only tips the balance.
enum FormatDetection {
    /// The format of `utf8`, of which the beginning is looked at. `path` gives the extension.
    static func format(of utf8: [UInt8], path: String) -> DocumentFormat {
        let sample = utf8.prefix(sampleSize)
        let opening = Opening(of: sample)
        if opening == .page { return .html }
        switch hint(for: path) {
        case .html? where sample.contains(UInt8(ascii: "<")): return .html
        case .markdown?: return .markdown
        case .text? where !isUndecided(path): return .text
        default: break
        }
        if MarkdownEvidence(in: sample).isConvincing { return .markdown }
        return opening == .fragment ? .html : .text
    }

    /// What the extension says; nil when it says nothing or is unknown.
    static func hint(for path: String) -> DocumentFormat? {
        let name = path.utf8.suffix(from: path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.utf8.startIndex)
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return extensions[String(Substring(name[name.index(after: dot)...])).lowercased()]
    }

    /// The extensions that name a format.
    static let extensions: [String: DocumentFormat] = [
        "md": .markdown, "markdown": .markdown, "mdown": .markdown, "mdx": .markdown,
        "html": .html, "htm": .html, "xhtml": .html,
        "txt": .text, "text": .text, "adoc": .text, "asciidoc": .text, "rst": .text,
    ]

    /// Whether the extension stands for text of any kind, which may as well be Markdown.
    private static func isUndecided(_ path: String) -> Bool {
        [".txt", ".text"].contains { path.lowercased().hasSuffix($0) }
    }

    private static let sampleSize = 1 << 16
}

/// How a file begins, as far as tags go.
private enum Opening {
    /// With a doctype or one of the elements that only a whole page begins with.
    case page
    /// With an element that could as well stand in Markdown.
    case fragment
    /// With anything else.
    case other

    init(of sample: ArraySlice<UInt8>) {
        switch HTMLReader.firstTag(of: sample) {
        case "!doctype", "html", "head", "body", "title", "meta": self = .page
        case let name? where name.first?.isLetter == true: self = .fragment
        default: self = .other
        }
    }
}

/// The lines of a text one by one, as the first few of them often tell enough.
private struct Lines: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>?

    init(of text: ArraySlice<UInt8>) { rest = text }

    mutating func next() -> ArraySlice<UInt8>? {
        guard let text = rest else { return nil }
        let end = text.firstIndex(of: UInt8(ascii: "\n"))
        rest = end.map { text[($0 + 1)...] }
        return text[..<(end ?? text.endIndex)]
    }
}

/// The marks of Markdown that text without markup hardly ever has, weighed over the lines of a sample.
private struct MarkdownEvidence {
    private var weight = 0
    private var kinds: Set<String> = []

    /// Whether a person would call it Markdown: one sure sign, or several weaker ones.
    var isConvincing: Bool { weight >= 4 }

    init(in sample: ArraySlice<UInt8>) {
        let lines = Lines(of: sample)
        // AsciiDoc may have front matter, lists and backticks, too, but only it has these.
        if lines.contains(where: { $0.starts(with: "|===".utf8) || $0.starts(with: "= ".utf8) }) { return }
        if lines.prefix(1).contains(where: Self.isFence), lines.dropFirst().prefix(100).contains(where: Self.isFence) {
            count("front matter", 4)
        } else if lines.contains(where: { $0.drop { $0 == UInt8(ascii: " ") }.starts(with: "•".utf8) }) {
            // Only renderings of a page have such bullets.
            weight = -6
        }
        var (rest, previous) = (lines, ArraySlice<UInt8>?.none)
        var current = rest.next()
        while let line = current {
            let next = rest.next()
            defer { (previous, current) = (line, next) }
            let text = line.drop { $0 == UInt8(ascii: " ") }
            guard let first = text.first else { continue }
            switch first {
            case UInt8(ascii: "#") where Self.isHeading(text):
                // A comment among commands is none.
                let standsAlone = (previous.map(Self.isBlank) ?? true) && (next.map(Self.isBlank) ?? true)
                if standsAlone { count("heading", 2) } else { count("comment", 1) }
            case UInt8(ascii: ">") where text.dropFirst().drop { $0 == UInt8(ascii: " ") }.starts(with: "[!".utf8):
                count("alert", 4)
            case UInt8(ascii: "`") where text.starts(with: "```".utf8),
                UInt8(ascii: "~") where text.starts(with: "~~~".utf8):
                count("fence", 2)
            case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
                if text.dropFirst().first == UInt8(ascii: " ") { count("bullet", 1) }
            default: break
            }
            if Self.isDelimiterRow(text) { count("table", 4) }
            if Self.isTableTag(text) { count("tag", 2) }
            if Self.holds("]", "(", in: line) { count("link", 3) }
            if Self.holds("*", "*", in: line) { count("strong", 1) }
            if line.contains(UInt8(ascii: "`")) { count("code", 1) }
            if isConvincing { return }
        }
    }

    /// Each kind of sign counts once, as a page about shell scripts may hold a hundred lines that begin with `#`.
    private mutating func count(_ kind: String, _ weight: Int) {
        if kinds.insert(kind).inserted { self.weight += weight }
    }

    /// Whether the two stand side by side somewhere.
    private static func holds(
        _ first: Unicode.Scalar, _ second: Unicode.Scalar, in line: ArraySlice<UInt8>
    ) -> Bool {
        let (first, second) = (UInt8(ascii: first), UInt8(ascii: second))
        return line.indices.dropLast().contains { line[$0] == first && line[$0 + 1] == second }
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") }
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= UInt8(ascii: " ") } }

    /// One to six `#` and a blank.
    private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.drop { $0 == UInt8(ascii: "#") }
        return line.count - rest.count <= 6 && rest.first == UInt8(ascii: " ") && rest.count > 1
    }

    /// A table written as tags, which together with other marks is one in Markdown.
    private static func isTableTag(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "<table".utf8) || line.starts(with: "<tr".utf8)
    }

    /// The line between a pipe table's header and its body.
    private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
            && line.allSatisfy { byte in "|:- \t".utf8.contains(byte) }
    }
}
