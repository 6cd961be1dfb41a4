/// Lower-case hexadecimal digits.
package enum Hexadecimal {
    /// The digits of `bytes`, for which room for `capacity` digits suffices. Inlined, as every record's id comes by here.
    @inlinable
    package static func text(of bytes: some Sequence<UInt8>, capacity: Int = 64) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(capacity)
        for byte in bytes {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    @inlinable
    package static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
