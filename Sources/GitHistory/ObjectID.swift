/// The id of a git object: 40 hexadecimal digits, or 64 in a repository by SHA-256.
public struct ObjectID: Sendable, Hashable, CustomStringConvertible {
    /// The digits, lower case.
    public let description: String

    /// The id that consists of `text`; nil for what is none.
    public init?(_ text: String) {
        let isID =
            (text.utf8.count == 40 || text.utf8.count == 64)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
        guard isID else { return nil }
        description = text
    }

    init?(_ text: ArraySlice<UInt8>) { self.init(String(decoding: text, as: UTF8.self)) }
}
