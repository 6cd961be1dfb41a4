internal import RequirementModel

extension Inclusion {
    /// The path in `[!INCLUDE [text](path)]`, where `text` is nothing but that; nil for anything else.
    static func path(inLine text: ArraySlice<UInt8>) -> String? {
        let marker = text.prefix(9).map(\.lowercased)
        guard marker.elementsEqual("[!include".utf8), text.last == UInt8(ascii: "]") else { return nil }
        let link = text.dropLast().trimmed
        guard link.last == UInt8(ascii: ")"),
            let open = (link.startIndex..<link.endIndex - 1).last(where: {
                link[$0] == UInt8(ascii: "]") && link[$0 + 1] == UInt8(ascii: "(")
            })
        else { return nil }
        var target = link[(open + 2)..<(link.endIndex - 1)].trimmed
        if target.first == UInt8(ascii: "<"), target.last == UInt8(ascii: ">") {
            target = target.dropFirst().dropLast()
        }
        // A title in quotes may follow.
        if target.last == UInt8(ascii: "\""), let blank = target.firstIndex(where: \.isBlank) {
            target = target[..<blank]
        }
        return target.isEmpty ? nil : String(decoding: target, as: UTF8.self)
    }
}
