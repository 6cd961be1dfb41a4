internal import RequirementModel

/// Lines that a site's generator reads in its own way, and CommonMark as text.
///
/// They are taken out before libcmark sees the page (their lines become blank) and read on their own; what they make is put
/// back where they stood.
struct Directive {
    enum Kind {
        /// Docusaurus `:::note`, MkDocs `!!! note`, MDX `<Note>`: an admonition of that kind, in lower case.
        case note(String)
        /// MkDocs `=== "Title"`, Docusaurus `<TabItem label="Title">`.
        case tab
        /// A component or fence that only wraps what is in it, `<Steps>`.
        case group
        /// `[!INCLUDE [text](path)]`, a component that stands for an imported Markdown file, `{% include path %}`.
        case include(path: String, Inclusion.Lookup = .beside)
        /// A table of AsciiDoc, left as it is, to be seen.
        case listing
        /// MyST's `:::{name} argument`.
        case fence(FenceDirective)
        /// Nothing that a reader sees: `:::row:::`, `import … from '…'`.
        case nothing
    }

    var kind: Kind
    /// The 1-based lines that it takes up.
    var lines: ClosedRange<Int>
    /// Where its marker stands, a 0-based column with tabs expanded.
    var column: Int
    /// What is to be read as its content.
    var body: Range<Int>
    /// How far its content is indented.
    var indent: Int
    /// Its own heading, to be read before the content.
    var title: Range<Int>
    /// The title where it stands in an attribute.
    var label: String?

    init(_ kind: Kind, lines: ClosedRange<Int>, column: Int) {
        self.kind = kind
        self.lines = lines
        self.column = column
        body = 0..<0
        indent = 0
        title = 0..<0
    }
}
