import ArgumentParser

/// How what the ledger knows is printed.
enum HistoryFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person at a terminal.
    case text
    /// For a program.
    case json
}
