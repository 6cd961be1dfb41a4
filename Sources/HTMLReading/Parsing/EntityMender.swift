/// Resolves the character references that HTML 5 has and libxml2, which knows those of HTML 4, leaves as text.
///
/// It gives `&ast;` as three pieces of text: `&`, the name, and what follows from the semicolon on.
struct EntityMender {
    private var held: [UInt8] = []

    enum Piece {
        case asWritten
        case mended([UInt8])
    }

    /// Whether ``mend(_:)`` has anything to do with `characters`.
    func mayMend(_ characters: UnsafeBufferPointer<UInt8>) -> Bool {
        !held.isEmpty || characters.count == 1 && characters[0] == UInt8(ascii: "&")
    }

    /// What to show for `characters`: themselves, and before them what was held back.
    mutating func mend(_ characters: UnsafeBufferPointer<UInt8>) -> [Piece] {
        if held.isEmpty {
            guard characters.count == 1, characters[0] == UInt8(ascii: "&") else { return [.asWritten] }
            held = [UInt8(ascii: "&")]
            return []
        }
        if held.count == 1 {
            let name = String(decoding: characters, as: UTF8.self)
            if Self.scalars[name] != nil || Self.legacy[name] != nil {
                held += characters
                return []
            }
            return [.mended(take()), .asWritten]
        }
        let name = String(decoding: held.dropFirst(), as: UTF8.self)
        guard characters.first == UInt8(ascii: ";"), let scalar = Self.scalars[name] else {
            let written = take()
            return [.mended(Self.legacy[name].map { [$0] } ?? written), .asWritten]
        }
        held = []
        return [.mended([scalar]), .mended(Array(characters.dropFirst()))]
    }

    /// What is still held back, as written.
    mutating func flush() -> [UInt8]? {
        guard !held.isEmpty else { return nil }
        let written = take()
        return Self.legacy[String(decoding: written.dropFirst(), as: UTF8.self)].map { [$0] } ?? written
    }

    private mutating func take() -> [UInt8] {
        defer { held = [] }
        return held
    }

    /// Names that browsers know without a semicolon too, and libxml2 only with one.
    private static let legacy: [String: UInt8] = ["amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "nbsp": 0x20]

    /// The references to ASCII characters (HTML standard, section 13.5), which tools write to keep Markdown from reading them.
    private static let scalars: [String: UInt8] = [
        "Tab": 0x09, "NewLine": 0x0A, "excl": 0x21, "num": 0x23, "dollar": 0x24, "percnt": 0x25, "lpar": 0x28,
        "rpar": 0x29, "ast": 0x2A, "midast": 0x2A, "plus": 0x2B, "comma": 0x2C, "period": 0x2E, "sol": 0x2F,
        "colon": 0x3A, "semi": 0x3B, "equals": 0x3D, "quest": 0x3F, "commat": 0x40, "lsqb": 0x5B, "lbrack": 0x5B,
        "bsol": 0x5C, "rsqb": 0x5D, "rbrack": 0x5D, "Hat": 0x5E, "lowbar": 0x5F, "UnderBar": 0x5F, "grave": 0x60,
        "DiacriticalGrave": 0x60, "lcub": 0x7B, "lbrace": 0x7B, "verbar": 0x7C, "vert": 0x7C, "VerticalLine": 0x7C,
        "rcub": 0x7D, "rbrace": 0x7D,
    ]
}
