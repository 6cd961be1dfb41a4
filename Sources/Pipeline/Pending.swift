internal import RequirementModel
struct HTMLReader {
    func read(_ bytes: [UInt8], path: String) -> Reading { Reading(document: Document(path: path, format: .html)) }
}
struct MarkdownReader {
    init(html: HTMLReader) {}
    func read(_ bytes: [UInt8], path: String) -> Reading { Reading(document: Document(path: path, format: .markdown)) }
}
