internal import RequirementModel

/// Gives the headings of a text their levels.
///
/// Marks tell them: each kind of underline is a level in the order of first use, numbers count their parts. Bare lines
/// do not, so only what can be told is: a heading that begins the text is the page's; one that directly follows another
/// stands below it; one that is worded like an open one stands beside that; one that is worded like others of the text
/// stands below one that is not. All else stands side by side, so that what one heading says is not read into the next.
struct HeadingLevels {
    /// The page's title, where it is given twice: as its metadata and as its first heading.
    private(set) var title: RichText?
    /// The blocks, headings with their levels.
    private(set) var blocks: [Block] = []

    private let wording: HeadingWording
    private var open: [OpenHeading] = []
    private var adornments: [HeadingDraft.Mark] = []
    /// The headings that are the name of a cloud.
    private var clouds: [(index: Int, cloud: Cloud)] = []
    private var areClouds: Set<Int> = []
    /// Whether a table, list or listing stands below the heading met last.
    private var hasContent = false

    /// The levels of HTML, which the model has.
    private static let deepest = 6

    private struct OpenHeading {
        var level: Int
        var series: HeadingWording.Series?
    }

    /// Levels the headings among `drafts`.
    init(_ drafts: [Draft]) {
        let headings = drafts.compactMap { draft in
            if case .heading(let heading) = draft { heading } else { nil }
        }
        wording = HeadingWording(headings.filter { $0.mark == .bare }.map(\.text.text))
        let marksTell = headings.count { $0.mark.isDrawn } > 1
        blocks.reserveCapacity(drafts.count)
        let lexer = Lexer()
        clouds = drafts.enumerated().compactMap { index, draft in
            guard case .heading(let heading) = draft, heading.mark == .bare else { return nil }
            return HeadingWording.cloud(in: heading.text.text, lexer).map { (index, $0) }
        }
        areClouds = Set(clouds.map(\.index))
        let captionsStandBelow = Self.captionsStandBelow(drafts)
        var followsHeading = false
        for (index, draft) in drafts.enumerated() {
            switch draft {
            case .flattened: continue
            case .block(let block):
                blocks.append(block)
                followsHeading = false
                hasContent = hasContent || block.canBeListing
            case .heading(let heading)
            where heading.mark == .bare && (marksTell || captionsStandBelow && heading.isNumberedCaption):
                blocks.append(.paragraph(heading.text))
                followsHeading = false
            case .heading(let heading):
                if index == 1, followsHeading, isTitleAgain(heading) { continue }
                let level = level(of: heading, at: index, followsHeading: followsHeading)
                hasContent = false
                blocks.append(.heading(Heading(level: min(level, Self.deepest), text: heading.text)))
                followsHeading = true
            }
        }
    }

    /// Whether lines such as "Table 3: …" stand below their tables: the first of them does, and none stands above a table before.
    private static func captionsStandBelow(_ drafts: [Draft]) -> Bool {
        let first = drafts.firstIndex { draft in
            if case .heading(let heading) = draft { heading.mark == .bare && heading.isNumberedCaption } else { false }
        }
        guard let first, first > 0, case .block(.table) = drafts[first - 1] else { return false }
        return true
    }

    /// Whether `heading`, the second block, says what the first said; it takes its place then.
    private mutating func isTitleAgain(_ heading: HeadingDraft) -> Bool {
        guard heading.mark == .bare, case .heading(let first)? = blocks.first,
            HeadingWording.areAlike(first.text.text, heading.text.text)
        else { return false }
        title = first.text
        blocks[0] = .heading(Heading(level: 1, text: heading.text))
        return true
    }

    private mutating func level(of heading: HeadingDraft, at index: Int, followsHeading: Bool) -> Int {
        switch heading.mark {
        case .leveled(let level): return level
        case .numbered(let parts): return parts + 1
        case .adorned:
            if !adornments.contains(heading.mark) { adornments.append(heading.mark) }
            return (adornments.firstIndex(of: heading.mark) ?? 0) + 1
        case .bare:
            let series = wording.series(of: heading.text.text, isCloud: areClouds.contains(index))
            let level = index == 0 ? 1 : bareLevel(series, at: index, followsHeading: followsHeading)
            open.removeAll { $0.level >= level }
            open.append(OpenHeading(level: level, series: series))
            return level
        }
    }

    private func bareLevel(_ series: HeadingWording.Series?, at index: Int, followsHeading: Bool) -> Int {
        guard let last = open.last else { return 2 }
        if let series, let sibling = open.last(where: { $0.series == series && $0.level > 1 }) { return sibling.level }
        if followsHeading || last.level == 1 { return last.level + 1 }
        guard series == nil else { return last.series == nil ? last.level + 1 : last.level }
        if last.series == .clouds, !hasContent, standsBetweenClouds(index) { return last.level + 1 }
        return max(2, open.last { $0.series == nil }?.level ?? 2)
    }

    /// Whether the names of two different clouds are headings before and after draft `index`.
    private func standsBetweenClouds(_ index: Int) -> Bool {
        guard let next = clouds.firstIndex(where: { $0.index > index }), next > 0 else { return false }
        return clouds[next].cloud != clouds[next - 1].cloud
    }
}

extension Block {
    /// Whether it may list what a heading announces.
    fileprivate var canBeListing: Bool {
        switch self {
        case .table, .list, .code: true
        default: false
        }
    }
}

extension HeadingDraft {
    /// Whether it begins "Table 3".
    fileprivate var isNumberedCaption: Bool { TableCaptions.isNumbered(text.text.utf8) }
}

extension HeadingDraft.Mark {
    /// Whether something beside the words marks the heading.
    fileprivate var isDrawn: Bool {
        switch self {
        case .adorned, .leveled: true
        case .bare, .numbered: false
        }
    }
}
