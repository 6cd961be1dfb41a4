import Fetching
import Testing

struct CredentialsTests {
    @Test
    func `what could open an account is blacked out wherever an address stands, and nothing else is`() {
        let cases = [
            "https://x:s3cret@host.example/a": "https://…@host.example/a",
            "https://s3cret@host.example": "https://…@host.example",
            "fatal: unable to access 'https://u:p@w@host.example/': no":
                "fatal: unable to access 'https://…@host.example/': no",
            "ssh://git:s3cret@host.example/a": "ssh://…@host.example/a",
            "https://a.example/b https://u:p@c.example": "https://a.example/b https://…@c.example",
        ]
        for (text, expected) in cases { #expect(Credentials.blackedOut(text) == expected) }
        for text in ["ssh://git@host.example/a", "git@host.example:a/b", "https://host.example/@a", "a@b", ""] {
            #expect(Credentials.blackedOut(text) == text)
        }
    }
}
