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
    var saysAccess = false
    var isMark = false
    /// Whether it maps one port to another: `8080:80`.
    var isMapping = false

    /// The shape of the cell whose tokens are `range`.
    init(_ range: Range<Int>, in lexer: Lexer) {
        isEmpty = range.isEmpty
        guard !isEmpty else { return }
        var directions = 0
        var access = 0
        var marks = 0
        for index in range {
            let token = lexer.tokens[index]
            switch token.kind {
            case .host, .url: names &+= 1
            case .address: addresses &+= 1
            case .tag: tags &+= 1
            case .number:
                numbers &+= 1
                isMapping = isMapping || lexer.mapsPorts(index, in: range)
            case .star: saysAny = true
            case .arrowLeft, .arrowRight, .arrowBoth: arrows &+= 1
            case .check, .cross: marks += 1
            case .word:
                if token.protocolIndex >= 0, !ProtocolVocabulary.entries[Int(token.protocolIndex)].isCommonWord {
                    protocols &+= 1
                } else {
                    words &+= 1
                    if token.means(.any) { saysAny = true }
                }
                if token.senses.contains(.plainTag), !token.means(.internet) { plainTags &+= 1 }
                if token.means([.outbound, .inbound, .bothWays]) || lexer.isDirectionWord(index) { directions += 1 }
                if token.means([.allow, .deny]), lexer.isAccessWord(index) { access += 1 }
                if token.means([.yes, .no, .optional, .recommended]) { marks += 1 }
            default: continue
            }
        }
        saysNone =
            words <= 3 && numbers == 0 && protocols == 0 && places == 0 && NoneReader(lexer: lexer).saysNone(range)
        let first = range.lowerBound
        let isFlow = lexer.tokens[first].means(.from) && range.contains { lexer.tokens[$0].means(.to) }
        saysDirection = (directions > 0 || isFlow) && words <= 12
        saysAccess = access > 0 && words <= 2
        isMark = marks > 0 && words <= 2 && numbers == 0 && names == 0
    }

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
    /// Whether a colon without blanks joins the number at `index` to a number that is no range's end.
    fileprivate func mapsPorts(_ index: Int, in range: Range<Int>) -> Bool {
        guard index + 2 < range.upperBound, tokens[index + 1].kind == .colon, tokens[index + 2].kind == .number else {
            return false
        }
        return tokens[index + 1].gap == .none && tokens[index + 2].gap == .none
            && tokens[index].low >= tokens[index + 2].low
    }

    /// Whether the token is a word for what a rule does with traffic, as it stands in an access column.
    func isAccessWord(_ index: Int) -> Bool {
        isWord(index, "allow") || isWord(index, "deny") || isWord(index, "permit") || isWord(index, "block")
    }

    /// Whether the token is a short word for a direction, as it stands in a direction's column.
    func isDirectionWord(_ index: Int) -> Bool {
        isWord(index, "in") || isWord(index, "out") || isWord(index, "both")
    }
}
