internal import RequirementModel

/// The words by which generators name their admonitions (Docusaurus, MkDocs Material, Starlight, Mintlify, GitHub).
enum AdmonitionKind {
    /// The kind in lower case; nil for any other word.
    static func named(_ word: ArraySlice<UInt8>) -> String? {
        let word = String(decoding: word.map(\.lowercased), as: UTF8.self)
        return words.contains(word) ? word : nil
    }

    /// Whether a component of that name, in lower case, is an admonition of the kind that an attribute says.
    static func isFrame(_ name: [UInt8]) -> Bool {
        ["admonition", "callout", "alert", "aside"].contains(String(decoding: name, as: UTF8.self))
    }

    private static let words: Set<String> = [
        "note", "tip", "info", "important", "warning", "caution", "danger", "success", "attention", "hint", "abstract",
        "question", "failure", "bug", "example", "quote", "check",
    ]
}
