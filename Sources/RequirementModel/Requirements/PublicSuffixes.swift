/// Under which suffixes anyone can register a name, so that a wildcard over one opens the way to strangers.
///
/// The list and its algorithm are those of publicsuffix.org, both of its sections: whoever can rent a name below
/// `azurewebsites.net` is a stranger too. Without a list the top level counts, and a country's second level.
package struct PublicSuffixes: Sendable {
    private var rules: Set<Substring> = []
    /// What follows `*.` in a rule.
    private var wildcardRules: Set<Substring> = []
    private var exceptions: Set<Substring> = []

    /// The suffixes of a list, or the shape of names where there is none.
    /// - Parameter text: A list in the format of publicsuffix.org; nil where there is none.
    package init(list text: String?) {
        for line in (text ?? "").utf8.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            // A rule ends at the first white space; a comment begins with two slashes.
            guard let rule = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).first,
                !rule.starts(with: "//".utf8)
            else { continue }
            if rule.first == UInt8(ascii: "!") {
                exceptions.insert(Substring(rule.dropFirst()))
            } else if rule.starts(with: "*.".utf8) {
                wildcardRules.insert(Substring(rule.dropFirst(2)))
            } else {
                rules.insert(Substring(rule))
            }
        }
    }

    /// Whether a name with a wildcard covers names of many owners: what follows the wildcard's label is a public suffix, or
    /// less than one.
    package func isWildcardOverSuffix(_ name: String) -> Bool {
        let tails = Self.tails(of: name)
        guard let wildcard = tails.lastIndex(where: { $0.prefix { $0 != "." }.contains("*") }) else { return false }
        let rest = Array(tails[(wildcard + 1)...])
        return rest.count <= suffixLength(of: rest, countingEverySecondLevel: true)
    }

    /// The domain that someone registered: the public suffix and one label more; the name itself where it has no more.
    package func registrableDomain(of name: String) -> Substring {
        let tails = Self.tails(of: name)
        return tails[max(0, tails.count - suffixLength(of: tails, countingEverySecondLevel: false) - 1)]
    }

    /// The name, the name without its first label, and so on; never empty.
    private static func tails(of name: String) -> [Substring] {
        var tails = [Substring(name)]
        var rest = Substring(name).utf8
        while let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
            rest = rest[rest.index(after: dot)...]
            tails.append(Substring(rest))
        }
        return tails
    }

    /// The number of labels of a name's public suffix.
    /// - Parameter countingEverySecondLevel: Without a list, whether every second level below a country counts, or only the
    ///   short ones that countries use so, as in `co.uk`.
    private func suffixLength(of tails: [Substring], countingEverySecondLevel: Bool) -> Int {
        guard !rules.isEmpty else {
            guard tails.count >= 2, tails[tails.count - 1].utf8.count == 2 else { return 1 }
            let secondLevel = tails[tails.count - 2].utf8.count - 3
            return countingEverySecondLevel || secondLevel <= 3 ? 2 : 1
        }
        for (index, tail) in tails.enumerated() {
            if exceptions.contains(tail) { return tails.count - index - 1 }
            if rules.contains(tail) { return tails.count - index }
            if index + 1 < tails.count, wildcardRules.contains(tails[index + 1]) { return tails.count - index }
        }
        return 1
    }
}
