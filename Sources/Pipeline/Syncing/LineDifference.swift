/// How two texts differ, line by line, for a person who decides which one to keep.
enum LineDifference {
    /// Lines of `old` that `new` has not with `-`, and the other way about with `+`, each after its number; at most some dozens.
    static func lines(from old: [UInt8], to new: [UInt8]) -> [String] {
        let (old, new) = (split(old), split(new))
        var (start, oldEnd, newEnd) = (0, old.count, new.count)
        while start < min(oldEnd, newEnd), old[start] == new[start] { start += 1 }
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
        }
        let (before, after) = (old[start..<oldEnd], new[start..<newEnd])
        // What differs everywhere is not compared, as that takes the product of both lengths.
        guard before.count + after.count <= comparedLines else {
            return [
                "\(before.count) lines of the copy and \(after.count) of the page differ, from line \(start + 1) on"
            ]
        }
        var lines: [(number: Int, isNew: Bool, text: String)] = []
        for change in Array(after).difference(from: Array(before)) {
            switch change {
            case .remove(let offset, let element, _): lines.append((start + offset + 1, false, text(element)))
            case .insert(let offset, let element, _): lines.append((start + offset + 1, true, text(element)))
            }
        }
        lines.sort { ($0.number, $0.isNew ? 1 : 0) < ($1.number, $1.isNew ? 1 : 0) }
        let shown = lines.prefix(shownLines).map { "\($0.isNew ? "+" : "-") \($0.number): \($0.text)" }
        return lines.count > shownLines ? shown + ["… and \(lines.count - shownLines) further lines"] : shown
    }

    private static let comparedLines = 2000
    private static let shownLines = 40

    private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    private static func text(_ line: ArraySlice<UInt8>) -> String { String(decoding: line, as: UTF8.self) }
}
