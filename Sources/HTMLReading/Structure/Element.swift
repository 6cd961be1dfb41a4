internal import CLibXML2

/// The elements of the HTML standard (and of its obsolete section) that this reader treats in some way of their own.
enum Element: Int, CaseIterable {
    // Structure.
    case html, head, body, main, article, section, nav, header, footer, aside, search, address, div, center, form,
        fieldset
    case legend, details, summary, figure, figcaption, dialog, hgroup, option, optgroup, noframes
    case p, h1, h2, h3, h4, h5, h6, ul, ol, menu, dir, li, dl, dt, dd, blockquote, pre, listing, xmp
    case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
    // Text.
    case a, b, strong, i, em, `var`, cite, dfn, code, kbd, samp, tt, del, s, strike, sup
    case span, font, small, big, u, sub, mark, abbr, q, label, bdi, bdo, ins, time, svg, math
    // Without content.
    case br, hr, img, wbr, meta, link, input, area, base, embed, param, source, track
    // Not text, or not for readers.
    case title, script, style, template, noscript, iframe, object, canvas, audio, video, button, select, textarea
    /// Any other name, such as a site's own components.
    case unknown

    /// The element of a name in lower case.
    init(_ name: UnsafePointer<xmlChar>) {
        self = Self.named[String(decodingCString: name, as: UTF8.self)] ?? .unknown
    }

    private static let named: [String: Element] = {
        var named = Dictionary(uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })
        named["unknown"] = nil
        return named
    }()

    /// Whether it has no content, and so no end tag.
    var isVoid: Bool {
        switch self {
        case .br, .hr, .img, .wbr, .meta, .link, .input, .area, .base, .embed, .param, .source, .track, .col: true
        default: false
        }
    }

    /// Whether it begins and ends a line of its own.
    var isBlock: Bool { rawValue <= Element.th.rawValue }

    /// 1 to 6; nil for what is no heading.
    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}
