/// Questions about single bytes of UTF-8 text.
enum ASCII {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")

    /// The byte in lower case.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 0x20 : byte
    }

    static func isUppercase(_ byte: UInt8) -> Bool { byte &- 65 < 26 }

    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 97 < 6 }

    /// A letter or digit, or part of a letter beyond ASCII.
    static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0x80 }
}

extension String {
    /// Whether `byte` is in its UTF-8. It looks at all of it, which vectors do faster than one look after the other.
    func holds(_ byte: UInt8) -> Bool {
        guard #available(macOS 26, *) else { return utf8.contains(byte) }
        let text = utf8.span
        var found: UInt8 = 0
        for position in text.indices { found |= text[position] == byte ? 1 : 0 }
        return found != 0
    }
}
