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
        let isAmpersand = characters.count == 1 && characters[0] == UInt8(ascii: "&")
        if held.isEmpty {
            guard isAmpersand else { return [.asWritten] }
            held = [UInt8(ascii: "&")]
            return []
        }
        if held.count == 1 {
            let name = String(decoding: characters, as: UTF8.self)
            if Self.scalars[name] != nil || Self.legacyPrefix(of: name) != nil {
                held += characters
                return []
            }
            return [.mended(take())] + mend(characters)
        }
        let name = String(decoding: held.dropFirst(), as: UTF8.self)
        if characters.first == UInt8(ascii: ";"), let scalar = Self.scalars[name] {
            held = []
            return [.mended([scalar]), .mended(Array(characters.dropFirst()))]
        }
        return [.mended(takeLegacy())] + mend(characters)
    }

    /// What is still held back, resolved as far as it can be.
    mutating func flush() -> [UInt8]? { held.isEmpty ? nil : takeLegacy() }

    private mutating func take() -> [UInt8] {
        defer { held = [] }
        return held
    }

    /// What is held back, its beginning resolved where that is a reference without a semicolon.
    private mutating func takeLegacy() -> [UInt8] {
        let written = take()
        guard let (scalar, length) = Self.legacyPrefix(of: String(decoding: written.dropFirst(), as: UTF8.self)) else {
            return written
        }
        return Array(String(Character(scalar)).utf8) + written.dropFirst(1 + length)
    }

    /// The longest beginning of `name` that is a reference without a semicolon: what it stands for, and its length.
    private static func legacyPrefix(of name: String) -> (Unicode.Scalar, Int)? {
        for length in stride(from: min(name.utf8.count, 6), through: 2, by: -1) {
            if let scalar = legacy[String(decoding: name.utf8.prefix(length), as: UTF8.self)] {
                return (scalar, length)
            }
        }
        return nil
    }

    /// Names that browsers know without a semicolon too, and libxml2 only with one (HTML standard, section 13.5).
    private static let legacy: [String: Unicode.Scalar] = {
        var names: [String: Unicode.Scalar] = [
            "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"", "QUOT": "\"",
            "COPY": "\u{A9}", "REG": "\u{AE}",
        ]
        // The characters from U+00A0 to U+00FF, in their order.
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
            para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
            Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
            Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
            igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
            thorn yuml
            """
        for (offset, name) in latin.split(separator: " ").enumerated() {
            names[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
        }
        return names
    }()

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
