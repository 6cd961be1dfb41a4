/// What of a page its readers do not see, or not as content.
extension DocumentBuilder {
    /// Whether `element` hides what is in it.
    func hides(_ element: Element, _ attributes: Attributes) -> Bool {
        switch element {
        case .script, .style, .template, .nav, .footer: return true
        case .table: if open.anyPlace(of: .header) >= 0 { return true }
        case .header: if !mainPart.isOpen || innermostCell != nil { return true }
        case .title: return innermostCell == nil && open.place(of: .svg) == nil
        case .dialog: if innermostCell == nil, !attributes.has("open") { return true }
        case .noscript, .iframe, .object, .canvas, .audio, .video, .button, .select, .textarea, .search:
            if innermostCell == nil { return true }
        default: break
        }
        guard !attributes.isEmpty else { return false }
        // Only one of several tabs is shown at a time; none of them is hidden from its readers.
        if attributes.value("role") == "tabpanel" { return false }
        if element == .a, let words = attributes.value("class"), Self.isPermalink(words) { return true }
        if attributes.has("hidden") || isUndisplayed(attributes.value("style")) { return true }
        guard innermostCell == nil, tables.isEmpty else { return false }
        if attributes.value("aria-hidden") == "true", !element.isBlock || element == .div { return true }
        switch attributes.value("role") {
        case "navigation", "banner", "contentinfo", "search", "tablist", "dialog", "alertdialog": return true
        default: break
        }
        return false
    }

    /// The mark beside a heading that links to it (Sphinx, Docusaurus, VuePress, MkDocs, Jupyter).
    private static func isPermalink(_ words: String) -> Bool {
        words.split(separator: " ").contains {
            ["headerlink", "hash-link", "header-anchor", "heading-anchor", "anchor-link"].contains($0)
        }
    }

    private func isUndisplayed(_ style: String?) -> Bool {
        guard let style else { return false }
        let words = style.lowercased().utf8.filter { $0 > 0x20 }
        return String(decoding: words, as: UTF8.self).contains("display:none")
    }
}
