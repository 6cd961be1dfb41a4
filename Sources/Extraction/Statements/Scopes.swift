internal import RequirementModel

/// The headings above a place and what the words under them say, from the document down to the nearest.
struct Scopes {
    /// What is said of the document as a whole: its title, and sentences that speak of all.
    private(set) var document = Statement()
    private var levels: [Level] = []
    /// How strongly the page's title, or its first heading, asks for something.
    private var titleDemand = 0
    /// How strongly a lead-in above all headings does.
    private var openingDemand = 0

    /// One heading or tab with what it and the text under it say.
    private struct Level {
        var depth: Int
        var title: String
        var isTab: Bool
        var label: Statement
        var said = Statement()
        /// How strongly sentences that point at nothing ask for something.
        var ambience = 0
        /// How many contexts had been taken when it was entered.
        var firstContext: Int
        /// The same of the first of the clouds whose sections stand side by side.
        var firstContextOfClouds: Int?
        /// Whether the heading says that something is required.
        var isOfRequired = false
    }

    /// The level of the nearest heading, 0 above all headings.
    var depth: Int { levels.last?.depth ?? 0 }

    /// The path of headings, outermost first.
    private(set) var section: [String] = []

    /// Enters a heading, which closes those of its own level and deeper ones.
    mutating func enter(
        heading title: String, level: Int, _ label: Statement, isOfRequired: Bool = false, contexts: Int
    ) {
        if levels.isEmpty, level == 1 { titleDemand = max(titleDemand, label.demand) }
        var sibling: Level?
        while let last = levels.last, last.depth >= level {
            if last.depth == level { sibling = last }
            levels.removeLast()
        }
        levels.append(
            Level(
                depth: level, title: title, isTab: false, label: label, firstContext: contexts,
                firstContextOfClouds: label.clouds.isEmpty ? nil : sibling?.firstContextOfClouds ?? contexts,
                isOfRequired: isOfRequired))
        rebuild()
    }

    /// Leaves what the nearest heading says, if it says what is required.
    mutating func leaveRequirement() {
        guard let last = levels.indices.last, levels[last].isOfRequired else { return }
        let demand = levels[last].label.demand
        levels[last].label = Statement()
        levels[last].label.demand = demand
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

    /// Takes what the page's title says.
    mutating func say(title: Statement) {
        titleDemand = title.demand
        say(ofDocument: title)
    }

    /// Takes a statement about the document as a whole.
    mutating func say(ofDocument statement: Statement) { document = statement.joined(with: document) }

    /// Takes a statement about the section at hand.
    mutating func say(ofSection statement: Statement) {
        guard let last = levels.indices.last else {
            openingDemand = max(openingDemand, statement.demand)
            return say(ofDocument: statement)
        }
        levels[last].said = statement.joined(with: levels[last].said)
    }

    /// Takes how strongly sentences of the section at hand ask for something.
    mutating func raise(ambience: Int) {
        guard let last = levels.indices.last else { return document.ambience = max(document.ambience, ambience) }
        levels[last].ambience = max(levels[last].ambience, ambience)
    }

    /// How strongly the headings here ask for something; the page's own title only where no other heading stands.
    var headingDemand: Int {
        levels.reduce(0) { $1.depth > 1 || levels.count == 1 ? max($0, $1.label.demand) : $0 }
    }

    /// How strongly the lead-ins do that hold for all of a section.
    var leadInDemand: Int { levels.reduce(openingDemand) { max($0, $1.said.demand) } }

    /// How strongly all else around does: the title, and sentences that point at nothing.
    private var ambience: Int {
        levels.reduce(max(document.demand, document.ambience)) { max($0, $1.ambience, $1.label.demand) }
    }

    /// The first of the contexts that were taken in the section at hand.
    var firstContextOfSection: Int { levels.last?.firstContext ?? 0 }

    /// The first of the contexts of the clouds whose sections stand side by side here; nil elsewhere.
    var firstContextOfClouds: Int? { levels.last?.firstContextOfClouds }

    /// All that holds here, the nearest first; beyond a heading that turns to another matter only the cloud does.
    var statement: Statement {
        var statement = Statement()
        var isAway = false
        func take(_ outer: Statement) {
            if isAway {
                if statement.clouds.isEmpty { statement.clouds = outer.clouds }
            } else {
                statement.fill(from: outer)
                isAway = outer.turnsAway
            }
        }
        for level in levels.reversed() {
            take(level.said)
            take(level.label)
        }
        take(document)
        statement.demand = max(headingDemand, leadInDemand)
        statement.ambience = ambience
        statement.titleDemand = titleDemand
        return statement
    }

    private mutating func rebuild() { section = levels.map(\.title) }
}
