internal import RequirementModel

/// Maps typographic characters to the plain ones that they stand for, without moving anything.
///
/// A character of several bytes becomes its plain byte followed by ``filler``, so that offsets into the text stay right:
/// non-breaking spaces, dashes, quotation marks, arrows, check marks, zero-width characters and full-width forms.
enum Folding {
    /// Stands for nothing: part of a character that was longer than what it stands for.
    static let filler: UInt8 = 0x01
    static let arrowRight: UInt8 = 0x02
    static let arrowLeft: UInt8 = 0x03
    static let arrowBoth: UInt8 = 0x04
    static let check: UInt8 = 0x05
    static let cross: UInt8 = 0x06
    static let bullet: UInt8 = 0x07

    /// Appends the folded text to `bytes`; superscripts (footnote marks) and deleted text are left out.
    /// - Returns: Whether it is the text as it came, and on one line.
    static func append(_ text: borrowing RichText, to bytes: inout [UInt8]) -> Bool {
        let base = bytes.count
        bytes.append(utf8: text.text)
        var isVerbatim = isPlain(bytes.span.extracting(base...))
        if !isVerbatim { foldCharacters(&bytes, from: base) }
        var codeEnd: Int?
        for span in text.spans {
            let range = span.range.lowerBound + base..<span.range.upperBound + base
            switch span.markup {
            case .superscript: fill(&bytes, range, with: filler)
            case .deleted: fill(&bytes, range, with: ASCII.space)
            case .code:
                let code = range.clamped(to: base..<bytes.count)
                let joinsName = codeEnd.map { joinName(&bytes, $0..<max(code.lowerBound, $0)) } == true
                codeEnd = code.upperBound
                guard bytes[code].contains(UInt8(ascii: "\\")) else {
                    if joinsName { isVerbatim = false }
                    continue
                }
                dropEscapes(&bytes, code)
            default: continue
            }
            isVerbatim = false
        }
        return isVerbatim
    }

    /// Whether all bytes are ASCII's printable ones, as in most texts.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        var others: UInt8 = 0
        for position in text.indices { others |= text[position] &- 0x20 < 0x60 ? 0 : 1 }
        return others == 0
    }

    private static func fill(_ bytes: inout [UInt8], _ range: Range<Int>, with byte: UInt8) {
        for position in range.clamped(to: 0..<bytes.count) { bytes[position] = byte }
    }

    /// In code backslashes stay that an author set before marks of names and URLs: `https:\//a.example`, `\*.example`. Each
    /// moves behind the marks that it stands before, and becomes a filler.
    private static func dropEscapes(_ bytes: inout [UInt8], _ range: Range<Int>) {
        for start in range where bytes[start] == UInt8(ascii: "\\") {
            var next = start + 1
            while next < range.upperBound, escaped.contains(bytes[next]) {
                bytes[next - 1] = bytes[next]
                next += 1
            }
            if next > start + 1 { bytes[next - 1] = filler }
        }
    }

    /// Joins a name that breaks behind a dot, in two pieces of code with nothing but the break between them: `` `api.`<br>`a.example` ``.
    /// - Returns: Whether there was such a name.
    private static func joinName(_ bytes: inout [UInt8], _ gap: Range<Int>) -> Bool {
        guard !gap.isEmpty, gap.upperBound < bytes.count, bytes[gap.lowerBound - 1] == UInt8(ascii: "."),
            ASCII.isWord(bytes[gap.upperBound]), bytes[gap].contains(ASCII.newline),
            bytes[gap].allSatisfy({ $0 == ASCII.newline || $0 == ASCII.space })
        else { return false }
        fill(&bytes, gap, with: filler)
        return true
    }

    private static let escaped = Array("/*_.<>-".utf8)

    private static func foldCharacters(_ bytes: inout [UInt8], from base: Int) {
        var position = base
        while position < bytes.count {
            let lead = bytes[position]
            if lead < 0x80 {
                if lead < 0x20, lead != ASCII.newline {
                    bytes[position] = lead == UInt8(ascii: "\t") || lead == UInt8(ascii: "\r") ? ASCII.space : filler
                }
                position += 1
                continue
            }
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
            let end = min(position + length, bytes.count)
            var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
            for next in position + 1..<max(end, position + 1) { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
            if let plain = plain(scalar) {
                bytes[position] = plain
                fill(&bytes, position + 1..<end, with: filler)
            }
            position = end
        }
    }

    /// The byte that a character stands for; nil for a character that stands for itself.
    private static func plain(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: ASCII.space
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: filler
        case 0x2020, 0x2021, 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079: filler
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0x2018...0x201B, 0xB4: UInt8(ascii: "'")
        case 0x201C...0x201F, 0xAB, 0xBB: UInt8(ascii: "\"")
        case 0x2192, 0x21D2, 0x27A1, 0x2794, 0x279C, 0x27F6, 0x2B62: arrowRight
        case 0x2190, 0x21D0, 0x2B05, 0x27F5: arrowLeft
        case 0x2194, 0x21D4, 0x2B0C, 0x27F7: arrowBoth
        case 0x2705, 0x2713, 0x2714, 0x2611, 0x1F5F8: check
        case 0x2717, 0x2718, 0x274C, 0x274E, 0x2612, 0x2715, 0x2716: cross
        case 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6, 0xB7, 0x25A0: bullet
        case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: scalar - 0xFF01 + 0x21)
        case 0x2265: UInt8(ascii: ">")
        case 0x3001: UInt8(ascii: ",")
        default: nil
        }
    }
}
