public import RequirementModel

/// Text that some format takes for more than text: each stands in every field of ``Release/hostile``.
public enum HostileText {
    /// One for each way to get out of a cell, a string or a line.
    public static let all = [
        #"=cmd|'/C calc'!A0"#, "-2+3", "+1;=HYPERLINK(\"http://evil.example\")", "@SUM(A1)", "\t=1+1", "－1+1",
        #"quote " and ' and `tick` and ``two``"#, "pipe | and \\| and \\\\|", "first\nsecond\r\nthird", "a|\u{301}b",
        "<script>alert(1)</script>", "</details></td></table>", "<!-- comment", "[parameters('x')]", "[[x]]",
        "${x} $y^2$ {{z}}", "@team please", "see #123 or org/repo#1 or GH-7", "http://evil.example/a_b?c",
        "www.evil.example",
        "mail@evil.example", ":+1: :smile:", "deadbeef1234567 5cafe01", "**bold** _it_ ~~no~~ [a](b) ![i](j)",
        "# heading",
        "1. one", "- item", "--- | ---", "> quote", "&lt;b&gt; &#64;", "C:\\dir\\", "evil\u{202E}moc.elpmaxe\u{2066}",
        "zero\u{200B}width\u{FEFF}", "\u{1B}[31mred\u{7}", "nul\u{0}byte", "\u{2028}line\u{85}", "e\u{E0041}tag",
        " padded ",
        "日本語 Größe ✔️", "'=already", "%0A::error::x", "\\", "`", "|", "]]> \u{FFFE}\u{1FFFF} <![CDATA[",
        "::error file=x::y\n::set-output name=z::1",
        "closes https://github.com/org/repo/issues/1", "\"><img src=x onerror=alert(1)>",
        "[go](javascript:alert(1)) {0}",
    ]
}

extension Release {
    /// A release whose every text is one of ``HostileText/all``, in all fields that hold a document's text.
    public static let hostile = Release.made(of: HostileRecords.all, history: [HostileRecords.changes])
}

private enum HostileRecords {
    static let all = HostileText.all.enumerated().flatMap { index, text in records(text, number: 100 + 10 * index) }

    private static func records(_ text: String, number: Int) -> [Requirement] {
        let document = "evil/\(text).md"
        let destinations = [Endpoint.Kind.fqdn, .serviceTag, .cidr, .named].enumerated().map { index, kind in
            Destination(
                Endpoint(kind: kind, text: text), path: "/\(text)", alternative: 1 + index % 2, condition: text,
                services: [Service(transport: text, application: text, port: PortRange(443))])
        }
        return [
            .made(
                number, document: document, section: [text, text],
                .network(
                    NetworkRequirement(
                        direction: .outbound, priority: text, name: text, sources: [.named(text)],
                        destinations: destinations, services: [.https], condition: text, purpose: text))),
            // What rules can say, so that the text reaches templates too.
            .made(
                number + 1, document: document, section: [text],
                .network(
                    NetworkRequirement(
                        destinations: [
                            Destination(.fqdn("safe.contoso.com")), Destination(.fqdn("{\(text)}.contoso.com")),
                        ], services: [.https], condition: text, purpose: text))),
            .made(
                number + 2, document: document, section: [text],
                .row(RowRecord(cells: [.init(header: text, value: text), .init(header: "", value: text)]))),
        ]
    }

    static let changes = all.enumerated().filter { $0.offset % 3 != 1 }.map(\.element).map { record in
        var before = record
        switch record.content {
        case .network(var network):
            network.purpose = "before"
            before.content = .network(network)
        case .row(var row):
            row.cells[0].value = "before"
            before.content = .row(row)
        }
        let text = record.section[0]
        return Change(
            id: "requirement-changed", fingerprint: "0123456789abcdef", operation: .changed, impact: .requirement,
            level: .error, cause: .source, record: record.id, document: record.document, section: record.section,
            fields: record.network == nil ? [text] : ["purpose"], opened: Array(record.atoms.prefix(1)), before: before,
            after: record,
            risks: [.unseenDomain], text: text
        )
    }
}
