internal import Algorithms
internal import RequirementModel

/// Text with placeholders, such as `{region}.example.com`, on its way into an ARM template.
struct TemplateString: Hashable {
    var parts: [Part]

    enum Part: Hashable {
        case text(String)
        case placeholder(String)
    }

    /// `text` with each `{name}` as a placeholder; a brace without its partner is text.
    init(_ text: String) {
        parts = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            parts.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty || parts.isEmpty { parts.append(.text(String(rest))) }
    }

    /// The names of its placeholders, in order.
    var placeholders: [String] {
        parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    }

    /// The text with every placeholder as `x`, for rules on what may stand where.
    var sample: String {
        parts.map { if case .text(let text) = $0 { text } else { "x" } }.joined()
    }

    /// One for each combination of the values of the placeholders that have some; nil when these are too many to be meant.
    func resolved(_ values: [String: [String]]) -> [TemplateString]? {
        var results = [self]
        for name in placeholders.uniqued() {
            guard let choices = values[name] else { continue }
            results = results.flatMap { result in choices.map { result.replacing(name, by: $0) } }
            if results.count > 1000 { return nil }
        }
        return Array(results.uniqued())
    }

    private func replacing(_ name: String, by value: String) -> TemplateString {
        TemplateString(
            parts.map {
                switch $0 {
                case .text(let text): text
                case .placeholder(name): value
                case .placeholder(let other): "{\(other)}"
                }
            }.joined())
    }

    /// The JSON string's value by which a template says it, with `parameters` naming each placeholder's parameter.
    ///
    /// Resource Manager takes a string that begins with `[` and ends with `]` for an expression; `[[` at its beginning says
    /// that it is none. Inside an expression a string stands between apostrophes, and two stand for one.
    func expression(_ parameters: Parameters) -> String {
        if placeholders.isEmpty { return Self.literal(sample) }
        let arguments = parts.map { part in
            switch part {
            case .text(let text):
                "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
            case .placeholder(let name): "parameters('\(parameters.name(for: name))')"
            }
        }
        return arguments.count == 1 ? "[\(arguments[0])]" : "[concat(\(arguments.joined(separator: ", ")))]"
    }

    /// `text` so that Resource Manager takes it as it stands.
    static func literal(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "[") && text.utf8.last == UInt8(ascii: "]") ? "[" + text : text
    }
}

/// The template parameters that stand for placeholders, each with a name that Resource Manager takes.
struct Parameters {
    static let policyName = "firewallPolicyName"
    static let sourceAddresses = "sourceAddresses"
    /// How many parameters are the template's own.
    static let reserved = 2

    /// The placeholders, sorted.
    private(set) var placeholders: [String]
    private let names: [String: String]

    /// Names for `placeholders`: `storage-account` becomes `storageAccount`. Names that would be equal, as Resource Manager
    /// does not tell capitals from small letters, end with a hash of the placeholder.
    init(_ placeholders: some Collection<String>) {
        self.placeholders = Set(placeholders).sorted()
        let plain = Dictionary(uniqueKeysWithValues: self.placeholders.map { ($0, Self.camelCase($0)) })
        let taken = [Self.policyName, Self.sourceAddresses] + plain.values
        let uses = Dictionary(grouping: taken) { $0.lowercased() }
        names = Dictionary(
            uniqueKeysWithValues: plain.map { placeholder, name in
                let isAlone = uses[name.lowercased()]?.count == 1
                return (placeholder, isAlone ? name : name + fingerprint(of: placeholder))
            })
    }

    func name(for placeholder: String) -> String { names[placeholder] ?? Self.camelCase(placeholder) }

    private static func camelCase(_ placeholder: String) -> String {
        let words = placeholder.utf8.split { !isAlphanumeric($0) }.map { String(Substring($0)) }
        let name = words.enumerated().map { $0 == 0 ? $1 : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
        guard let first = name.utf8.first else { return "placeholder" + fingerprint(of: placeholder) }
        return first.isDigit ? "placeholder" + name : name
    }
}

/// 8 hexadecimal digits over `text` (FNV-1a, 32 bits): the same on every machine, for names and not for secrets.
func fingerprint(of text: String) -> String {
    let hash = text.utf8.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
