import ArgumentParser
import BuiltInTransformers
import TransformerKit

/// `requisite transformers`: what can be emitted.
struct Transformers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transformers",
        abstract: "List the transformers, or describe some of them.",
        discussion: Manual.text(
            examples: [
                "requisite transformers": "names and what they emit",
                "requisite transformers azure-firewall": "its options, with their defaults",
            ],
            statuses: []))

    @Argument(
        help: ArgumentHelp("Those to describe.", valueName: "name"),
        completion: .list(BuiltInTransformers.registry.all.map { $0.descriptor.name }))
    var names: [String] = []

    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws {
        let console = consoleOptions.console
        let registry = BuiltInTransformers.registry
        guard names.isEmpty else {
            for name in names { try describe(registry.transformer(named: name).descriptor, on: console) }
            return
        }
        let width = registry.all.map { $0.descriptor.name.count }.max() ?? 0
        for type in registry.all {
            let name = type.descriptor.name
            let blanks = String(repeating: " ", count: width - name.count)
            try console.write("\(name)\(blanks)  \(type.descriptor.summary)")
        }
    }

    private func describe(_ descriptor: TransformerDescriptor, on console: Console) throws {
        try console.write("\(descriptor.name) \(descriptor.version): \(descriptor.summary)")
        try console.write("  emits      \(descriptor.formats.joined(separator: ", "))")
        let expresses =
            switch descriptor.expresses {
            case .everyRecord: "every record"
            case .changes: "changes"
            case .requirements(let words): words
            }
        try console.write("  expresses  \(expresses)")
        for option in descriptor.options {
            try console.write("  \(option.name) (default \(option.defaultValue.text))")
            try console.write("      \(option.summary)")
            if !option.choices.isEmpty { try console.write("      one of \(option.choices.joined(separator: ", "))") }
        }
    }
}

extension OptionValue {
    /// The value as YAML has it in one line.
    fileprivate var text: String {
        switch self {
        case .string(let value): value.isEmpty ? "\"\"" : value
        case .integer(let value): "\(value)"
        case .boolean(let value): "\(value)"
        case .list(let values): "[\(values.joined(separator: ", "))]"
        case .map(let values):
            "{\(values.sorted { $0.key < $1.key }.map { "\($0.key): [\($0.value.joined(separator: ", "))]" }.joined(separator: ", "))}"
        }
    }
}
