internal import Algorithms

// What every reader of text has to mend before a parser sees it.

extension [UInt8] {
    /// The UTF-8 of UTF-16 `bytes`; an unpaired surrogate or a last odd byte becomes U+FFFD.
    package init(utf16 bytes: ArraySlice<UInt8>, isBigEndian: Bool) {
        let units = bytes.chunks(ofCount: 2).map { unit -> UInt16 in
            guard let first = unit.first, let second = unit.dropFirst().first else { return 0xFFFD }
            return isBigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
        }
        self.init(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The same with U+FFFD, as browsers show it, for each NUL, which ends a C library's text.
    package var replacingNUL: [UInt8] {
        var mended: [UInt8] = []
        mended.reserveCapacity(count + 16)
        for byte in self {
            if byte == 0 { mended += [0xEF, 0xBF, 0xBD] } else { mended.append(byte) }
        }
        return mended
    }
}
