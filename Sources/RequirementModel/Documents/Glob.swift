/// A pattern of paths: `*` stands for any characters of a name, `?` for one, `**/` for any folders or none.
///
/// A pattern without a slash fits a name in any folder, as in `.gitignore`; one that ends in a slash fits all below.
public struct Glob: Sendable, Hashable, CustomStringConvertible {
    /// The pattern as written.
    public let description: String
    private let parts: [Part]

    private enum Part: Sendable, Hashable {
        case byte(UInt8)
        case anyByte
        case anyName
        case anyFolders
        case anything
    }

    /// The pattern `text`.
    public init(_ text: String) {
        description = text
        var pattern = text
        if pattern.hasPrefix("./") { pattern.removeFirst(2) }
        if !pattern.dropLast(pattern.hasSuffix("/") ? 1 : 0).contains("/") { pattern = "**/" + pattern }
        if pattern.hasPrefix("/") { pattern.removeFirst() }
        var parts: [Part] = []
        var rest = Array(pattern.utf8)[...]
        while let byte = rest.first {
            if rest.starts(with: "**/".utf8) {
                parts.append(.anyFolders)
                rest = rest.dropFirst(3)
            } else if rest.elementsEqual("**".utf8) {
                parts.append(.anything)
                rest = []
            } else {
                parts.append(byte == UInt8(ascii: "*") ? .anyName : byte == UInt8(ascii: "?") ? .anyByte : .byte(byte))
                rest = rest.dropFirst()
            }
        }
        if pattern.hasSuffix("/") { parts.append(.anything) }
        self.parts = parts
    }

    /// Whether the pattern fits the whole of `path`, byte by byte.
    public func matches(_ path: String) -> Bool {
        // Each part of the pattern moves on the set of places in the path that the parts before it may end at, so that the
        // cost is the product of both lengths however many stars there are.
        let bytes = Array(path.utf8)
        let slash = UInt8(ascii: "/")
        var places = [true] + Array(repeating: false, count: bytes.count)
        for part in parts {
            var next = Array(repeating: false, count: bytes.count + 1)
            switch part {
            case .byte(let byte):
                for index in bytes.indices where places[index] && bytes[index] == byte { next[index + 1] = true }
            case .anyByte:
                for index in bytes.indices where places[index] && bytes[index] != slash { next[index + 1] = true }
            case .anyName, .anything:
                var isOpen = false
                for index in 0...bytes.count {
                    if part == .anyName, index > 0, bytes[index - 1] == slash { isOpen = false }
                    isOpen = isOpen || places[index]
                    next[index] = isOpen
                }
            case .anyFolders:
                var isOpen = false
                for index in 0...bytes.count {
                    next[index] = places[index] || isOpen && bytes[index - 1] == slash
                    isOpen = isOpen || places[index]
                }
            }
            places = next
        }
        return places[bytes.count]
    }
}
