internal import RequirementModel

/// What an HTML element between words does to the text.
///
/// The names are those of the HTML standard, section 15.1 and 16.2 (obsolete ones too, as old pages use them); any other
/// name is a component of the site's generator, or a placeholder.
enum HTMLElement {
    case lineBreak, block, cell, unseen, image, link, plain
    case marked(RichText.Markup)

    init?(name: [UInt8]) {
        guard let element = Self.named[String(decoding: name, as: UTF8.self)] else { return nil }
        self = element
    }

    private static let named: [String: HTMLElement] = {
        let groups: [(HTMLElement, String)] = [
            (.lineBreak, "br"),
            (
                .block,
                """
                address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption \
                figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol \
                optgroup option p pre search section summary table tbody tfoot thead title tr ul
                """
            ),
            (.cell, "td th"),
            (.unseen, "script style template noembed noframes textarea"),
            (.image, "img"),
            (.link, "a"),
            (.marked(.strong), "b strong"),
            (.marked(.emphasis), "i em var cite dfn"),
            (.marked(.code), "code kbd samp tt"),
            (.marked(.deleted), "del s strike"),
            (.marked(.superscript), "sup"),
            (
                .plain,
                """
                abbr acronym applet area audio base basefont bdi bdo big button canvas col colgroup data datalist embed font \
                iframe input ins label link map mark math meta meter nobr noscript object output param picture progress q rp \
                rt ruby select slot small source span sub svg time track u video wbr
                """
            ),
        ]
        var named: [String: HTMLElement] = [:]
        for (element, names) in groups {
            for name in names.split(separator: " ") { named[String(name)] = element }
        }
        return named
    }()
}
