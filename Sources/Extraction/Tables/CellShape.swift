internal import RequirementModel

/// What kinds of things a cell holds, counted: the evidence that it gives for its column's role.
struct CellShape {
    var words: UInt16 = 0
    var names: UInt16 = 0
    var addresses: UInt16 = 0
    var tags: UInt16 = 0
    var plainTags: UInt16 = 0
    var numbers: UInt16 = 0
    var protocols: UInt16 = 0
    var arrows: UInt16 = 0
    var isEmpty = true
    var saysNone = false
    var saysAny = false
    var saysDirection = false
    /// Whether it reads "X to Y".
    var isFlow = false
    var saysAccess = false
    var isMark = false
    /// Whether it maps one port to another: `8080:80`.
    var isMapping = false

    /// Names, addresses and sure tags.
    var places: Int { Int(names) + Int(addresses) + Int(tags) }

    /// Whether it holds places and little else.
    var isPlace: Bool { places > 0 && Int(words) <= 6 + 4 * places }

    /// Whether it holds ports and little else.
    var isPort: Bool {
        (numbers > 0 && places == 0 && Int(words) <= 4 + 3 * Int(numbers)) || (saysAny && words <= 2 && places == 0)
    }

    /// Whether it holds protocols and little else.
    var isProtocol: Bool { protocols > 0 && places == 0 && words <= 3 }

    /// Whether it is running text.
    var isProse: Bool { words > 6 }
}

extension Lexer {
    /// The shape of the cell whose tokens are `range`.
    func shape(of range: Range<Int>) -> CellShape {
        var shape = CellShape()
        guard !range.isEmpty else { return shape }
        shape.isEmpty = false
        var directions = 0
        var marks = 0
        for index in range {
            let token = tokens[index]
            switch token.kind {
            case .host, .url: shape.names &+= 1
            case .address: shape.addresses &+= 1
            case .tag: shape.tags &+= 1
            case .number:
                shape.numbers &+= 1
                shape.isMapping = shape.isMapping || mapsPorts(index, in: range)
            case .star: shape.saysAny = true
            case .arrowLeft, .arrowRight, .arrowBoth: shape.arrows &+= 1
            case .check, .cross: marks += 1
            case .word:
                if token.protocolIndex >= 0, !ProtocolVocabulary.entries[Int(token.protocolIndex)].isCommonWord {
                    shape.protocols &+= 1
                } else {
                    shape.words &+= 1
                    if token.means(.any) { shape.saysAny = true }
                }
                if token.senses.contains(.plainTag), !token.means(.internet) { shape.plainTags &+= 1 }
                if token.means([.outbound, .inbound, .bothWays]) { directions += 1 }
                if token.means([.yes, .no, .optional, .recommended]) { marks += 1 }
            default: continue
            }
        }
        let isTerse = shape.words <= 3 && shape.numbers == 0 && shape.protocols == 0 && shape.places == 0
        shape.saysNone = isTerse && NoneReader(lexer: self).saysNone(range)
        let isShort = shape.words <= 12
        shape.isFlow = isShort && range.dropFirst().dropLast().contains { tokens[$0].means(.to) }
        shape.saysDirection =
            isShort
            && (directions > 0 || beginsWithDirectionWord(range)
                || shape.isFlow && tokens[range.lowerBound].means(.from))
        shape.saysAccess = shape.words > 0 && shape.words <= 2 && range.contains { access(said: $0) != nil }
        shape.isMark = marks > 0 && shape.words <= 2 && shape.numbers == 0 && shape.names == 0
        return shape
    }

    /// Whether a colon without blanks joins the number at `index` to a number that is no range's end.
    fileprivate func mapsPorts(_ index: Int, in range: Range<Int>) -> Bool {
        guard index + 2 < range.upperBound, tokens[index + 1].kind == .colon, tokens[index + 2].kind == .number else {
            return false
        }
        return tokens[index + 1].gap == .none && tokens[index + 2].gap == .none
            && tokens[index].low >= tokens[index + 2].low
    }

    /// What a rule does with traffic by the word at `index`, as it stands in an access column; nil for any other word.
    func access(said index: Int) -> Access? {
        tokens[index].kind == .word ? AccessWords.table.value(of: bytes, tokens[index].range) : nil
    }

    /// "In", "Out (to the proxy)", "In/Out": whether a cell begins with a short word for a direction that no other word goes on.
    func beginsWithDirectionWord(_ range: Range<Int>) -> Bool {
        guard let first = range.first, isDirectionWord(first) else { return false }
        guard let next = range.dropFirst().first, tokens[next].kind == .word else { return true }
        return isDirectionWord(next) || tokens[next].means([.and, .or, .trafficNoun])
    }

    /// Whether the token is a short word for a direction, as it stands in a direction's column.
    private func isDirectionWord(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.means(.within) { return isWord(index, "in") }
        if token.means(.universal) { return isWord(index, "both") }
        return token.senses.isEmpty && isWord(index, "out")
    }
}

/// The words that firewalls have for what a rule does: those of Windows, iptables, pf, OpenWrt, Cisco, Palo Alto Networks
/// and the clouds' security rules.
private enum AccessWords {
    static let table = WordTable(words(allowing, .allow) + words(denying, .deny))

    private static let allowing = "allow allowed allows permit permitted permits accept accepted pass passed"
    private static let denying = """
        deny denied denies block blocked blocks reject rejected drop dropped discard discarded refuse refused prohibit \
        prohibited
        """

    private static func words(_ list: String, _ access: Access) -> [(word: String, value: Access)] {
        list.split(separator: " ").map { (word: String($0), value: access) }
    }
}
