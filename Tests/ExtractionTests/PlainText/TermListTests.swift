internal import Extraction
internal import RequirementModel
internal import TestSupport
import Testing

/// Terms and their descriptions.
@Suite struct TermListTests {
    @Test(arguments: [
        "22/tcp:: Remote maintenance\n514/udp:: Messages of the devices",
        "       22/tcp\n              Remote maintenance\n\n       514/udp\n              Messages of the\n              devices",
        ":icons: font\n= Page\n\nThese ports must be open:\n\n22/tcp::\nRemote maintenance\n514/udp:: Messages of the\ndevices",
    ]) func `ports as terms`(lines: String) {
        let result = extraction(fromText: "These ports must be open:\n\n\(lines)\n")
        #expect(result.atoms == ["TCP//22", "UDP//514"])
        #expect(result.records.map { $0.network?.purpose } == ["Remote maintenance", "Messages of the devices"])
    }

    @Test(arguments: [
        "Open these ports::\n\n    443\n    80\n", "use std::vec:: for lists\nuse std::map:: for maps\n",
        "22/tcp\n    Remote maintenance\n", "Some words:: and others\nMore words:: and others still\n",
    ]) func `no terms`(text: String) {
        #expect(!Sample.dump(text).contains("dt"))
        #expect(!Sample.dump(text).contains("ul\n"))
    }

    @Test func `a colon or dash may stand between a port and its description`() {
        let text = """
            Open the following ports:

            443/tcp : Port for most data.

            123/udp : Port for clocks.
            See the default servers.

            TCP 22 – Remote maintenance
            """
        let result = extraction(fromText: text)
        #expect(result.atoms == ["TCP//443", "UDP//123", "TCP//22"])
        #expect(result.records.first?.network?.purpose == "Port for most data.")
    }
}
