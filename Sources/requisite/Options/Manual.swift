/// The text below a command's synopsis: what it does, examples, exit statuses; the same layout for all.
enum Manual {
    /// - Parameters:
    ///   - prose: Paragraphs; empty for a command that its abstract explains.
    ///   - examples: Command lines with what they do.
    ///   - statuses: The statuses that the command can end with, beside that of a wrong command line.
    static func text(
        _ prose: String = "", examples: KeyValuePairs<String, String>, statuses: [ExitStatus]
    ) -> String {
        var parts = prose.isEmpty ? [] : [prose]
        parts.append("EXAMPLES:\n" + examples.map { "  \($0.key)\n      \($0.value)" }.joined(separator: "\n"))
        let listed = ExitStatus.allCases.filter { ([.done, .usage] + statuses).contains($0) }
        parts.append(
            "EXIT STATUS:\n"
                + listed.map { status in
                    let number = String(status.rawValue)
                    return "  \(number)\(String(repeating: " ", count: 4 - number.count))\(status.meaning)"
                }.joined(separator: "\n"))
        return parts.joined(separator: "\n\n")
    }
}
