/// A page that is one file: no script, no font, nothing fetched, readable on a phone, on paper and in the dark.
public struct HTMLPage: Sendable {
    /// What the browser shows in its tab, as plain text.
    public var title: String
    /// What stands in `main`, as HTML.
    public var content: String

    /// A page of `content`.
    public init(title: String, content: String) {
        self.title = title
        self.content = content
    }

    /// The whole file. Its policy lets a browser run and fetch nothing, should an escape ever be missing.
    public var text: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Requisite">
        <title>\(HTML.text(title))</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <main>
        \(content)</main>
        </body>
        </html>

        """
    }

    /// On a phone a row becomes a card, each cell with its column's header before it.
    private static let style = """
        :root {
          --page: #fff; --band: #f6f8fa; --line: #d0d7de; --text: #1f2328; --faint: #59636e; --link: #0550ae;
          --open: #b35900; --close: #1a7f37; --risk: #cf222e; --change: #6639ba;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #0d1117; --band: #161b22; --line: #3d444d; --text: #e6edf3; --faint: #9198a1; --link: #79c0ff;
            --open: #f0a35e; --close: #56d364; --risk: #ff7b72; --change: #d2a8ff;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 90rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; overflow-wrap: anywhere; }
        h2, h3 { line-height: 1.25; margin: 1.5rem 0 0.5rem; }
        article { border-top: 1px solid var(--line); margin-top: 2rem; }
        article > h2 { font-size: 1.3rem; }
        a { color: var(--link); }
        .summary { font-size: 1.1rem; }
        .count { color: var(--faint); font-weight: normal; }
        .topic { border-left: 0.3rem solid var(--line); margin: 1.5rem 0; padding-left: 0.8rem; }
        .topic > h2, .topic > h3 { margin-top: 0; font-size: 1.15rem; }
        .topic > summary { cursor: pointer; font-weight: 600; }
        .opening { border-color: var(--open); }
        .closing { border-color: var(--close); }
        .risk { border-color: var(--risk); }
        .alteration, .advisory { border-color: var(--change); }
        table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; font-size: 0.95rem; }
        th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
        th { background: var(--band); }
        td { overflow-wrap: break-word; }
        .rows { overflow-x: auto; }
        code { font: 0.9em ui-monospace, monospace; background: var(--band); padding: 0.1em 0.3em; unicode-bidi: isolate; }
        @media (max-width: 48rem) {
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, tbody, tr, td { display: block; width: 100%; }
          tr { border: 1px solid var(--line); border-radius: 0.4rem; margin: 0.6rem 0; padding: 0.3rem 0; }
          td { border: 0; padding: 0.2rem 0.6rem; overflow-wrap: anywhere; }
          td:empty { display: none; }
          td::before { content: attr(data-label); display: block; color: var(--faint); font-size: 0.85rem; }
        }
        @media print { a { color: inherit; } details > * { display: block; } }
        """
}
