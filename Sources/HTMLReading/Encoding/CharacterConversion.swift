internal import CLibXML2

/// Encodings that libxml2 finds a converter for, such as Shift_JIS or GBK.
enum CharacterConversion {
    /// `bytes` as UTF-8, each byte that the encoding lacks as U+FFFD; nil for an encoding that has no converter.
    static func convert(_ bytes: [UInt8], from name: String) -> [UInt8]? {
        // What cannot be converted is seen in the result; libxml2 would print it besides.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        guard let handler = xmlFindCharEncodingHandler(name) else { return nil }
        defer { xmlCharEncCloseFunc(handler) }
        guard let input = xmlBufferCreate() else { return nil }
        defer { xmlBufferFree(input) }
        guard let output = xmlBufferCreate() else { return nil }
        defer { xmlBufferFree(output) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        // In pieces, because libxml2 sizes its output by the whole input.
        let piece = 16 * 1024
        var next = 0
        while next < bytes.count || xmlBufferLength(input) > 0 {
            let end = min(next + piece, bytes.count)
            bytes[next..<end].withUnsafeBufferPointer { _ = xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
            next = end
            let before = xmlBufferLength(input)
            let converted = xmlCharEncInFunc(handler, output, input)
            result += UnsafeBufferPointer(start: xmlBufferContent(output), count: Int(xmlBufferLength(output)))
            xmlBufferEmpty(output)
            if converted < 0 || xmlBufferLength(input) == before {
                // The byte at hand is none of the encoding's, or the last character is cut off.
                if converted >= 0, next < bytes.count { continue }
                result += [0xEF, 0xBF, 0xBD]
                _ = xmlBufferShrink(input, 1)
            }
        }
        return result
    }
}
