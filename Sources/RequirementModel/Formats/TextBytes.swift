extension [UInt8] {
    /// Adds the UTF-8 of `text`, behind `separator` if there is one: cheaper by a third than to append it as a collection, which
    /// holds on to the string.
    package mutating func append(utf8 text: String, after separator: UInt8? = nil) {
        guard #available(macOS 26, *), !text.isEmpty else {
            if let separator { append(separator) }
            if !text.isEmpty { append(contentsOf: text.utf8) }
            return
        }
        append(text.utf8.span, after: separator)
    }

    /// Adds `bytes`, behind `separator` if there is one.
    package mutating func append(_ bytes: Span<UInt8>, after separator: UInt8? = nil) {
        append(addingCapacity: bytes.count + 1) { added in
            if let separator { added.append(separator) }
            for index in bytes.indices { added.append(bytes[index]) }
        }
    }

    /// Adds the UTF-8 of `text` if `isPlain` holds for each byte of it.
    /// - Returns: Whether it does; nothing was added otherwise.
    package mutating func append(utf8 text: String, ifEach isPlain: (UInt8) -> Bool) -> Bool {
        guard #available(macOS 26, *) else {
            guard text.utf8.allSatisfy(isPlain) else { return false }
            append(contentsOf: text.utf8)
            return true
        }
        let utf8 = text.utf8.span
        let start = count
        append(addingCapacity: utf8.count) { added in
            for index in utf8.indices {
                guard isPlain(utf8[index]) else { return added.removeAll() }
                added.append(utf8[index])
            }
        }
        return count - start == utf8.count
    }

    /// Adds the digits of `number`, without a string on the way.
    package mutating func append(decimal number: Int) {
        if 0...9 ~= number { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)) }
        if number < 0 { append(UInt8(ascii: "-")) }
        appendDigits(of: number.magnitude)
    }

    private mutating func appendDigits(of number: UInt) {
        if number >= 10 { appendDigits(of: number / 10) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
