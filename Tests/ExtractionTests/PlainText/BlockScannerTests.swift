internal import RequirementModel
internal import TestSupport
import Testing

/// Paragraphs, lists, notes and listings, and where they stand.
@Suite struct BlockScannerTests {
    @Test func `lists nest by their indentation`() {
        let text = """
            Open these:

              • Hub:

                • a.example.com
                • b.example.com,
                  and its mirror
              • Clock

            1. First
            2. Second
            """
        #expect(
            Sample.dump(text) == """
                p @1:1 Open these:
                ul
                - @3:3
                  p @3:7 Hub:
                  ul
                  - @5:5
                    p @5:9 a.example.com
                  - @6:5
                    p @6:9 b.example.com, ‹7:7›and its mirror
                - @8:3
                  p @8:7 Clock
                ol
                - @10:1
                  p @10:4 First
                - @11:1
                  p @11:4 Second
                """)
    }

    @Test(arguments: ["-", "*", "+", "•", "◦", "▪", "1.", "2)", "a)", "–"])
    func `marks of items`(mark: String) {
        guard case .list(let list)? = Sample.document("\(mark) a.example.com\n\(mark) b.example.com\n").blocks.first
        else {
            Issue.record("no list")
            return
        }
        #expect(list.items.count == 2)
    }

    @Test(arguments: [
        "*.example.com is a name.", "-x is an option.", "s. For more, see below.", "o dear, a word.",
        "1.5 is a version.",
    ])
    func `lines that begin like items and are none`(line: String) {
        #expect(Sample.dump(line) == "p @1:1 \(line)")
    }

    @Test(arguments: [
        ("[!IMPORTANT] Open port 443.\n", "note(important) @1:1\n  p @1:14 Open port 443."),
        ("Note\n\nOpen port 443.\n\nText.\n", "note(note) @1:1\n  p @3:1 Open port 443.\np @5:1 Text."),
        ("WARNING: Open port 443.\n", "note(warning) @1:1\n  p @1:10 Open port 443."),
        (".. tip::\n\n   Open port 443.\n\nText.\n", "note(tip) @1:1\n  p @3:4 Open port 443.\np @5:1 Text."),
        (":::note Ports\n\nOpen 443.\n\n:::\n", "note(note) @1:1\n  p @1:9 Ports\n  p @3:1 Open 443."),
        (
            "Note: Allow these:\n\n- a.example.com\n",
            "note(note) @1:1\n  p @1:7 Allow these:\n  ul\n  - @3:1\n    p @3:3 a.example.com"
        ),
    ])
    func `notes`(text: String, dump: String) {
        #expect(Sample.dump(text) == dump)
    }

    @Test func `names on lines of their own are a listing`() {
        let text = "Allow:\n\na.example.com\n*.b.example.com (mirror)\n\n10.0.0.0/8\n\nText.\n"
        #expect(
            Sample.dump(text) == """
                p @1:1 Allow:
                code @3:1
                  ¦a.example.com
                  ¦*.b.example.com (mirror)
                  ¦
                code @6:1
                  ¦10.0.0.0/8
                  ¦
                p @8:1 Text.
                """)
    }

    @Test func `lines broken by width are joined`() {
        let line = "The firewall of the site must let the agents through to the hub and to all"
        let text = "\(line)\nof its mirrors.\n\n\(line)\nof them.\n"
        #expect(Sample.dump(text) == "p @1:1 \(line) ‹2:1›of its mirrors.\np @4:1 \(line) ‹5:1›of them.")
    }

    @Test func `code in running text is marked`() {
        #expect(
            Sample.dump("Allow `a.example.com` and ``b.example.com``, not ` or `` this.")
                == "p @1:1 Allow `a.example.com` and `b.example.com`, not ` or `` this.")
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends`(end: String) {
        let text = ["Title", "", "Some words.", "", "- é item", "  and more"].joined(separator: end)
        #expect(
            Sample.dump(text) == """
                h1 @1:1 Title
                p @3:1 Some words.
                ul
                - @5:1
                  p @5:3 é item ‹6:3›and more
                """)
    }

    @Test func `blanks and invisible characters are folded`() {
        #expect(Sample.dump("Allow\u{A0} \u{2003}a.exa\u{200B}mple.com\tand b") == "p @1:1 Allow a.example.com and b")
        #expect(Sample.dump("a\0.example.com") == "p @1:1 a\u{FFFD}.example.com")
    }

    @Test func `nothing is nothing`() {
        for text in ["", "\n\n", " \t\r\n", "\u{A0}\n"] { #expect(Sample.document(text).blocks.isEmpty) }
    }
}
