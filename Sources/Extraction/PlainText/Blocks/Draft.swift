internal import RequirementModel

/// A block as the scanner finds it; what level a heading has is known only once all headings are.
enum Draft {
    case heading(HeadingDraft)
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

extension Draft {
    /// The block; a heading that stands within another block is a paragraph.
    var block: Block {
        switch self {
        case .block(let block): block
        case .heading(let heading): .paragraph(heading.text)
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
