internal import RequirementModel

/// Gives the headings of a text their levels.
///
/// Marks tell them: each kind of underline is a level in the order of first use, numbers count their parts. Bare lines
/// do not, so only what can be told is: the first is the page's; one that directly follows another stands below it; one
/// whose words end (or begin) like those of an open heading stands beside that; one that is worded like others of the
/// text stands below one that is not. All else stands side by side, so that what one heading says is not read into the next.
struct HeadingLevels {
    /// The page's title where it is given twice, as its metadata and as its first heading.
    private(set) var title: RichText?
    private let drafts: [Draft]

    /// Prepares to level the headings among `drafts`.
    init(_ drafts: [Draft]) { self.drafts = drafts }

    /// The blocks, headings with their levels.
    mutating func blocks() -> [Block] {
        var isFirst = true
        return drafts.map { draft in
            guard case .heading(let heading) = draft else {
                if case .block(let block) = draft { return block }
                return .divider(.unknown)
            }
            defer { isFirst = false }
            return .heading(Heading(level: isFirst ? 1 : 2, text: heading.text))
        }
    }
}
