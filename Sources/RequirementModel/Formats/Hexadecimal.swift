/// Lower-case hexadecimal digits.
package enum Hexadecimal {
    /// The digits of `bytes`.
    package static func text(of bytes: ArraySlice<UInt8>) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The digits of `number`, led by zeros to make them `count`.
    package static func text(of number: UInt64, digits count: Int) -> String {
        let digits = String(number, radix: 16)
        return digits.utf8.count < count ? String(repeating: "0", count: count - digits.utf8.count) + digits : digits
    }

    /// Whether `byte` is such a digit.
    package static func isDigit(_ byte: UInt8) -> Bool { byte.isDigit || (0x61...0x66).contains(byte) }

    /// The digit of a value below 16.
    package static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
