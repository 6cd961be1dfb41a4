/// What kind of note an element is, as documentation generators mark them by class: Learn's `NOTE`, Docusaurus's
/// `theme-admonition-note`, Sphinx's `admonition warning`, Bootstrap's `alert-info`, Confluence's `confluence-information-macro-note`.
struct NoteKind {
    let name: String

    /// The kind of note that begins with a tag; nil for anything else.
    static func of(_ element: Element, _ attributes: Attributes) -> NoteKind? {
        switch element {
        case .div, .section, .aside, .p, .details: break
        default: return nil
        }
        let words = (attributes.value("class") ?? "").lowercased().split(separator: " ")
        if let word = words.first(where: { kinds.contains(String($0)) }) { return NoteKind(name: String(word)) }
        let parts = words.flatMap { $0.split(separator: "-").map(String.init) }
        if parts.contains(where: frames.contains) {
            return NoteKind(name: parts.first(where: kinds.contains) ?? "note")
        }
        return element == .aside ? NoteKind(name: "note") : nil
    }

    private static let kinds: Set<String> = [
        "note", "important", "tip", "warning", "caution", "danger", "info", "attention", "hint", "seealso",
    ]
    private static let frames: Set<String> = ["alert", "admonition", "callout", "macro"]
}
