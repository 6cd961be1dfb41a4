import ArgumentParser

/// How what the ledger knows, or what a sync did, is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person at a terminal.
    case text
    /// For a program.
    case json
}
