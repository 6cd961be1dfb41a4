internal import RequirementModel

/// The tag of an MDX component, `<Note type="warning">`: the name begins with a capital, as no HTML element's does.
struct ComponentTag {
    let name: [UInt8]
    let range: Range<Int>
    let isClosing: Bool
    let isSelfClosing: Bool
    private let tag: InlineTag

    /// Longer tags are none, or hostile.
    private static let maximumLength = 1024

    /// The tag that begins at `start`; nil for anything else.
    init?(_ bytes: [UInt8], at start: Int) {
        var index = start + 1
        isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let nameStart = index
        guard index < bytes.count, bytes[index].isUppercase else { return nil }
        while index < bytes.count, bytes[index].isLetter || bytes[index].isDigit || bytes[index] == UInt8(ascii: ".") {
            index += 1
        }
        name = Array(bytes[nameStart..<index])
        let limit = min(bytes.count, start + Self.maximumLength)
        var quote: UInt8?
        var braces = 0
        while index < limit {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") && braces == 0 {
                quote = byte
            } else if byte == UInt8(ascii: "{") {
                braces += 1
            } else if byte == UInt8(ascii: "}") {
                braces -= 1
            } else if byte == UInt8(ascii: ">"), braces <= 0 {
                break
            }
            index += 1
        }
        guard index < limit else { return nil }
        range = start..<index + 1
        isSelfClosing = bytes[index - 1] == UInt8(ascii: "/")
        tag = InlineTag(Array(bytes[range]))
        // `<Your resource group>` is a placeholder; attributes of components have values.
        let attributes = bytes[nameStart + name.count..<index]
        if !isClosing, !isSelfClosing, !attributes.allSatisfy(\.isWhitespace), !attributes.contains(UInt8(ascii: "=")) {
            return nil
        }
    }

    /// What stands in it as text to be seen; of a tab that has no such text, Docusaurus shows the value.
    var label: String? {
        tag.attribute("label") ?? tag.attribute("title") ?? tag.attribute("name")
            ?? (isTab ? tag.attribute("value") : nil)
    }

    private var isTab: Bool {
        let name = name.map(\.lowercased)
        return name.elementsEqual("tabitem".utf8) || name.elementsEqual("tab".utf8)
    }

    var directiveKind: Directive.Kind {
        if isTab { return .tab }
        let name = name.map(\.lowercased)
        if let kind = AdmonitionKind.named(name[...]) { return .note(kind) }
        guard AdmonitionKind.isFrame(name) else { return .group }
        let type = (tag.attribute("type") ?? tag.attribute("kind") ?? "note").utf8.map(\.lowercased)
        return .note(AdmonitionKind.named(type[...]) ?? "note")
    }
}
