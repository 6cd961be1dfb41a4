internal import RequirementModel

/// A page's bytes as UTF-8 without a byte order mark and without NUL, whatever they were.
struct DecodedText {
    private(set) var bytes: [UInt8]
    private(set) var diagnostics: [Diagnostic] = []

    /// Decodes as browsers do: a byte order mark decides, then a declaration, then what the bytes can be.
    init(_ source: [UInt8], path: String) {
        let declaration = EncodingDeclaration(in: source)
        var isValid = true
        switch declaration.encoding {
        case .utf8:
            bytes = declaration.markLength == 0 ? source : Array(source[declaration.markLength...])
            isValid = Self.isUTF8(bytes)
            if !declaration.isCertain, !isValid {
                bytes = SingleByteEncoding.windows1252.decode(source)
                isValid = true
            }
        case .utf16(let isBigEndian):
            bytes = Self.decodeUTF16(source[declaration.markLength...], isBigEndian: isBigEndian)
        case .singleByte(let encoding): bytes = encoding.decode(source)
        case .other(let name):
            if let converted = CharacterConversion.convert(source, from: name) {
                bytes = converted
            } else {
                bytes = Self.isUTF8(source) ? source : SingleByteEncoding.windows1252.decode(source)
                diagnostics.append(Self.unknownEncoding(name, path: path))
            }
        }
        mend(isValid: isValid, path: path)
    }

    /// NUL bytes end libxml2's input; browsers show them as the replacement character.
    static func replacingNulls(in bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        for byte in bytes {
            if byte == 0 { result += [0xEF, 0xBF, 0xBD] } else { result.append(byte) }
        }
        return result
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    static func decodeUTF16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var text = Array(String(decoding: units, as: UTF16.self).utf8)
        if bytes.count % 2 == 1 { text += [0xEF, 0xBF, 0xBD] }
        return text
    }

    /// Replaces what is no UTF-8, and says where the first of it stands.
    private mutating func mend(isValid: Bool, path: String) {
        if !isValid {
            let mended = Array(String(decoding: bytes, as: UTF8.self).utf8)
            let valid = zip(bytes, mended).prefix { $0 == $1 }.count
            bytes = mended
            diagnostics.append(Self.invalidBytes(at: Locator(bytes).position(of: valid), path: path))
        }
        if let first = bytes.firstIndex(of: 0) {
            let position = Locator(bytes).position(of: first)
            bytes = Self.replacingNulls(in: bytes)
            diagnostics.append(Self.nullBytes(at: position, path: path))
        }
    }
}

extension DecodedText {
    private static func unknownEncoding(_ name: String, path: String) -> Diagnostic {
        Diagnostic(
            .warning, "unknown-encoding", at: .init(file: path, position: .init(line: 1)),
            "the page declares the encoding '\(name)', which is not known here; it is read as UTF-8 or windows-1252")
    }

    private static func invalidBytes(at position: SourcePosition, path: String) -> Diagnostic {
        Diagnostic(
            .warning, "invalid-bytes", at: .init(file: path, position: position),
            "these bytes are not valid in the page's encoding; they are read as U+FFFD, here and wherever else they stand"
        )
    }

    private static func nullBytes(at position: SourcePosition, path: String) -> Diagnostic {
        Diagnostic(
            .warning, "null-bytes", at: .init(file: path, position: position),
            "the page has NUL bytes; they are read as U+FFFD, here and wherever else they stand")
    }
}
