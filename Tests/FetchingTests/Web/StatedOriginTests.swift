import Testing

@testable import Fetching

@Suite struct StatedOriginTests {
    private func stated(_ head: String) -> StatedOrigin {
        StatedOrigin(in: PageShape(of: Array("<!doctype html><html><head>\(head)</head><p>Text</html>".utf8)))
    }

    @Test func `is what the page says`() {
        let commit = "0123456789abcdef0123456789abcdef01234567"
        let learn = stated(
            """
            <link rel="canonical" href="https://docs.example.com/en-us/a">
            <meta name="original_content_git_url" content="https://git.example.com/docs/blob/live/a.md">
            <meta name="git_commit_id" content="\(commit)"><meta name="updated_at" content="2026-03-01 10:00 AM">
            <meta name="gitcommit" content="https://git.example.com/docs/blob/\(commit)/a.md">
            """)
        #expect(learn.source == "https://git.example.com/docs/blob/\(commit)/a.md")
        #expect(learn.commit == commit)
        #expect(learn.date == "2026-03-01 10:00 AM")
        #expect(learn.address == "https://docs.example.com/en-us/a")
        let other = stated(
            """
            <!-- <link rel=edit href=https://a.example/x> --><meta property="article:modified_time" content="2026-03-01T10:00:00Z">
            <LINK REL='edit nofollow' HREF="https://git.example.com/edit/a.md">
            """)
        #expect(other.source == "https://git.example.com/edit/a.md")
        #expect(other.date == "2026-03-01T10:00:00Z")
    }

    @Test func `is nothing that could harm`() {
        for bad in [
            "javascript:alert(1)", "https://user:secret@git.example.com/a", "a b", "/relative",
            "http://git.example.com/",
        ] {
            let head =
                "<link rel='edit canonical' href=\"\(bad)\"><meta name=git_commit_id content=\"$(x)\"><meta name=updated_at content='<1>'>"
            #expect(stated(head) == stated(""))
        }
    }
}
