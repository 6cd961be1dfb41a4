internal import RequirementModel

/// What a page's tags tell beside its text, which readers of documents have no use for: links to itself and fields.
struct TagScan {
    /// Whether it has a field for a password.
    private(set) var hasPasswordField = false
    /// Whether the page as a whole is closed, or never opened.
    private(set) var closesPage = true
    /// The targets of `<link>` by relation, the first of each.
    private(set) var links: [String: String] = [:]

    init(_ bytes: [UInt8]) {
        var index = bytes.startIndex
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            if bytes[index...].starts(with: "!--".utf8) {
                index = bytes[index...].firstRange(of: "-->".utf8)?.upperBound ?? bytes.endIndex
                continue
            }
            let name = Self.word(bytes[index...].prefix(10))
            switch name {
            case "html": closesPage = false
            case "/html": closesPage = true
            case "script", "style":
                // What stands in these is no tag, but for their end.
                let end = name == "script" ? "</script" : "</style"
                index = Self.find(end, in: bytes[index...]) ?? bytes.endIndex
            case "input":
                if Self.attributes(of: bytes[(index + name.utf8.count)...])["type"]?.lowercased() == "password" {
                    hasPasswordField = true
                }
            case "link":
                let attributes = Self.attributes(of: bytes[(index + name.utf8.count)...])
                guard let target = attributes["href"] else { continue }
                for relation in (attributes["rel"] ?? "").lowercased().split(separator: " ") {
                    links[String(relation)] = links[String(relation)] ?? target
                }
            default: break
            }
        }
    }

    /// The name at the beginning, lower case, with its slash.
    private static func word(_ bytes: ArraySlice<UInt8>) -> String {
        String(
            decoding: bytes.prefix { $0 == UInt8(ascii: "/") && $0 == bytes.first || $0.isLetter }.map(\.lowercased),
            as: UTF8.self)
    }

    /// Where `text`, which is lower case, stands in any case.
    private static func find(_ text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let text = Array(text.utf8)
        var rest = bytes
        while let start = rest.firstIndex(of: text[0]) {
            rest = rest[start...]
            if rest.count >= text.count, zip(rest, text).allSatisfy({ $0.lowercased == $1 }) {
                return start
            }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// The attributes up to the tag's end, by their lower-case names; references in values are left as they are.
    private static func attributes(of bytes: ArraySlice<UInt8>) -> [String: String] {
        var attributes: [String: String] = [:]
        // No tag that is asked about here is longer.
        var rest = bytes.prefix(4096)
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
            guard let first = rest.first, first != UInt8(ascii: ">") else { return attributes }
            let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
            rest = rest[name.endIndex...].drop { $0 <= 0x20 }
            var value: ArraySlice<UInt8> = []
            if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst().drop { $0 <= 0x20 }
                if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    value = rest.dropFirst().prefix { $0 != quote }
                    rest = rest[value.endIndex...].dropFirst()
                } else {
                    value = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
                    rest = rest[value.endIndex...]
                }
            } else if name.isEmpty {
                return attributes
            }
            attributes[String(decoding: name, as: UTF8.self).lowercased()] = String(decoding: value, as: UTF8.self)
        }
    }
}
