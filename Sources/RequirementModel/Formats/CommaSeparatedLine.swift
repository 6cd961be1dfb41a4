/// One line of comma-separated values, as directives for tables hold them (RFC 4180, but for line ends inside quotation marks).
package enum CommaSeparatedLine {
    /// Where the values in `line` stand, without the white space and quotation marks around them.
    package static func values(in bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
        let quote = UInt8(ascii: "\"")
        var values: [Range<Int>] = []
        var start = line.lowerBound
        var isQuoted = false
        func close(at end: Int) {
            var value = start..<end
            while let first = value.first, isBlank(bytes[first]) { value = value.lowerBound + 1..<value.upperBound }
            while let last = value.last, isBlank(bytes[last]) { value = value.lowerBound..<value.upperBound - 1 }
            if value.count > 1, bytes[value.lowerBound] == quote, bytes[value.upperBound - 1] == quote {
                value = value.lowerBound + 1..<value.upperBound - 1
            }
            values.append(value)
        }
        for place in line {
            if bytes[place] == quote { isQuoted.toggle() }
            guard bytes[place] == UInt8(ascii: ","), !isQuoted else { continue }
            close(at: place)
            start = place + 1
        }
        close(at: line.upperBound)
        return values
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
