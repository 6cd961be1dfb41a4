internal import RequirementModel

/// The line that begins or ends fenced code.
struct CodeFence {
    private let mark: UInt8
    private let length: Int
    private let isBare: Bool

    /// The fence in a line from its first visible byte on; nil for any other line.
    init?(_ text: ArraySlice<UInt8>) {
        guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        length = text.prefix { $0 == mark }.count
        let info = text.dropFirst(length).trimmed
        guard length >= 3, mark == UInt8(ascii: "~") || !info.contains(mark) else { return nil }
        self.mark = mark
        isBare = info.isEmpty
    }

    /// Whether it ends the code that `opening` began.
    func closes(_ opening: CodeFence) -> Bool {
        isBare && mark == opening.mark && length >= opening.length
    }
}
