/// Reads JSON text (RFC 8259) as the values that its caller expects, in the order in which they stand; no tree is built.
///
/// The counterpart of ``JSONWriter``. An object is walked with ``beginObject()`` and ``nextKey()``, an array with
/// ``beginArray()`` and ``nextElement()``:
///
///     try reader.beginObject()
///     while let key = try reader.nextKey() {
///         switch key {
///         case "port": port = try reader.integer()
///         default: try reader.skip()
///         }
///     }
public struct JSONReader: Sendable {
    /// What is wrong with a text, and where.
    public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// The byte, counted from the beginning of all that the reader was given.
        public var offset: Int
        /// What is wrong, lower case, no full stop.
        public var message: String

        /// A fault at `offset`.
        public init(at offset: Int, _ message: String) {
            self.offset = offset
            self.message = message
        }

        /// The byte and what is wrong with it.
        public var description: String { "byte \(offset): \(message)" }
    }

    /// The next byte to be read.
    public private(set) var offset: Int
    private let bytes: [UInt8]
    private let end: Int
    /// Whether nothing of the innermost object or array was read yet, so that no comma is due.
    private var isFirst = true

    /// A reader of `bytes`, or of the `range` of them.
    public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        offset = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    /// Goes into an object.
    public mutating func beginObject() throws(Fault) { try begin(UInt8(ascii: "{"), "an object") }

    /// The next member's name, whose value must be read or skipped then; nil at the object's end.
    public mutating func nextKey() throws(Fault) -> String? {
        guard try continues(to: UInt8(ascii: "}")) else { return nil }
        let key = try quoted()
        guard peek() == UInt8(ascii: ":") else { throw fault("a colon is missing") }
        offset += 1
        return key
    }

    /// Goes into an array.
    public mutating func beginArray() throws(Fault) { try begin(UInt8(ascii: "["), "an array") }

    /// Whether another element follows, which must be read or skipped then.
    public mutating func nextElement() throws(Fault) -> Bool { try continues(to: UInt8(ascii: "]")) }

    /// An array whose elements `element` reads.
    public mutating func array<Element>(
        of element: (inout JSONReader) throws(Fault) -> Element
    ) throws(Fault) -> [Element] {
        var elements: [Element] = []
        try beginArray()
        while try nextElement() { elements.append(try element(&self)) }
        return elements
    }

    /// A string. Where it is the same as `expected`, that very value, which costs no memory of its own.
    public mutating func string(expecting expected: String? = nil) throws(Fault) -> String {
        try quoted(expecting: expected)
    }

    /// An array of strings, those that stand in the same place of `expected` shared with it.
    public mutating func strings(expecting expected: [String] = []) throws(Fault) -> [String] {
        var strings: [String] = []
        var isSame = true
        try beginArray()
        while try nextElement() {
            let candidate = strings.count < expected.count ? expected[strings.count] : nil
            let text = try string(expecting: candidate)
            if text != candidate { isSame = false }
            strings.append(text)
        }
        return isSame && strings.count == expected.count ? expected : strings
    }

    /// A string that stands for a value, as enumerations have it.
    public mutating func symbol<Symbol: RawRepresentable<String>>(_: Symbol.Type = Symbol.self) throws(Fault) -> Symbol
    {
        _ = peek()
        let start = offset
        let text = try string()
        guard let symbol = Symbol(rawValue: text) else { throw Fault(at: start, "'\(text)' is no \(Symbol.self)") }
        return symbol
    }

    /// A whole number.
    public mutating func integer() throws(Fault) -> Int {
        _ = peek()
        let start = offset
        try skipNumber()
        guard let number = Int(String(decoding: bytes[start..<offset], as: UTF8.self)) else {
            throw Fault(at: start, "the number is not whole, or too large")
        }
        return number
    }

    /// `true` or `false`.
    public mutating func boolean() throws(Fault) -> Bool {
        let isTrue = peek() == UInt8(ascii: "t")
        try word(isTrue ? "true" : "false")
        return isTrue
    }

    /// Takes a `null`, if that is what comes next.
    public mutating func null() throws(Fault) -> Bool {
        guard peek() == UInt8(ascii: "n") else { return false }
        try word("null")
        return true
    }

    /// Passes over a value of any kind, to any depth.
    public mutating func skip() throws(Fault) {
        var closers: [UInt8] = []
        repeat {
            if let closer = closers.last {
                guard try continues(to: closer) else {
                    closers.removeLast()
                    continue
                }
                if closer == UInt8(ascii: "}") {
                    _ = try quoted()
                    guard peek() == UInt8(ascii: ":") else { throw fault("a colon is missing") }
                    offset += 1
                }
            }
            switch peek() {
            case UInt8(ascii: "{"):
                try beginObject()
                closers.append(UInt8(ascii: "}"))
            case UInt8(ascii: "["):
                try beginArray()
                closers.append(UInt8(ascii: "]"))
            case UInt8(ascii: "\""): _ = try string()
            case UInt8(ascii: "t"): try word("true")
            case UInt8(ascii: "f"): try word("false")
            case UInt8(ascii: "n"): try word("null")
            default: try skipNumber()
            }
        } while !closers.isEmpty
    }

    /// - Throws: ``Fault`` when something follows.
    public mutating func finish() throws(Fault) {
        if peek() != nil { throw fault("something follows the value") }
    }
}

