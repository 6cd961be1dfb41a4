internal import RequirementModel
internal import TestSupport
import Testing

/// What reStructuredText and AsciiDoc mark.
@Suite struct MarkupTests {
    @Test func `reads a grid indented in a list`() {
        let result = extraction(
            fromText: """
                * Set the cluster up.

                  Ensure that the following ports are open for TCP and UDP connectivity:

                      +------+---------+
                      | Port | Service |
                      +======+=========+
                      | 8008 | Manager |
                      +------+---------+
                      | 8003 | Storage |
                      +------+---------+
                """)
        #expect(result.atoms == ["TCP//8008", "UDP//8008", "TCP//8003", "UDP//8003"])
    }

    @Test func `reads tables of comma-separated values`() {
        let text = """
            .. csv-table:: Ports
               :header-rows: 1

                Protocol,Port,Use
                ICMP,,Ping
                TCP,22,"Shells, copies"

            Ports
            """
        #expect(
            Sample.tables(text) == [
                [["Protocol", "Port", "Use"], ["ICMP", "", "Ping"], ["TCP", "22", "Shells, copies"]]
            ])
    }

    @Test func `a width of one number is that many columns`() {
        #expect(
            Sample.tables("[cols=\"2\",options=\"header\"]\n|===\n\n|Port |Use\n\n|22\n|Shells\n|===\n")
                == [[["Port", "Use"], ["22", "Shells"]]])
    }

    @Test func `AsciiDoc tables take their width from attributes or the first line`() {
        let text = """
            = Ports of the hub
            :icons: font

            == Inbound

            [cols="1,1,3",options="header"]
            |===

            | Protocol
            | Port
            | Purpose

            | SSH | 22 | Shells
            | HTTP | 80 a|
            * Pages
            * Updates
            2+| All | Rest
            |===

            |===
            | Port | Use

            | 443 | Sign-in
            .2+| 80 | Lists
            | Updates
            |===
            """
        #expect(
            Sample.dump(text) == """
                h1 @1:3 Ports of the hub
                h2 @4:4 Inbound
                table @7:1
                  header @9:1 | #Protocol | #Port | #Purpose |
                  body @13:1 | SSH | 22 | Shells |
                  body @14:1 | HTTP | 80 | Pages⏎‹16:3›Updates |
                  body @17:1 | All | ←All | Rest |
                table @20:1
                  header @21:1 | #Port | #Use |
                  body @23:1 | 443 | Sign-in |
                  body @24:1 | 80 | Lists |
                  body @25:1 | ↑80 | Updates |
                """)
    }

    @Test func `AsciiDoc marks mean nothing elsewhere`() {
        #expect(Sample.dump("[a] line\n\n:b: line\n").contains("p @1:1 [a] line"))
    }

    @Test func `directives are what they mark`() {
        let text = """
            Ports
            =====

            .. _anchor:

            .. list-table::
               :header-rows: 1

               * - Endpoint
                 - Port
               * - a.example.com,
                   b.example.com
                 - 443

            .. code-block:: sh

               curl a.example.com

            .. include:: more.rst

            Run::

               ping a.example.com
            """
        #expect(
            Sample.dump(text) == """
                h1 @1:1 Ports
                table @9:4
                  header @9:4 | #Endpoint | #Port |
                  body @11:4 | a.example.com, ‹12:8›b.example.com | 443 |
                code(sh) @17:4
                  ¦curl a.example.com
                  ¦
                include @19:1 more.rst
                p @21:1 Run::
                code @23:4
                  ¦ping a.example.com
                  ¦
                """)
    }

    @Test func `front matter is metadata`() {
        let document = Sample.document("---\ntitle: Ports of the hub\ndate: 2024-05-01\n---\n\nText.\n")
        #expect(document.title?.text == "Ports of the hub")
        #expect(document.metadata.map(\.name) == ["title", "date"])
        #expect(document.dump == "p @6:1 Text.")
        #expect(Sample.document("---\n\nText.\n").metadata.isEmpty)
    }
}
