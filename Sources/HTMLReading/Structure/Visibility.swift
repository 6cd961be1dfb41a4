/// What of a page its readers do not see, or not as content.
extension DocumentBuilder {
    /// Whether `element` hides what is in it.
    func hides(_ element: Element, _ attributes: Attributes) -> Bool {
        switch element {
        case .script, .style, .template, .nav, .footer: return true
        case .table: if open.anyPlace(of: .header) >= 0 { return true }
        case .header: if !mainPart.isOpen || innermostCell != nil { return true }
        case .title: return innermostCell == nil && open.place(of: .svg) == nil
        case .noscript, .iframe, .object, .canvas, .audio, .video, .button, .select, .textarea, .search:
            if innermostCell == nil { return true }
        default: break
        }
        guard !attributes.isEmpty else { return false }
        if attributes.has("hidden") || isUndisplayed(attributes.value("style")) { return true }
        guard innermostCell == nil, tables.isEmpty else { return false }
        if attributes.value("aria-hidden") == "true", !element.isBlock || element == .div { return true }
        switch attributes.value("role") {
        case "navigation", "banner", "contentinfo", "search": return true
        default: break
        }
        return false
    }

    private func isUndisplayed(_ style: String?) -> Bool {
        guard let style else { return false }
        let words = style.lowercased().utf8.filter { $0 > 0x20 }
        return String(decoding: words, as: UTF8.self).contains("display:none")
    }
}
