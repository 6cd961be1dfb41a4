internal import Algorithms

// Questions about single bytes of UTF-8 text, of which Foundation and the standard library ask Characters alone.

extension UInt8 {
    /// A space or a tab.
    @inlinable package var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// White space of any kind, line ends too.
    @inlinable package var isWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    /// An ASCII letter.
    @inlinable package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    /// An ASCII digit.
    @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }
    /// An ASCII letter in upper case.
    @inlinable package var isUppercase: Bool { (0x41...0x5A).contains(self) }
    /// The ASCII letter in lower case; every other byte as it is.
    @inlinable package var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
    /// Without the white space at its ends.
    package var trimmed: Self { trimming(while: \.isWhitespace) }
}
