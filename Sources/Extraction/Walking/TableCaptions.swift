internal import RequirementModel

/// Tells captions that stand below their tables from those that stand above the next: "Table 3: …".
enum TableCaptions {
    /// The numbered caption right below the table at `index` of `blocks`; nil where captions stand above their tables.
    ///
    /// - Parameter taken: Where the last such caption stands.
    static func below(_ index: Int, in blocks: [Block], after taken: Int?) -> RichText? {
        guard case .table = blocks[index], index + 1 < blocks.count, let caption = numbered(blocks[index + 1]) else {
            return nil
        }
        let hasOneAbove = index > 0 && index - 1 != taken && numbered(blocks[index - 1]) != nil
        return hasOneAbove ? nil : caption
    }

    /// The text of a short paragraph that begins "Table 3".
    private static func numbered(_ block: Block) -> RichText? {
        guard case .paragraph(let text) = block, isNumbered(text.text.utf8), text.text.utf8.last != UInt8(ascii: ":")
        else { return nil }
        return text
    }

    /// Whether the line begins "Table 3" and is short.
    static func isNumbered(_ line: some Collection<UInt8>) -> Bool {
        guard line.count <= longest, line.prefix(table.count).elementsEqual(table, by: { ASCII.lowercased($0) == $1 })
        else { return false }
        return line.dropFirst(table.count).first.map(ASCII.isDigit) == true
    }

    private static let table = Array("table ".utf8)
    private static let longest = 160
}
