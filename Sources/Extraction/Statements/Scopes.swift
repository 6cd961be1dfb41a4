internal import RequirementModel

/// The headings above a place and what the words under them say, from the document down to the nearest.
struct Scopes {
    /// What is said of the document as a whole: its title, and sentences that speak of all.
    private(set) var document = Statement()
    private var levels: [Level] = []

    /// One heading or tab with what it and the text under it say.
    private struct Level {
        var depth: Int
        var title: String
        var isTab: Bool
        var label: Statement
        var said = Statement()
        /// How many contexts had been taken when it was entered.
        var firstContext: Int
    }

    /// The level of the nearest heading, 0 above all headings.
    var depth: Int { levels.last?.depth ?? 0 }

    /// The path of headings, outermost first.
    private(set) var section: [String] = []

    /// Enters a heading, which closes those of its own level and deeper ones.
    mutating func enter(heading title: String, level: Int, _ label: Statement, contexts: Int) {
        while let last = levels.last, last.depth >= level { levels.removeLast() }
        levels.append(Level(depth: level, title: title, isTab: false, label: label, firstContext: contexts))
        rebuild()
    }

    /// Enters a tab, which closes the tab beside it and stands under the heading around its group.
    mutating func enter(tab title: String, level: Int, _ label: Statement, contexts: Int) {
        if let open = levels.firstIndex(where: \.isTab) { levels.removeSubrange(open...) }
        levels.append(
            Level(
                depth: max(level, (levels.last?.depth ?? 0) + 1), title: title, isTab: true, label: label,
                firstContext: contexts))
        rebuild()
    }

    /// Ends a group of tabs.
    mutating func leaveTabs() {
        guard let open = levels.firstIndex(where: \.isTab) else { return }
        levels.removeSubrange(open...)
        rebuild()
    }

    /// Takes a statement about the document as a whole.
    mutating func say(ofDocument statement: Statement) { document = statement.joined(with: document) }

    /// Takes a statement about the section at hand.
    mutating func say(ofSection statement: Statement) {
        guard let last = levels.indices.last else { return say(ofDocument: statement) }
        levels[last].said = statement.joined(with: levels[last].said)
    }

    /// Takes how strongly a sentence of the section at hand asks for something.
    mutating func raise(demand: Int) {
        guard let last = levels.indices.last else { return document.demand = max(document.demand, demand) }
        levels[last].said.demand = max(levels[last].said.demand, demand)
    }

    /// The first of the contexts that were taken in the section at hand.
    var firstContextOfSection: Int { levels.last?.firstContext ?? 0 }

    /// All that holds here, the nearest first; beyond a heading that turns to another matter only the cloud does.
    var statement: Statement {
        var statement = Statement()
        var isAway = false
        for outer in levels.reversed().flatMap({ [$0.said, $0.label] }) + [document] {
            if isAway {
                if statement.clouds.isEmpty { statement.clouds = outer.clouds }
            } else {
                statement = statement.filled(by: outer)
                isAway = outer.turnsAway
            }
        }
        return statement
    }

    private mutating func rebuild() { section = levels.map(\.title) }
}
