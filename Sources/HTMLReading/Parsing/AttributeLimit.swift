internal import RequirementModel

/// Keeps libxml2 from comparing each attribute of a tag with all others of a tag that has a hundred thousand.
enum AttributeLimit {
    /// More than any page has use for.
    private static let maximum = 256

    /// Makes what stands beyond the limit in a tag blank, in its place; the offset of the first such tag.
    static func apply(to bytes: inout [UInt8]) -> Int? {
        let crowded = bytes.withUnsafeBufferPointer(crowdedTags)
        for tag in crowded {
            for offset in tag.excess { bytes[offset] = bytes[offset] == 0x0A ? 0x0A : 0x20 }
        }
        return crowded.first?.start
    }

    /// Where the tags begin that have too many attributes, and where these stand.
    private static func crowdedTags(in bytes: UnsafeBufferPointer<UInt8>) -> [(start: Int, excess: Range<Int>)] {
        var crowded: [(start: Int, excess: Range<Int>)] = []
        var index = 0
        while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: index) {
            index = open + 1
            guard index < bytes.count, bytes[index].isLetter else { continue }
            let (end, excess) = scan(bytes, from: index)
            if let excess { crowded.append((open, excess..<end)) }
            index = end
        }
        return crowded
    }

    /// The end of the tag whose name begins at `start`, and where its attributes are too many.
    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, excess: Int?) {
        var index = start
        var count = 0
        var excess: Int?
        var previous: UInt8 = 0
        var wasBlank = false
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            let byte = bytes[index]
            if byte <= 0x20 {
                wasBlank = true
            } else if previous == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
                let close = bytes.firstIndex(of: byte, from: index + 1)
            {
                index = close
                (previous, wasBlank) = (byte, true)
            } else {
                if wasBlank { count += 1 }
                if count > maximum, excess == nil { excess = index }
                (previous, wasBlank) = (byte, false)
            }
            index += 1
        }
        return (index, excess)
    }
}
