/// An encoding of one byte a character.
struct SingleByteEncoding {
    /// What the bytes 0x80 to 0x9F mean; all others are their own scalar values.
    private let upperControls: [UInt16]

    /// What browsers take for Latin-1 and for pages that say nothing (Encoding standard, index windows-1252).
    static let windows1252 = SingleByteEncoding(upperControls: [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ])

    /// `bytes` as UTF-8.
    func decode(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            guard byte >= 0x80 else {
                result.append(byte)
                continue
            }
            let scalar = byte < 0xA0 ? upperControls[Int(byte - 0x80)] : UInt16(byte)
            if scalar < 0x800 {
                result.append(0xC0 | UInt8(scalar >> 6))
            } else {
                result.append(0xE0 | UInt8(scalar >> 12))
                result.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            }
            result.append(0x80 | UInt8(scalar & 0x3F))
        }
        return result
    }
}
