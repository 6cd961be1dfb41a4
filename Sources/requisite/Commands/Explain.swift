import ArgumentParser
import Pipeline
import RequirementModel
import TransformerKit

/// `requisite explain`: why a flow is asked for.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say which records ask for a destination and port, and where they come from.",
        discussion: Manual.text(
            """
            Of each record of the last version that names the destination, or holds it by a wildcard, a network, a tag or \
            a placeholder: the line that states it, the version and commit that brought it, and the lines of rule files \
            that name it.
            """,
            examples: [
                "requisite explain mcr.microsoft.com:443": "why a firewall lets this through",
                "requisite explain 10.1.2.3": "networks that hold an address, whatever the port",
                "requisite explain Storage --format json": "who asks for a service tag, for a program",
            ],
            statuses: [.badInput, .inputMissing, .configuration]))

    @Argument(
        help: ArgumentHelp("A host, address, network, service tag or URL.", valueName: "host[:port]"),
        transform: Self.read)
    var flow: AskedFlow

    @Option(name: .shortAndLong, help: "How to print it.")
    var format = ReportFormat.text

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws {
        let console = consoleOptions.console
        let configuration = try configurationFile.required()
        let explanation = try History(configuration).explanation(of: flow)
        if format == .json { return try console.write(JSONWriter.text { explanation.write(to: &$0) }) }
        if explanation.reasons.isEmpty {
            try console.write("No record of version \(explanation.version) asks for \(flow).".safeForTerminal)
        }
        var sources = SourceLines(of: configuration.corpusFolder)
        let links = SourceLink(template: "").leading(to: try History(configuration).version().documents)
        for reason in explanation.reasons { try console.write(reason, from: &sources, links) }
        explanation.remark.map { console.say("note: \($0)") }
    }

    private static func read(_ text: String) throws -> AskedFlow {
        guard let flow = AskedFlow(text) else {
            throw ValidationError(
                "'\(text)' is no destination; write it as mcr.microsoft.com:443, 10.1.2.3 or [2001:db8::1]:443")
        }
        return flow
    }
}

extension Console {
    fileprivate func write(
        _ reason: FlowExplanation.Reason, from sources: inout SourceLines, _ links: SourceLink
    ) throws {
        let record = reason.record
        let deed = record.network?.access == .deny ? "denies" : "asks for"
        try write("\(record.location): \(deed) \(Self.list(reason.atoms)) [\(record.id)]".safeForTerminal)
        if let line = sources.line(at: record.location) {
            try write("    \(String(decoding: line, as: UTF8.self))".safeForTerminal)
        }
        if let address = links.originAddress(of: record) { try write("    \(address)".safeForTerminal) }
        if let condition = record.network?.condition { try write("    only: \(condition)".safeForTerminal) }
        for (word, event) in [("came", reason.came), ("changed", reason.changed)] {
            guard let event else { continue }
            let commit = event.version.commit.map { " by \($0.hash.prefix(12)) \($0.subject)" } ?? ""
            try write("    \(word) with \(event.version.id) on \(event.version.date)\(commit)".safeForTerminal)
        }
        for rule in reason.rules {
            let text = rule.text.count > 100 ? "\(rule.text.prefix(99))…" : rule.text
            try write("    \(rule.artifact):\(rule.line): \(text)".safeForTerminal)
        }
    }

    /// The first atoms, each as destination, protocol and port.
    private static func list(_ atoms: [Atom]) -> String {
        let texts = atoms.map { atom in
            let service = [atom.service.transport, atom.service.port?.description].compactMap(\.self)
            return ([atom.destination?.text ?? "any"] + service).joined(separator: " ")
        }
        return texts.prefix(4).joined(separator: ", ") + (texts.count > 4 ? " and \(texts.count - 4) more" : "")
    }
}
