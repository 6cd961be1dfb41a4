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
        var length = 0
        while length < 8, name[length] != 0 { length += 1 }
        let beginning = Self.number(UnsafeBufferPointer(start: name, count: length))
        guard let element = Self.byBeginning[beginning],
            length < 8 || String(decodingCString: name, as: UTF8.self) == String(describing: element)
        else {
            self = .unknown
            return
        }
        self = element
    }

    /// The elements by the ``number(_:)`` of the first eight bytes of their names, which is another for each.
    private static let byBeginning: [UInt64: Element] = Dictionary(
        uniqueKeysWithValues: allCases.filter { $0 != .unknown }.map {
            (number(String(describing: $0).utf8.prefix(8)), $0)
        })

    /// Eight bytes at most as a number, which is found more quickly than a text.
    private static func number(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

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
