import Extraction
import RequirementModel
import Testing

@Suite struct PipeRowsTests {
    @Test func `reads pipe rows without delimiter`() {
        let result = extraction(
            fromMarkdown: """
                | Port | Protocol | Source | Destination | Action |
                | 22 | TCP | Any | VirtualNetwork | Allow |
                | 80 | TCP | Any | VirtualNetwork | Deny |
                """)
        #expect(result.atoms == ["any → #VirtualNetwork TCP//22", "deny any → #VirtualNetwork TCP//80"])
    }

    @Test func `reads pipe rows without delimiter and edge`() {
        let result = extraction(
            fromMarkdown: """
                Ensure the following ports are open:

                |Port |Protocol| Purpose| Direction|
                |'2379'| TCP| client traffic (optional)| From proxies to keepers|
                |'2380'| TCP| peers| Between keepers|
                |'22'| TCP| operators| admins | and nobody else
                """)
        #expect(result.atoms == ["proxies → «keepers» TCP//2379 optional", "TCP//2380", "TCP//22"])
    }
}
