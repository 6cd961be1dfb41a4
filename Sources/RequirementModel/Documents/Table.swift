/// A table as a grid: spans are filled in, every row is as wide as the widest.
///
/// A table nested in a cell is a block of its own, which follows its parent, and no text of that cell.
public struct Table: Sendable, Hashable {
    /// Where it begins.
    public var position: SourcePosition
    /// `<caption>` or a figure's caption.
    public var caption: RichText?
    /// All rows in visual order, headers and footers among them.
    public var rows: [Row]

    /// A table of `rows`, which are padded to one width.
    public init(position: SourcePosition, caption: RichText? = nil, rows: [Row]) {
        self.position = position
        self.caption = caption
        let width = rows.reduce(0) { max($0, $1.cells.count) }
        self.rows = rows
        for index in rows.indices where rows[index].cells.count < width {
            let missing = Cell.missing(at: rows[index].position)
            self.rows[index].cells += repeatElement(missing, count: width - rows[index].cells.count)
        }
    }

    /// The number of columns.
    public var width: Int { rows.first?.cells.count ?? 0 }

    /// One row of the grid.
    public struct Row: Sendable, Hashable {
        /// Which part of the table the row belongs to.
        public var part: Part
        /// Where the row begins.
        public var position: SourcePosition
        /// One cell for each column.
        public var cells: [Cell]

        /// A row of `cells`.
        public init(part: Part, position: SourcePosition, cells: [Cell]) {
            self.part = part
            self.position = position
            self.cells = cells
        }
    }

    /// `thead`, `tbody` or `tfoot`; a Markdown table has one header row and a body.
    public enum Part: String, Sendable, Hashable {
        case header, body, footer
    }

    /// One slot of the grid.
    public struct Cell: Sendable, Hashable {
        /// What a reader sees there.
        public var content: RichText
        /// Whether the author marked it as a header (`<th>`, or the header row of Markdown).
        public var isHeader: Bool
        /// How the slot came by its content.
        public var origin: Origin

        /// A cell with `content`.
        public init(_ content: RichText, isHeader: Bool = false, origin: Origin = .own) {
            self.content = content
            self.isHeader = isHeader
            self.origin = origin
        }

        /// A slot that the row did not have.
        public static func missing(at position: SourcePosition) -> Cell {
            Cell(RichText("", position: position), origin: .missing)
        }
    }

    /// How a slot of the grid came by its content.
    public enum Origin: Sendable, Hashable {
        /// The cell stands here.
        case own
        /// A cell further left spans this column.
        case spannedFromLeft
        /// A cell further up spans this row.
        case spannedFromAbove
        /// The row is shorter than the table is wide.
        case missing
    }
}
