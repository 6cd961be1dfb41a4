internal import RequirementModel

/// A block as the scanner finds it; what level a heading has is known only once all headings are, and what the cells of a table of
/// words are once all tables are.
enum Draft {
    case heading(HeadingDraft)
    case flattened(FlattenedGrid)
    case block(Block)

    /// A paragraph; nothing when `text` is empty.
    static func paragraph(_ text: RichText) -> [Draft] { text.isEmpty ? [] : [.block(.paragraph(text))] }
}

/// A heading and how it was marked.
struct HeadingDraft {
    /// Its words.
    var text: RichText
    /// What told that it is one.
    var mark: Mark

    /// What tells that a line is a heading.
    enum Mark: Hashable {
        /// Its shape and place alone.
        case bare
        /// A line of one punctuation mark below it, or above and below.
        case adorned(UInt8, overlined: Bool)
        /// Its number, `2.1`, of so many parts.
        case numbered(Int)
        /// A mark that gives the level.
        case leveled(Int)
    }
}

/// What a person should know about some lines.
struct Remark {
    /// A diagnostic's id.
    var id: String
    /// Where the lines begin.
    var position: SourcePosition
    /// What is the matter.
    var message: String
}

/// What a recogniser made of some lines.
struct Match {
    /// The blocks.
    var drafts: [Draft]
    /// What could not be made of them.
    var remarks: [Remark] = []
    /// The index of the first line that is not part of them.
    var next: Int

    /// `blocks` from the lines before `next`.
    init(_ blocks: [Block], next: Int) {
        self.drafts = blocks.map { .block($0) }
        self.next = next
    }

    /// `drafts` from the lines before `next`.
    init(drafts: [Draft], remarks: [Remark] = [], next: Int) {
        self.drafts = drafts
        self.remarks = remarks
        self.next = next
    }
}

extension Match {
    /// The blocks, tables of words with their cells; what the page's other tables tell of these is not known.
    var settled: Match { settled(knowing: nil) }

    /// The blocks, tables of words with their cells as all of them together tell.
    var settledAsPage: Match {
        let grids = drafts.compactMap { draft in
            if case .flattened(let grid) = draft { grid } else { nil }
        }
        return settled(knowing: grids.count > 1 && grids.contains(where: \.isWordy) ? PagePlaces(grids) : nil)
    }

    private func settled(knowing page: PagePlaces?) -> Match {
        var settled = Match(drafts: [], remarks: remarks, next: next)
        for draft in drafts {
            guard case .flattened(var grid) = draft else {
                settled.drafts.append(draft)
                continue
            }
            if let page, grid.isWordy { grid.divide(knowing: page) }
            let (drafts, remarks) = grid.settled
            settled.drafts += drafts
            settled.remarks += remarks
        }
        return settled
    }
}

extension Draft {
    /// The blocks that it is within another block, where a heading is a paragraph.
    var blocks: [Block] {
        switch self {
        case .block(let block): [block]
        case .heading(let heading): [.paragraph(heading.text)]
        case .flattened(let grid): grid.settled.drafts.flatMap(\.blocks)
        }
    }

    /// Whether a note may begin with it: running text, lists and code.
    var canStandInNote: Bool {
        switch self {
        case .block(.paragraph), .block(.list), .block(.code): true
        default: false
        }
    }
}
