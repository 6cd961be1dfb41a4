extension HTMLReader {
    /// A page so that this reader reads it in the encoding that its server named when it sent it.
    ///
    /// The server's word counts more than the page's own (HTML standard, section 13.2.3.2), but does not stand in the file. A page
    /// that is read rightly without it stays as it is; any other becomes UTF-8 with a byte order mark, which counts most.
    /// - Parameter label: The `charset` of the response's `Content-Type`; one that nobody knows has no say.
    public static func page(_ bytes: [UInt8], sentAs label: String) -> [UInt8] {
        let declaration = EncodingDeclaration(in: bytes)
        guard declaration.markLength == 0 else { return bytes }
        guard let decoded = EncodingDeclaration.encoding(sentAs: label).decode(bytes) else { return bytes }
        return DecodedText(bytes, path: "").bytes == decoded ? bytes : [0xEF, 0xBB, 0xBF] + decoded
    }
}
