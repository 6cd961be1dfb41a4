public import RequirementModel

/// Reads HTML as browsers show it.
///
/// The folders follow the way of the bytes: `Encoding` makes them UTF-8, `Parsing` cuts them into tags and text by libxml2's
/// SAX events, `Structure` nests these by the HTML standard's rules and makes blocks of them, `Tables` makes grids. libxml2's
/// tree is not used: it ends at depth 256, at 10,000,000 bytes of text and at line 65,535, and nests cells that a browser
/// shows side by side.
public struct HTMLReader: Sendable, HTMLFragmentReader {
    /// A reader; it has no state.
    public init() {}

    /// Reads a page.
    /// - Parameters:
    ///   - bytes: the file as it is; the encoding is found by byte order mark, by declaration, or guessed.
    ///   - path: the path that diagnostics name.
    public func read(_ bytes: [UInt8], path: String) -> Reading {
        let decoded = DecodedText(bytes, path: path)
        return read(decoded.bytes, path: path, isPage: true, diagnostics: decoded.diagnostics)
    }

    /// Reads a piece of HTML that stands in another document.
    public func read(_ fragment: HTMLFragment, path: String) -> Reading {
        let bytes = DecodedText.replacingNulls(in: fragment.bytes)
        return read(bytes, path: path, isPage: false, origins: fragment.lines)
    }

    private func read(
        _ bytes: [UInt8], path: String, isPage: Bool, origins: [SourcePosition]? = nil, diagnostics: [Diagnostic] = []
    ) -> Reading {
        guard bytes.count < Int32.max else {
            return Reading(document: Document(path: path, format: .html), diagnostics: [Self.tooLarge(path: path)])
        }
        var bytes = bytes
        let crowdedTag = AttributeLimit.apply(to: &bytes)
        let locator = Locator(bytes, origins: origins)
        var builder = HTMLTokenizer.run(
            over: bytes, into: DocumentBuilder(locator: locator, path: path, isPage: isPage))
        var reading = builder.finish()
        reading.diagnostics.insert(contentsOf: diagnostics, at: 0)
        if let crowdedTag {
            reading.diagnostics.append(Self.tooManyAttributes(at: locator.position(of: crowdedTag), path: path))
        }
        return reading
    }
}

extension HTMLReader {
    private static func tooLarge(path: String) -> Diagnostic {
        Diagnostic(
            .error, "html-too-large", at: .init(file: path),
            "the page is larger than 2 GiB, more than libxml2 can parse; split it")
    }

    private static func tooManyAttributes(at position: SourcePosition, path: String) -> Diagnostic {
        Diagnostic(
            .warning, "too-many-attributes", at: .init(file: path, position: position),
            "the tag has hundreds of attributes; those beyond the first 256 are left out, here and in other tags")
    }
}
