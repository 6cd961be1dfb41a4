internal import HTMLReading
internal import RequirementModel

/// What tells a page of documentation from what servers send in its place: how much it says and in what form, not in which words.
struct PageShape: Sendable, Hashable {
    /// Whether it is HTML, as a whole page or from some element on.
    private(set) var isHTML: Bool
    /// Whether it begins as only whole pages of HTML do.
    private(set) var isWholePage: Bool
    /// The bytes of text that a reader sees in the main part.
    private(set) var text = 0
    /// Its tables and the items of its lists.
    private(set) var tables = 0
    private(set) var listItems = 0
    /// Whether it has a field for a password.
    private(set) var asksForPassword = false
    /// Whether it asks search engines to leave it out (`robots`).
    private(set) var isUnlisted = false
    /// Where it sends its readers on to, by `<meta http-equiv=refresh>`.
    private(set) var target: String?
    /// Whether its last element is closed.
    private(set) var isClosed = false
    /// What the page says of itself.
    private(set) var metadata: [Metadatum] = []
    /// The targets of its `<link>`s by relation.
    private(set) var links: [String: String] = [:]
    /// What is read of it; nil for what is no HTML.
    private(set) var blocks: [Block]?

    /// The shape of a page's bytes.
    init(of bytes: [UInt8]) {
        let opening = HTMLReader.firstTag(of: bytes[...])
        isWholePage = opening == "!doctype" || opening == "html"
        isHTML = isWholePage || opening?.first?.isLetter == true
        guard isHTML else {
            text = bytes.lazy.filter { $0 > 0x20 }.count
            isClosed = true
            return
        }
        let document = HTMLReader().read(bytes, path: "").document
        count(document.blocks)
        blocks = document.blocks
        metadata = document.metadata
        for datum in metadata {
            switch datum.name.lowercased() {
            case "robots": isUnlisted = isUnlisted || datum.value.lowercased().contains("noindex")
            case "refresh": target = datum.value.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init)
            default: break
            }
        }
        let tags = TagScan(bytes)
        asksForPassword = tags.hasPasswordField
        isClosed = tags.closesPage
        links = tags.links
    }

    /// Whether anything in it can hold several requirements.
    var isStructured: Bool { tables + listItems > 0 }

    /// Whether a person should look whether it is a page at all.
    var saysLittle: Bool { !isStructured && text < 400 }

    private mutating func count(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .heading(let heading): text += heading.text.text.utf8.count
            case .paragraph(let paragraph): text += paragraph.text.utf8.count
            case .code(let code): text += code.text.utf8.count
            case .note(let note): count(note.blocks)
            case .list(let list):
                for item in list.items {
                    listItems += 1
                    text += item.term?.text.utf8.count ?? 0
                    count(item.blocks)
                }
            case .table(let table):
                tables += 1
                for row in table.rows {
                    for cell in row.cells { text += cell.content.text.utf8.count }
                }
            case .divider, .include: break
            }
        }
    }
}
