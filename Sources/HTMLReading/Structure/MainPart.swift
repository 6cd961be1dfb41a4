internal import RequirementModel

/// Which part of the page is its content: the first `main`, `article` or `role=main`, else the whole body.
struct MainPart {
    /// The content read so far; nil as long as it may be the whole body.
    private(set) var blocks: [Block]?
    private(set) var isOpen = false
    /// A `main` is the only one; of articles there can be several.
    private var isOnlyOne = false

    /// Whether an element of this kind begins a main part here.
    func begins(at element: Element, role: String?) -> Bool {
        guard !isOpen, !isOnlyOne else { return false }
        return element == .main || element == .article || role == "main"
    }

    mutating func begin(at element: Element) {
        isOpen = true
        isOnlyOne = element != .article
    }

    mutating func end(with content: [Block]) {
        isOpen = false
        blocks = blocks ?? []
        blocks?.append(contentsOf: content)
    }
}
