internal import RequirementModel

/// A page's bytes as UTF-8 without a byte order mark and without NUL, whatever they were.
struct DecodedText {
    private(set) var bytes: [UInt8]
    private(set) var diagnostics: [Diagnostic] = []

    /// Decodes as browsers do: a byte order mark decides, then a declaration, then what the bytes can be.
    init(_ source: [UInt8], path: String) {
        let declaration = EncodingDeclaration(in: source)
        let page = declaration.markLength == 0 ? source : Array(source[declaration.markLength...])
        var isValid = true
        if let decoded = declaration.encoding.decode(page) {
            bytes = decoded
            if case .utf8 = declaration.encoding { isValid = Self.isUTF8(bytes) }
            if !declaration.isCertain, !isValid {
                bytes = SingleByteEncoding.windows1252.decode(page)
                isValid = true
            }
        } else {
            bytes = Self.isUTF8(page) ? page : SingleByteEncoding.windows1252.decode(page)
            diagnostics.append(Self.unknownEncoding(declaration.encoding, path: path))
        }
        mend(isValid: isValid, path: path)
    }

    /// NUL bytes end libxml2's input.
    static func replacingNulls(in bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { $0.firstIndex(of: 0, from: 0) } == nil ? bytes : bytes.replacingNUL
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// Replaces what is no UTF-8, and says where the first of it stands.
    private mutating func mend(isValid: Bool, path: String) {
        if !isValid {
            let mended = Array(String(decoding: bytes, as: UTF8.self).utf8)
            let valid = zip(bytes, mended).prefix { $0 == $1 }.count
            bytes = mended
            diagnostics.append(Self.invalidBytes(at: Locator(bytes).position(of: valid), path: path))
        }
        if let first = bytes.withUnsafeBufferPointer({ $0.firstIndex(of: 0, from: 0) }) {
            let position = Locator(bytes).position(of: first)
            bytes = bytes.replacingNUL
            diagnostics.append(Self.nullBytes(at: position, path: path))
        }
    }
}

extension DecodedText {
    private static func unknownEncoding(_ encoding: EncodingDeclaration.Encoding, path: String) -> Diagnostic {
        var name = ""
        if case .other(let label) = encoding { name = label }
        return Diagnostic(
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
