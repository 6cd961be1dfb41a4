/// Writes names in their normal form: placeholders of every kind of bracket become `{name}`.
struct NameWriter {
    /// Whether letters outside placeholders are put in lower case.
    var isLowercased = true
    private var output: [UInt8] = []

    /// What has been written.
    var text: String {
        let text = String(decoding: output, as: UTF8.self)
        return isLowercased && output.contains { $0 >= 0x80 } ? text.lowercased() : text
    }

    /// Writes one byte as it is.
    mutating func append(_ byte: UInt8) { output.append(byte) }

    /// Writes the name in `range`; a stretch of it that is `emphasised` alone is a placeholder too.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>, emphasised stretches: [Range<Int>] = []) {
        output.reserveCapacity(output.count + range.count)
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            if let end = emphasisEnd(at: position, in: range, stretches) {
                placeholder(bytes, position..<end)
                position = end
            } else if let close = closing(byte),
                let end = (position..<range.upperBound).first(where: { bytes[$0] == close })
            {
                if output.last == UInt8(ascii: "$") { output.removeLast() }
                placeholder(bytes, position + 1..<end)
                position = end + 1
                while position < range.upperBound, bytes[position] == close { position += 1 }
            } else {
                if byte != Folding.filler { output.append(isLowercased ? ASCII.lowercased(byte) : byte) }
                position += 1
            }
        }
    }

    private func closing(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        default: nil
        }
    }

    /// The end of an emphasised stretch that is a part of the name and not all of it.
    private func emphasisEnd(at position: Int, in range: Range<Int>, _ stretches: [Range<Int>]) -> Int? {
        stretches.first { stretch in
            stretch.lowerBound == position && stretch.upperBound <= range.upperBound && stretch.count < range.count
                && !stretch.isEmpty
        }?.upperBound
    }

    /// Writes `{name}`: lower case, spaces and underscores as hyphens, and so the slash of `<region/zone>`, which would
    /// end a host's name.
    mutating func placeholder(_ bytes: [UInt8], _ range: Range<Int>) {
        var name: [UInt8] = []
        for position in range {
            switch bytes[position] {
            case Folding.filler, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "%"), UInt8(ascii: "\""), UInt8(ascii: ":"):
                continue
            case ASCII.space, UInt8(ascii: "_"), UInt8(ascii: "/"):
                if name.last != UInt8(ascii: "-") { name.append(UInt8(ascii: "-")) }
            case let byte: name.append(ASCII.lowercased(byte))
            }
        }
        while name.first == UInt8(ascii: "-") { name.removeFirst() }
        while name.last == UInt8(ascii: "-") { name.removeLast() }
        output.append(UInt8(ascii: "{"))
        output.append(contentsOf: name)
        output.append(UInt8(ascii: "}"))
    }
}
