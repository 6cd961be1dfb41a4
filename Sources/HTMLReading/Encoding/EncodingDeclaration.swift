internal import RequirementModel

/// The encoding that a page's first bytes speak of (HTML standard, section 13.2.3, "Determining the character encoding").
struct EncodingDeclaration {
    enum Encoding {
        case utf8
        case utf16(isBigEndian: Bool)
        case singleByte(SingleByteEncoding)
        /// A name for the system's converter.
        case other(String)
    }

    private(set) var encoding = Encoding.utf8
    /// Whether the page said so, rather than nothing.
    private(set) var isCertain = false
    /// The length of the byte order mark.
    private(set) var markLength = 0

    init(in bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            (isCertain, markLength) = (true, 3)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            (encoding, isCertain, markLength) = (.utf16(isBigEndian: true), true, 2)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            (encoding, isCertain, markLength) = (.utf16(isBigEndian: false), true, 2)
        } else if bytes.starts(with: [0x3C, 0x00]) {  // `<` of UTF-16 without a mark
            encoding = .utf16(isBigEndian: false)
        } else if bytes.starts(with: [0x00, 0x3C]) {
            encoding = .utf16(isBigEndian: true)
        } else if let label = Self.declaredLabel(in: bytes.prefix(4096)) {
            isCertain = true
            encoding = Self.encoding(labelled: label)
        }
    }

    /// Labels of the Encoding standard that need no converter; a page that can be read as ASCII up to its declaration is not
    /// UTF-16, whatever that says.
    private static func encoding(labelled label: String) -> Encoding {
        switch label {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "utf-16", "utf-16le", "utf-16be", "unicode": .utf8
        case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "ascii",
            "us-ascii":
            .singleByte(.windows1252)
        default: .other(label)
        }
    }

    /// The encoding that a server's label stands for, which need not be readable as ASCII.
    static func encoding(sentAs label: String) -> Encoding {
        switch label.lowercased() {
        case "utf-16", "utf-16le", "unicode": .utf16(isBigEndian: false)
        case "utf-16be": .utf16(isBigEndian: true)
        case let label: encoding(labelled: label)
        }
    }

    /// The value of `charset=` in the first `<meta>` or XML declaration that has one, comments passed over.
    private static func declaredLabel(in head: ArraySlice<UInt8>) -> String? {
        var index = head.startIndex
        while let open = head[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            if matches(head, at: index, "!--") {
                while index < head.endIndex, !matches(head, at: index, "-->") { index += 1 }
                continue
            }
            let isMeta = matches(head, at: index, "meta")
            guard isMeta || matches(head, at: index, "?xml") else { continue }
            let end = head[index...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
            let name: StaticString = isMeta ? "charset" : "encoding"
            while index < end {
                if matches(head, at: index, name), let label = value(in: head[(index + name.utf8CodeUnitCount)..<end]) {
                    return label
                }
                index += 1
            }
        }
        return nil
    }

    private static func matches(_ bytes: ArraySlice<UInt8>, at index: Int, _ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            index + word.count <= bytes.endIndex
                && zip(bytes[index...], word).allSatisfy { $0.lowercased == $1 }
        }
    }

    /// What follows `=`, quotes removed, in lower case.
    private static func value(in bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes.drop { $0 <= 0x20 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let label = rest.prefix { $0 > 0x20 && !"\"';/>?".utf8.contains($0) }
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self).lowercased()
    }
}

extension EncodingDeclaration.Encoding {
    /// `bytes`, which no byte order mark begins, as UTF-8; nil where nobody here knows the encoding.
    func decode(_ bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .utf8: bytes
        case .utf16(let isBigEndian): Array(utf16: bytes[...], isBigEndian: isBigEndian)
        case .singleByte(let encoding): encoding.decode(bytes)
        case .other(let name): CharacterConversion.convert(bytes, from: name)
        }
    }
}
