internal import RequirementModel

/// The tabs of a page, as accessible pages mark them (WAI-ARIA, tabs pattern): what is written on each, for the panel that it shows.
struct Tabs {
    /// What is written on tabs that name their panel or that their panel names, by the name.
    private var titles: [String: String] = [:]
    /// What is written on the others of the last group, whose panels follow in the same order.
    private var unnamed: [String] = []
    private var tab: Tab?

    private struct Tab {
        var element: Element
        var names: [String]
        var words: [UInt8] = []
    }

    /// The tab or group of tabs that begins with a tag, if one does.
    mutating func start(_ element: Element, _ attributes: Attributes) {
        switch attributes.value("role") {
        case "tablist": unnamed = []
        case "tab":
            finish()
            var names = [attributes.value("id"), attributes.value("aria-controls")].compactMap(\.self)
            if let target = attributes.value("href"), target.hasPrefix("#") { names.append(String(target.dropFirst())) }
            tab = Tab(element: element, names: names.filter { !$0.isEmpty })
        default: break
        }
    }

    /// Takes what is written on the tab at hand.
    mutating func append(_ characters: UnsafeBufferPointer<UInt8>) {
        guard let count = tab?.words.count, count < Self.longestTitle else { return }
        tab?.words.append(contentsOf: characters)
    }

    /// Ends the tab at hand, if `element` does.
    mutating func end(_ element: Element) {
        if tab?.element == element { finish() }
    }

    private mutating func finish() {
        guard let tab else { return }
        self.tab = nil
        let title = String(decoding: tab.words, as: UTF8.self)
        if tab.names.isEmpty { unnamed.append(title) }
        for name in tab.names { titles[name] = title }
    }

    /// What is written on the tab of the panel with these attributes; nil where nobody knows.
    mutating func title(ofPanel attributes: Attributes) -> String? {
        finish()
        for name in [attributes.value("id"), attributes.value("aria-labelledby")] {
            if let title = name.flatMap({ titles[$0] }) { return title }
        }
        return unnamed.isEmpty ? nil : unnamed.removeFirst()
    }

    private static let longestTitle = 256
}
