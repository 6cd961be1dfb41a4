internal import RequirementModel

/// Makes a document of tags and text.
///
/// It nests as browsers do (HTML standard, section 13.2.6) as far as that decides in which block, row or cell a text stands.
struct DocumentBuilder {
    let path: String
    /// False for a fragment: it has no main part, title or metadata.
    let isPage: Bool
    var locator: Locator
    var open = OpenElements()
    var frames = BlockFrames()
    /// The tables that are open, each but the first in a cell of the one before.
    var tables: [TableBuilder] = []
    /// The outermost open table and those inside it, in reading order; nil for one that is not done or shows nothing.
    var tableBlocks: [Block?] = []
    /// The paragraph, heading or term at hand.
    var text = FormattedText()
    /// What the text at hand becomes when it ends.
    var textKind = TextKind.paragraph
    var code: CodeText?
    /// The figures that are open: how many blocks stood before them, and what their caption says.
    var figures: [(blocksBefore: Int, caption: RichText?)] = []
    var mainPart = MainPart()
    var tabs = Tabs()
    var title: RichText?
    var metadata: [Metadatum] = []
    var diagnostics: [Diagnostic] = []
    var budget: SlotBudget
    var entity = EntityMender()

    enum TextKind {
        case paragraph
        case heading(level: Int)
        case term(SourcePosition)
        case figureCaption
        case title
    }

    init(locator: Locator, path: String, isPage: Bool) {
        self.locator = locator
        self.path = path
        self.isPage = isPage
        budget = SlotBudget(byteCount: locator.bytes.count)
    }

    /// The text that a tag or character at hand belongs to: of the innermost cell, or of the flow.
    var innermostCell: Int? { tables.lastIndex { $0.takesText } }

    /// What has been read; everything still open ends here.
    mutating func finish() -> Reading {
        flushEntity()
        while !open.isEmpty { closeInnermost() }
        endText()
        var document = Document(path: path, format: .html, title: title, metadata: metadata)
        document.blocks = mainPart.blocks ?? frames.finish()
        return Reading(document: document, diagnostics: diagnostics)
    }

    // MARK: - Text

    /// Characters that end at `offset` of the source.
    mutating func text(_ characters: UnsafeBufferPointer<UInt8>, before offset: Int) {
        tabs.append(characters)
        guard !open.isHidden, !isBlankOfTable(characters) else { return }
        guard entity.mayMend(characters) else {
            append(characters, before: offset)
            return
        }
        for piece in entity.mend(characters) {
            switch piece {
            case .asWritten: append(characters, before: offset)
            case .mended(let bytes): bytes.withUnsafeBufferPointer { append($0, before: offset) }
            }
        }
    }

    /// Whether `characters` are white space that a table keeps to itself where it holds no text: only such as stands beside words,
    /// with no tag between, comes to stand before the table with them (HTML standard, section 13.2.6.4.10).
    private mutating func isBlankOfTable(_ characters: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = tables.indices.last, !tables[last].takesText, open.last?.element.isTablePart == true,
            tables[last].misplacedInlines == 0
        else { return false }
        let isBlank = characters.allSatisfy { $0 <= 0x20 }
        if !isBlank, tables[last].hasMisplacedBlank { [0x20].withUnsafeBufferPointer { append($0, before: 0) } }
        tables[last].hasMisplacedBlank = isBlank
        return isBlank
    }

    mutating func flushEntity() {
        if let bytes = entity.flush(), !open.isHidden {
            bytes.withUnsafeBufferPointer { append($0, before: 0) }
        }
    }

    private mutating func append(_ characters: UnsafeBufferPointer<UInt8>, before offset: Int) {
        let cell = innermostCell
        if cell == nil, code != nil {
            code?.append(characters)
            return
        }
        if cell == nil, text.isEmpty, case .paragraph = textKind, characters.contains(where: { $0 > 0x20 }) {
            beginText(before: offset, characters)
        }
        let keepsLines = cell != nil && open.place(of: .pre) != nil
        var start = 0
        while let end = characters[start...].firstIndex(of: UInt8(ascii: "\n")) {
            appendLine(UnsafeBufferPointer(rebasing: characters[start...end]), to: cell)
            start = end + 1
            guard start < characters.count else { break }
            let visible = characters[start...].firstIndex { $0 > 0x20 } ?? start
            let position = locator.advance(to: offset - characters.count + visible)
            if keepsLines { breakLine() }
            if let cell { tables[cell].text.startLine(at: position) } else { text.startLine(at: position) }
        }
        appendLine(UnsafeBufferPointer(rebasing: characters[start...]), to: cell)
    }

    private mutating func appendLine(_ characters: UnsafeBufferPointer<UInt8>, to cell: Int?) {
        if let cell { tables[cell].text.append(characters) } else { text.append(characters) }
    }

    private mutating func beginText(before offset: Int, _ characters: UnsafeBufferPointer<UInt8>) {
        let visible = characters.firstIndex { $0 > 0x20 } ?? 0
        text.startLine(at: locator.advance(to: max(offset - characters.count + visible, 0)))
    }

    /// The border of a block: a line break inside a cell, heading or term, else the end of the paragraph.
    mutating func breakBlock() {
        if let cell = innermostCell {
            tables[cell].text.breakLine()
        } else if case .paragraph = textKind {
            endText()
        } else {
            text.breakLine()
        }
    }

    /// Ends the text at hand, and makes of it what it was to become.
    mutating func endText() {
        let kind = textKind
        textKind = .paragraph
        if text.isEmpty, case .paragraph = kind { return }
        let content = text.finish()
        switch kind {
        case .paragraph: frames.append(.paragraph(content))
        case .heading(let level):
            if !content.isEmpty { frames.append(.heading(Heading(level: level, text: content))) }
        case .term(let position): frames.hold(term: content, at: position)
        case .figureCaption: if let last = figures.indices.last { figures[last].caption = content }
        case .title: if title == nil, !content.isEmpty { title = content }
        }
    }
}
