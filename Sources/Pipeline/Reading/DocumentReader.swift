internal import Extraction
internal import HTMLReading
internal import MarkdownReading
internal import RequirementModel

/// Reads one file into a document: finds the format, decodes, and hands the bytes to that format's reader.
struct DocumentReader {
    /// The format of every file, whatever its content looks like; nil to find it out.
    let format: DocumentFormat?
    private let html = HTMLReader()
    private let markdown = MarkdownReader(htmlReader: HTMLReader())
    private let plainText = PlainTextReader()

    init(format: DocumentFormat? = nil) { self.format = format }

    /// The document in `bytes`, known as `path`. Its includes are not looked up.
    func read(_ bytes: [UInt8], path: String) -> Reading {
        // An HTML page states its encoding itself; what was decoded here only serves to recognise it.
        if format == .html { return html.read(bytes, path: path) }
        let text = TextDecoding(bytes, path: path)
        var reading: Reading
        switch format ?? FormatDetection.format(of: text.utf8, path: path) {
        case .html: return html.read(bytes, path: path)
        case .markdown: reading = markdown.read(text.utf8, path: path)
        case .text: reading = plainText.read(text.utf8, path: path)
        }
        reading.diagnostics.insert(contentsOf: text.diagnostics, at: 0)
        return reading
    }
}
