import Testing

@testable import Versioning

@Suite struct WordingTests {
    @Test(arguments: [
        ("This isn't required for private clusters.", "not required for private clusters"),
        ("This isn’t required", "This is not required"),
        ("Cannot be changed", "can't be changed"),
        ("Only for the GPU nodes", "only for GPU  nodes"),
        ("Ports 80, 443", "ports 80 443"),
    ])
    func `the same words`(_ left: String, _ right: String) {
        #expect(Wording.words(of: left) == Wording.words(of: right))
    }

    @Test(arguments: [
        ("required for private clusters", "not required for private clusters"),
        ("A or B", "A and B"),
        ("since March 2021", "since March 2022"),
        ("", "only"),
    ])
    func `other words`(_ left: String, _ right: String) {
        #expect(Wording.words(of: left) != Wording.words(of: right))
    }
}
