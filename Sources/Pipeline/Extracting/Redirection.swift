internal import RequirementModel

extension Document {
    /// Where the page says that it has moved to: `redirect_url` (Open Publishing, Learn), `redirect_to` (Jekyll), `redirect`, or
    /// `<meta http-equiv="refresh">` with a target, as web servers and site generators leave behind. Nil when it does not.
    var redirect: String? {
        for datum in metadata {
            switch datum.name.lowercased().replacing("-", with: "_") {
            case "redirect_url", "redirect_to", "redirect": if !datum.value.isEmpty { return datum.value }
            case "refresh": if let target = Self.target(ofRefresh: datum.value) { return target }
            default: break
            }
        }
        return nil
    }

    /// What follows `url=` in `0; url=/there`; a refresh without it only loads the page again.
    private static func target(ofRefresh content: String) -> String? {
        let parts = content.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased().split(separator: ";").last?.contains("url") == true else {
            return nil
        }
        let isQuote = { (character: Character) in character == "'" || character == "\"" || character == " " }
        let target = parts[1].drop(while: isQuote).prefix { !isQuote($0) }
        return target.isEmpty ? nil : String(target)
    }
}