extension JSONReader {
    /// The next byte that is not white space.
    private mutating func peek() -> UInt8? {
        while offset < end {
            let byte = bytes[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            offset += 1
        }
        return nil
    }

    private mutating func begin(_ opener: UInt8, _ what: String) throws(Fault) {
        guard peek() == opener else { throw fault("\(what) is missing") }
        offset += 1
        isFirst = true
    }

    /// Takes the comma before the next member or element; false, and past it, at the end.
    private mutating func continues(to closer: UInt8) throws(Fault) -> Bool {
        let next = peek()
        if next == closer {
            offset += 1
            isFirst = false
            return false
        }
        if !isFirst {
            guard next == UInt8(ascii: ",") else { throw fault("a comma is missing") }
            offset += 1
            if peek() == closer { throw fault("a value is missing") }
        }
        isFirst = false
        return true
    }

    private mutating func quoted(expecting expected: String? = nil) throws(Fault) -> String {
        guard peek() == UInt8(ascii: "\"") else { throw fault("a string is missing") }
        let start = offset + 1
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") { return try unescaped(from: start, firstEscape: index) }
            if byte < 0x20 { throw Fault(at: index, "a control character stands in a string") }
            index += 1
        }
        guard index < end else { throw Fault(at: start - 1, "a string does not end") }
        offset = index + 1
        return try text(bytes[start..<index], at: start, expecting: expected)
    }

    private func text(_ utf8: ArraySlice<UInt8>, at start: Int, expecting expected: String?) throws(Fault) -> String {
        if let expected, expected.utf8.count == utf8.count, expected.utf8.elementsEqual(utf8) { return expected }
        guard let text = String(validating: utf8, as: UTF8.self) else {
            throw Fault(at: start, "a string is no valid UTF-8")
        }
        return text
    }

    private mutating func unescaped(from start: Int, firstEscape: Int) throws(Fault) -> String {
        var text = Array(bytes[start..<firstEscape])
        offset = firstEscape
        while offset < end {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return try self.text(text[...], at: start, expecting: nil)
            case UInt8(ascii: "\\"): try appendEscaped(to: &text)
            case 0..<0x20: throw Fault(at: offset - 1, "a control character stands in a string")
            default: text.append(byte)
            }
        }
        throw Fault(at: start - 1, "a string does not end")
    }

    private mutating func appendEscaped(to text: inout [UInt8]) throws(Fault) {
        let start = offset - 1
        guard offset < end else { throw Fault(at: start, "an escape is cut short") }
        let byte = bytes[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var value = try codeUnit(of: start)
            if 0xD800..<0xDC00 ~= value, offset + 1 < end, bytes[offset] == UInt8(ascii: "\\"),
                bytes[offset + 1] == UInt8(ascii: "u")
            {
                offset += 2
                let low = try codeUnit(of: start)
                guard 0xDC00..<0xE000 ~= low else { throw Fault(at: start, "half a character is escaped") }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(value) else { throw Fault(at: start, "half a character is escaped") }
            text.append(contentsOf: String(scalar).utf8)
        default: throw Fault(at: start, "there is no such escape")
        }
    }

    private mutating func codeUnit(of escape: Int) throws(Fault) -> UInt32 {
        guard offset + 4 <= end else { throw Fault(at: escape, "an escape is cut short") }
        var value: UInt32 = 0
        for byte in bytes[offset..<offset + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: throw Fault(at: escape, "an escape is no hexadecimal number")
            }
        }
        offset += 4
        return value
    }

    private mutating func word(_ word: StaticString) throws(Fault) {
        let text = "\(word)".utf8
        guard offset + text.count <= end, bytes[offset..<offset + text.count].elementsEqual(text) else {
            throw fault("a value is missing")
        }
        offset += text.count
    }

    private mutating func skipNumber() throws(Fault) {
        let start = offset
        if next(is: "-") { offset += 1 }
        if next(is: "0") { offset += 1 } else { try skipDigits(of: start) }
        if next(is: ".") {
            offset += 1
            try skipDigits(of: start)
        }
        if next(is: "e") || next(is: "E") {
            offset += 1
            if next(is: "+") || next(is: "-") { offset += 1 }
            try skipDigits(of: start)
        }
    }

    private mutating func skipDigits(of start: Int) throws(Fault) {
        let first = offset
        while offset < end, bytes[offset].isDigit { offset += 1 }
        guard offset > first else { throw Fault(at: start, "a value is missing") }
    }

    private func next(is character: Unicode.Scalar) -> Bool { offset < end && bytes[offset] == UInt8(ascii: character) }

    private func fault(_ message: String) -> Fault { Fault(at: offset, message) }
}
