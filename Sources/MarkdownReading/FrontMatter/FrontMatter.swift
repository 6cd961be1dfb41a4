internal import RequirementModel
internal import Yams

/// The YAML between `---` lines at the top of a page.
struct FrontMatter {
    /// The lines that it takes up, delimiters included.
    let lineCount: Int
    private(set) var title: RichText?
    private(set) var fields: [Metadatum] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// The front matter of `source`; nil for a page without.
    init?(of source: SourceText, path: String) {
        guard source.lineCount > 1, source.isFence(line: 1, closing: false) else { return nil }
        guard let end = (2...source.lineCount).first(where: { source.isFence(line: $0, closing: true) }) else {
            return nil
        }
        lineCount = end
        let yaml = source.bytes[source.range(ofLine: 2).lowerBound..<source.range(ofLine: end).lowerBound]
        do throws(FrontMatterFault) {
            try read(yaml)
        } catch {
            let position = SourcePosition(line: 1 + max(error.line, 0), column: 1)
            diagnostics.append(
                Diagnostic(
                    .warning, "front-matter-unreadable", at: .init(file: path, position: position), error.message))
        }
    }

    private mutating func read(_ yaml: ArraySlice<UInt8>) throws(FrontMatterFault) {
        guard yaml.count <= Self.maximumSize else {
            throw .init(line: 1, message: "front matter is larger than 256 KiB")
        }
        // Yams hashes the keys of each mapping; through aliases of aliases a key can grow without bound.
        guard Self.aliases(in: yaml) <= Self.maximumAliases else {
            throw .init(
                line: 1, message: "front matter has more than \(Self.maximumAliases) aliases; write the values out")
        }
        let root: Node?
        do {
            // No resolver: values are kept as written, whatever type they look like. The encoding is named, because Yams
            // would look for it in the environment.
            root = try Yams.compose(yaml: String(decoding: yaml, as: UTF8.self), .basic, .default, .utf8)
        } catch let error as YamlError {
            throw FrontMatterFault(error)
        } catch {
            throw .init(line: 1, message: "front matter is no YAML: \(error)")
        }
        guard case .mapping(let mapping)? = root else { return }
        for (key, value) in mapping {
            guard case .scalar(let name) = key, case .scalar(let scalar) = value else { continue }
            fields.append(Metadatum(name: name.string, value: scalar.string))
            if name.string == "title", title == nil {
                var text = RichTextBuilder(
                    position: .init(line: 1 + (scalar.mark?.line ?? 1), column: scalar.mark?.column ?? 1))
                text.append(Array(scalar.string.utf8)[...])
                title = text.finish()
            }
        }
    }

    private static let maximumSize = 256 * 1024
    /// With so few, aliases of aliases multiply a value by 3⁴ at most.
    private static let maximumAliases = 12

    /// No fewer than the aliases in `yaml`: every asterisk where a node could begin.
    private static func aliases(in yaml: ArraySlice<UInt8>) -> Int {
        var count = 0
        var previous: UInt8 = 0x20
        for byte in yaml {
            if byte == UInt8(ascii: "*"), previous.isWhitespace || "[{,:-?".utf8.contains(previous) { count += 1 }
            previous = byte
        }
        return count
    }
}

/// Why front matter could not be read.
private struct FrontMatterFault: Error {
    /// 1-based in the YAML.
    var line: Int
    var message: String

    init(line: Int, message: String) {
        self.line = line
        self.message = message
    }

    init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, message: "front matter is no YAML: \(problem); the page is read without it")
        default:
            self.init(line: 1, message: "front matter is no YAML; the page is read without it")
        }
    }
}

extension SourceText {
    /// Whether a line delimits front matter: `---`, at the end also `...`, and nothing else but blanks.
    fileprivate func isFence(line: Int, closing: Bool) -> Bool {
        var text = bytes[range(ofLine: line)]
        while let last = text.last, last.isBlank { text.removeLast() }
        return text.elementsEqual("---".utf8) || closing && text.elementsEqual("...".utf8)
    }
}
