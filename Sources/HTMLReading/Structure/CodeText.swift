internal import RequirementModel

/// Preformatted text while it comes in.
struct CodeText {
    let position: SourcePosition
    var info: String
    private var bytes: [UInt8] = []

    init(position: SourcePosition, info: String) {
        self.position = position
        self.info = info
    }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ characters: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: characters)
    }

    mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The block; a line end right after the tag is no text (HTML standard, section 13.1.2.5).
    func block() -> CodeBlock {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\r") {
                text.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
                text.append(byte)
            }
            previous = byte
        }
        var position = position
        var lines = text[...]
        if lines.first == UInt8(ascii: "\n") {
            lines = lines.dropFirst()
            position = SourcePosition(line: position.line + 1, column: 1)
        }
        return CodeBlock(info: info, text: String(decoding: lines, as: UTF8.self), position: position)
    }
}
