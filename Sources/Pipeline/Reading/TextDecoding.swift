internal import RequirementModel

/// Turns a file's bytes into valid UTF-8 with `\n` at the end of each line, and says what it had to mend.
///
/// Markdown and plain text go through it; an HTML page states its encoding itself, so its reader gets the raw bytes.
struct TextDecoding {
    /// Valid UTF-8 without a byte order mark, without NUL, all line ends `\n`.
    let utf8: [UInt8]
    /// What had to be mended.
    let diagnostics: [Diagnostic]

    /// Decodes the bytes of the file known as `path`.
    init(_ bytes: [UInt8], path: String) {
        var diagnostics: [Diagnostic] = []
        var text: [UInt8]
        if let encoding = UTF16Encoding(of: bytes) {
            text = encoding.utf8(bytes)
            diagnostics.append(.decodedFromUTF16(encoding, in: path))
        } else {
            text = bytes.starts(with: Self.byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
        }
        if let fault = text.firstInvalidUTF8 {
            diagnostics.append(.invalidUTF8(at: text.position(of: fault), in: path))
            text = Array(String(decoding: text, as: UTF8.self).utf8)
        }
        if text.mayNeedMending {
            text = text.withLineFeeds
            if let null = text.firstIndex(of: 0) {
                diagnostics.append(.nulBytes(at: text.position(of: null), in: path))
                text = text.replacingNUL
            }
        }
        self.utf8 = text
        self.diagnostics = diagnostics
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// The two orders of UTF-16, known by a byte order mark or by the NUL in every Latin letter.
enum UTF16Encoding: String {
    case littleEndian = "UTF-16LE"
    case bigEndian = "UTF-16BE"

    /// Nil for bytes that are not UTF-16.
    init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = .littleEndian
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .bigEndian
        } else {
            // Without a mark: nearly every other byte of Western text is NUL, which UTF-8 text never holds.
            let sample = bytes.prefix(512)
            guard sample.count >= 8 else { return nil }
            var nulls = (even: 0, odd: 0)
            for (index, byte) in sample.enumerated() where byte == 0 {
                if index.isMultiple(of: 2) { nulls.even += 1 } else { nulls.odd += 1 }
            }
            let most = sample.count / 2 * 3 / 4
            if nulls.odd >= most, nulls.even * 8 <= nulls.odd {
                self = .littleEndian
            } else if nulls.even >= most, nulls.odd * 8 <= nulls.even {
                self = .bigEndian
            } else {
                return nil
            }
        }
    }

    /// The byte order mark.
    private var mark: [UInt8] { self == .littleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF] }

    /// The text as UTF-8 without its mark.
    func utf8(_ bytes: [UInt8]) -> [UInt8] {
        let isMarked = bytes.starts(with: mark)
        return Array(utf16: isMarked ? bytes.dropFirst(mark.count) : bytes[...], isBigEndian: self == .bigEndian)
    }
}

extension [UInt8] {
    /// The offset of the first byte that no UTF-8 text holds there; nil for valid UTF-8.
    fileprivate var firstInvalidUTF8: Int? {
        if isValidUTF8 { return nil }
        var decoder = UTF8.ForwardParser()
        var rest = makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &rest) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }

    private var isValidUTF8: Bool {
        if isASCII { return true }
        guard #available(macOS 26, *) else { return String(validating: self, as: UTF8.self) != nil }
        do {
            _ = try UTF8Span(validating: span)
            return true
        } catch {
            return false
        }
    }

    /// Whether it is ASCII, as every other page is. Looks at every byte, so that several can be looked at together.
    private var isASCII: Bool {
        var found: UInt8 = 0
        let bytes = span
        for index in bytes.indices { found |= bytes[index] }
        return found < 0x80
    }

    /// Whether a NUL or a carriage return stands in it, which hardly ever does. Looks at every byte, so that several can be looked
    /// at together.
    fileprivate var mayNeedMending: Bool {
        var found: UInt8 = 0
        let bytes = span
        for index in bytes.indices {
            found |= (bytes[index] == 0 ? 1 : 0) | (bytes[index] == UInt8(ascii: "\r") ? 1 : 0)
        }
        return found != 0
    }

    /// CRLF and lone CR as `\n`.
    fileprivate var withLineFeeds: [UInt8] {
        var mended: [UInt8] = []
        mended.reserveCapacity(count)
        var previous: UInt8 = 0
        for byte in self {
            switch byte {
            case UInt8(ascii: "\r"): mended.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
            default: mended.append(byte)
            }
            previous = byte
        }
        return mended
    }

    /// The line and column of the byte at `offset`.
    fileprivate func position(of offset: Int) -> SourcePosition {
        let before = self[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
        return SourcePosition(line: line, column: offset - lineStart + 1)
    }
}

extension Diagnostic {
    fileprivate static func decodedFromUTF16(_ encoding: UTF16Encoding, in path: String) -> Diagnostic {
        Diagnostic(
            .note, "decoded-utf-16", at: SourceLocation(file: path, position: SourcePosition(line: 1)),
            "read as \(encoding.rawValue); save it as UTF-8 to silence this")
    }

    fileprivate static func invalidUTF8(at position: SourcePosition, in path: String) -> Diagnostic {
        Diagnostic(
            .warning, "invalid-utf-8", at: SourceLocation(file: path, position: position),
            "not valid UTF-8 from here on; each such byte is read as U+FFFD, save the file as UTF-8")
    }

    fileprivate static func nulBytes(at position: SourcePosition, in path: String) -> Diagnostic {
        Diagnostic(
            .warning, "nul-byte", at: SourceLocation(file: path, position: position),
            "a NUL byte is read as U+FFFD; the file may be damaged or no text")
    }
}
