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
        let builder = DocumentBuilder(locator: Locator(decoded.bytes), path: path, isPage: true)
        return read(decoded.bytes, by: builder, decodingDiagnostics: decoded.diagnostics)
    }

    /// Reads a piece of HTML that stands in another document.
    public func read(_ fragment: HTMLFragment, path: String) -> Reading {
        let bytes = DecodedText.replacingNulls(in: fragment.bytes)
        let builder = DocumentBuilder(
            locator: Locator(bytes, origins: fragment.lines), path: path, isPage: false)
        return read(bytes, by: builder, decodingDiagnostics: [])
    }

    private func read(_ bytes: [UInt8], by builder: DocumentBuilder, decodingDiagnostics: [Diagnostic]) -> Reading {
        guard bytes.count < Int32.max else {
            let tooLarge = Diagnostic(
                .error, "html-too-large", at: .init(file: builder.path),
                "the file is larger than 2 GiB, more than libxml2 can parse; split it")
            return Reading(document: Document(path: builder.path, format: .html), diagnostics: [tooLarge])
        }
        HTMLTokenizer.run(over: bytes, into: builder)
        var reading = builder.finish()
        reading.diagnostics = decodingDiagnostics + reading.diagnostics
        return reading
    }
}
