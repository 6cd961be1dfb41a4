internal import RequirementModel

/// The stack of open elements (HTML standard, section 13.2.4.2), as far as it decides where text belongs.
///
/// Inline elements are on it only when they hide their content. For each element the places where it is open are kept, so
/// that a stray end tag costs nothing however deep the stack is.
struct OpenElements {
    struct Entry {
        var element: Element
        /// What to do when it is closed.
        var closing: Closing
        var isHidden: Bool
    }

    /// What ends with an element.
    enum Closing {
        case nothing
        /// A list, item, quotation or note: a frame of blocks.
        case frame
        case heading, term, preformatted, title
        case table, section, row, cell, caption
        /// A figure, and a caption that may be that of its table.
        case figure, figureCaption
        /// What one of several tabs shows; it began there.
        case tabPanel(SourcePosition)
        /// The page's main part.
        case root
    }

    private(set) var entries: [Entry] = []
    private var places = [[Int]](repeating: [], count: Element.allCases.count)
    /// Where the elements stand that end tags inside them do not reach beyond.
    private var borders: [Int] = []
    private(set) var hiddenCount = 0

    var isEmpty: Bool { entries.isEmpty }
    var last: Entry? { entries.last }

    mutating func push(_ entry: Entry) {
        places[entry.element.rawValue].append(entries.count)
        if Self.isBorder(entry.element) { borders.append(entries.count) }
        if entry.isHidden { hiddenCount += 1 }
        entries.append(entry)
    }

    mutating func pop() -> Entry? {
        guard let entry = entries.popLast() else { return nil }
        places[entry.element.rawValue].removeLast()
        if Self.isBorder(entry.element) { borders.removeLast() }
        if entry.isHidden { hiddenCount -= 1 }
        return entry
    }

    /// Whether what comes now is shown nowhere. Right inside a table, and in no cell or caption of it, it comes to stand before the
    /// table (HTML standard, foster parenting), so that a hidden row, section or table does not hide it.
    var isHidden: Bool {
        guard hiddenCount > 0 else { return false }
        guard let table = borders.last, entries[table].element == .table else { return true }
        return hiddenCount > entries[table...].prefix(3).count { $0.isHidden && $0.element.isTablePart }
    }

    /// Where `element` is open inside the innermost cell, caption or table; nil when it is not.
    func place(of element: Element) -> Int? {
        guard let place = places[element.rawValue].last, place >= (borders.last ?? 0) else { return nil }
        return place
    }

    /// Where `element` is open, borders or not; -1 when it is not.
    func anyPlace(of element: Element) -> Int { places[element.rawValue].last ?? -1 }

    /// Where the innermost list or quotation is open, beyond which no item is ended by the next; -1 when none is.
    var innermostList: Int {
        max(
            max(anyPlace(of: .ul), anyPlace(of: .ol), anyPlace(of: .dl)),
            max(anyPlace(of: .menu), anyPlace(of: .dir), anyPlace(of: .blockquote)))
    }

    private static func isBorder(_ element: Element) -> Bool {
        switch element {
        case .table, .td, .th, .caption, .object, .template: true
        default: false
        }
    }
}
