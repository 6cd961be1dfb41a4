internal import RequirementModel
internal import TestSupport
import Testing

/// What can be told of the levels of headings in a text.
@Suite struct HeadingLevelsTests {
    /// Headings as a text has them, each with a paragraph below unless it ends with a bar.
    private func levels(_ headings: String...) -> [String] {
        let text = headings.map { heading in
            heading.hasSuffix("|") ? "\(heading.dropLast())\n\n" : "\(heading)\n\nSome words about this matter.\n\n"
        }
        return Sample.headings(text.joined())
    }

    @Test func `a heading that another follows at once is its parent`() {
        #expect(
            levels("Network rules", "Add-ons|", "Workload identity|", "Required names", "Defender|", "Required names")
                == [
                    "1 Network rules", "2 Add-ons", "3 Workload identity", "4 Required names", "3 Defender",
                    "4 Required names",
                ])
    }

    @Test func `directions stand below what they are the directions of`() {
        #expect(
            levels("Network", "Rules of the hub", "Inbound", "Outbound", "Ports of the portal", "Inbound and outbound")
                == [
                    "1 Network", "2 Rules of the hub", "3 Inbound", "3 Outbound", "2 Ports of the portal",
                    "3 Inbound and outbound",
                ])
    }

    @Test func `headings worded alike stand side by side`() {
        #expect(
            levels(
                "Rules", "Overview", "Global required rules", "China required rules", "Government required rules",
                "Proxies")
                == [
                    "1 Rules", "2 Overview", "3 Global required rules", "3 China required rules",
                    "3 Government required rules", "2 Proxies",
                ])
    }

    @Test func `what stands between the names of two clouds belongs to the first`() {
        let text = """
            Names to allow

            Allow these names on the firewall.

            Names of the portal

            Choose a cloud.

            Azure public cloud

            These belong to it.

            Sign-in

            a.example.com

            Framework

            b.example.com

            Azure Government

            a.example.us

            Next steps

            There are none.
            """
        #expect(
            Sample.headings(text) == [
                "1 Names to allow", "2 Names of the portal", "3 Azure public cloud", "4 Sign-in", "4 Framework",
                "3 Azure Government", "2 Next steps",
            ])
    }

    @Test func `a section of one cloud does not take in the next`() {
        #expect(
            levels("Rules", "Azure China required names", "Monitoring", "Azure Government required names", "Policy")
                == [
                    "1 Rules", "2 Azure China required names", "2 Monitoring", "3 Azure Government required names",
                    "2 Policy",
                ])
    }

    @Test func `a title given twice is the document's title`() {
        let document = Sample.document("Ports of the hub\n\nNetwork ports of the hub\n\nOpen them all.\n")
        #expect(document.title?.text == "Ports of the hub")
        #expect(document.dump == "h1 @3:1 Network ports of the hub\np @5:1 Open them all.")
    }

    @Test func `underlines are levels in the order of their use`() {
        let text = """
            -----
            Ports
            -----

            Clients
            =======

            Polling
            -------

            A Short Line

            Servers
            =======

            No more.
            """
        #expect(Sample.headings(text) == ["1 Ports", "2 Clients", "3 Polling", "2 Servers"])
    }

    @Test func `numbers count their parts`() {
        let text = "1.  Introduction\n\n   Some words.\n\n2.1.  Ports\n\n   Others.\n"
        #expect(Sample.headings(text) == ["2 1. Introduction", "3 2.1. Ports"])
    }

    @Test(arguments: [
        "A short sentence ends with a stop.", "Open the following ports:", "a lower-case line",
        "az group create -n x",
        "x = y + z", "login.example.com", "443", "Note",
    ]) func `lines that are no headings`(line: String) {
        #expect(Sample.headings("Title\n\nWords.\n\n\(line)\n\nMore words.\n") == ["1 Title"])
    }

    @Test func `headings are found in a run of lines without blanks`() {
        let text = """
            The nodes need access to many other services when they are made part of a network, and whoever filters their \
            traffic has to let it through.
            How it works
            A machine called the operator is part of each instance and helps to manage all of it, which is why it stands in \
            the same network.
            Related content
            - More words
            """
        #expect(Sample.headings(text) == ["2 How it works"])
    }

    @Test func `captions below their tables are no headings`() {
        func text(_ lines: String...) -> String { lines.joined(separator: "\n\n") }
        let table = "Port Protocol Description\n443 TCP Pages\n53 UDP Names"
        let (first, second) = ("Table 1: Inbound flows", "Table 2: Outbound flows")
        #expect(Sample.headings(text("Rules", table, first, table, second)) == ["1 Rules"])
        #expect(
            Sample.headings(text("Rules", first, table, second, table)) == [
                "1 Rules", "2 Table 1: Inbound flows", "2 Table 2: Outbound flows",
            ])
        #expect(
            extraction(fromText: text("Required ports", table, first, table, second)).atoms.filter {
                $0.hasPrefix("in")
            }.count
                == 2)
    }
}
