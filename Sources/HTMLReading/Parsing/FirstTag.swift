internal import RequirementModel

extension HTMLReader {
    /// The name of the tag that a text begins with, lower case, with the `!` of `!doctype`, white space, comments and processing
    /// instructions passed over; nil for a text that begins with anything else.
    ///
    /// By it those who have a text of some kind, and no parser yet, tell whether it may be a page.
    public static func firstTag(of text: ArraySlice<UInt8>) -> String? {
        var rest = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text
        while true {
            rest = rest.drop { $0 <= 0x20 }
            let end: String
            if rest.starts(with: "<!--".utf8) {
                end = "-->"
            } else if rest.starts(with: "<?".utf8) {
                end = "?>"
            } else {
                break
            }
            guard let closed = rest.firstRange(of: Array(end.utf8)) else { return nil }
            rest = rest[closed.upperBound...]
        }
        guard rest.first == UInt8(ascii: "<") else { return nil }
        let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let isTag = name.first.map { $0.isLetter || $0 == UInt8(ascii: "!") } ?? false
        return isTag ? String(decoding: name.prefix(16), as: UTF8.self).lowercased() : nil
    }
}
