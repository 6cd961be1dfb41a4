internal import RequirementModel

/// A value that an option can have; its case is the option's type.
public enum OptionValue: Sendable, Hashable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case list([String])
    /// Names to values, such as what stands for each placeholder.
    case map([String: [String]])

    /// The type's name in messages.
    public var typeName: String {
        switch self {
        case .string: "a string"
        case .integer: "a whole number"
        case .boolean: "true or false"
        case .list: "a list of strings"
        case .map: "a map of names to strings or lists of strings"
        }
    }
}

/// An option that does not fit its descriptor.
public struct OptionError: Error, Hashable, CustomStringConvertible {
    /// The option.
    public var option: String
    /// What is wrong with it and what to do.
    public var message: String

    /// A fault in `option`.
    public init(option: String, message: String) {
        self.option = option
        self.message = message
    }

    /// The option and what is wrong with it.
    public var description: String { "option '\(option)': \(message)" }
}

/// The options of one transformer, complete: every option of its descriptor has a value of its type.
public struct OptionValues: Sendable, Hashable {
    private let values: [String: OptionValue]

    /// The `given` values over the descriptor's defaults.
    /// - Throws: ``OptionError`` for an unknown option (with the nearest name), a wrong type, or a value that is no choice.
    public init(_ given: [String: OptionValue] = [:], for descriptor: TransformerDescriptor) throws(OptionError) {
        var values: [String: OptionValue] = [:]
        for option in descriptor.options { values[option.name] = option.defaultValue }
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            guard let option = descriptor.options.first(where: { $0.name == name }) else {
                let known = descriptor.options.map(\.name)
                let hint = known.isEmpty ? "it takes none" : Spelling.hint(for: name, among: known)
                throw OptionError(option: name, message: "'\(descriptor.name)' has no such option; \(hint)")
            }
            values[name] = try Self.check(value, for: option)
        }
        self.values = values
    }

    /// The string of an option; empty if the descriptor has no such option of that type.
    public func string(_ name: String) -> String {
        if case .string(let value) = values[name] { value } else { "" }
    }

    /// The number of an option; 0 if the descriptor has no such option of that type.
    public func integer(_ name: String) -> Int {
        if case .integer(let value) = values[name] { value } else { 0 }
    }

    /// The flag of an option; false if the descriptor has no such option of that type.
    public func boolean(_ name: String) -> Bool {
        if case .boolean(let value) = values[name] { value } else { false }
    }

    /// The strings of an option; empty if the descriptor has no such option of that type.
    public func list(_ name: String) -> [String] {
        if case .list(let value) = values[name] { value } else { [] }
    }

    /// The map of an option; empty if the descriptor has no such option of that type.
    public func map(_ name: String) -> [String: [String]] {
        if case .map(let value) = values[name] { value } else { [:] }
    }

    private static func check(
        _ value: OptionValue, for option: TransformerDescriptor.Option
    ) throws(OptionError) -> OptionValue {
        // A single string is a list of one: `clouds: AzureCloud`.
        let value =
            if case (.string(let one), .list) = (value, option.defaultValue) { OptionValue.list([one]) } else { value }
        let words: [String]
        switch (value, option.defaultValue) {
        case (.string(let word), .string): words = [word]
        case (.list(let list), .list): words = list
        case (.integer, .integer), (.boolean, .boolean), (.map, .map): words = []
        default:
            throw OptionError(
                option: option.name, message: "takes \(option.defaultValue.typeName), not \(value.typeName)")
        }
        if !option.choices.isEmpty, let stranger = words.first(where: { !option.choices.contains($0) }) {
            let nearest = Spelling.nearest(to: stranger, among: option.choices)
            let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
            throw OptionError(
                option: option.name,
                message: "'\(stranger)' is none of \(option.choices.joined(separator: ", "))\(hint)")
        }
        return value
    }
}
