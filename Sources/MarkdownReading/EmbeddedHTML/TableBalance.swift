internal import RequirementModel

/// Finds where an HTML table that begins in one block of Markdown ends.
enum TableBalance {
    /// The sibling in which the tables that `node` opens are closed; nil if it opens none, or nothing closes them.
    static func end(of node: TreeNode, in source: SourceText, page: inout Page) -> TreeNode? {
        var current: TreeNode? = node
        var depth = 0
        while let block = current {
            let bytes = bytes(of: block, in: source)
            guard page.allows(bytes.count) else { return nil }
            depth += balance(of: bytes)
            if depth <= 0 { return block == node ? nil : block }
            current = block.next
        }
        return nil
    }

    private static func bytes(of block: TreeNode, in source: SourceText) -> ArraySlice<UInt8> {
        let first = source.range(ofLine: block.startLine + source.skippedLines)
        let last = source.range(ofLine: block.endLine + source.skippedLines)
        return source.bytes[first.lowerBound..<max(first.lowerBound, last.upperBound)]
    }

    /// Tables opened less tables closed.
    private static func balance(of bytes: ArraySlice<UInt8>) -> Int {
        var balance = 0
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while let open = buffer.firstIndex(of: UInt8(ascii: "<"), from: index) {
                index = open + 1
                let isClosing = index < buffer.count && buffer[index] == UInt8(ascii: "/")
                let name = isClosing ? index + 1 : index
                guard name + 5 < buffer.count, buffer[name..<name + 5].map(\.lowercased).elementsEqual("table".utf8),
                    !buffer[name + 5].isLetter
                else { continue }
                balance += isClosing ? -1 : 1
            }
        }
        return balance
    }
}
