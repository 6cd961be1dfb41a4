internal import RequirementModel

/// The inlines that most cells have, read without libcmark: code, line breaks, backslash escapes, the usual entities, links with a
/// plain target, one strong or emphasised stretch, and asterisks and underscores that mean themselves.
///
/// It takes on only what can be read in one way by CommonMark's rules and in a glance, and leaves the rest to libcmark.
struct SimpleInlines {
    private var tokens: [Token] = []

    private enum Token {
        case text(Range<Int>)
        case code(Range<Int>)
        case entity(Entity)
        case lineBreak
        /// The bracket before a link's text; its target is known behind that.
        case linkStart(destination: Range<Int>)
        case linkEnd
        /// A run of asterisks.
        case asterisks(Range<Int>)
    }

    /// Adds the text of `cell` to `builder`; false, and nothing added, if it takes more than this.
    mutating func read(_ bytes: [UInt8], _ cell: Range<Int>, into builder: inout RichTextBuilder) -> Bool {
        tokens.removeAll(keepingCapacity: true)
        var isLoneRun = false
        let isSimple = bytes.withUnsafeBufferPointer { bytes in
            guard tokenize(bytes, cell) else { return false }
            isLoneRun = runs == 1
            return isLoneRun || pairs(bytes, cell)
        }
        guard isSimple else { return false }
        var isMarked = false
        for token in tokens {
            switch token {
            case .text(let range): builder.append(bytes.span.extracting(range))
            case .entity(let entity): builder.append(entity.text[...])
            case .lineBreak: builder.breakLine()
            case .linkStart(let destination):
                builder.open(.link(destination: String(decoding: bytes[destination], as: UTF8.self)))
            case .linkEnd: builder.close()
            case .code(let range):
                builder.open(.code)
                builder.append(bytes.span.extracting(range))
                builder.close()
            case .asterisks(let range):
                if isLoneRun {
                    builder.append(bytes.span.extracting(range))
                } else if isMarked {
                    builder.close()
                    isMarked = false
                } else {
                    builder.open(range.count == 2 ? .strong : .emphasis)
                    isMarked = true
                }
            }
        }
        return true
    }

    /// How many runs of asterisks there are; one alone is nothing but itself.
    private var runs: Int { tokens.count { if case .asterisks = $0 { true } else { false } } }

    /// Whether all runs of asterisks come in pairs of one length, of which the first can open and the second close (CommonMark,
    /// left- and right-flanking delimiter runs): then each closes the one before it, even if it could open as well.
    private func pairs(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> Bool {
        var opening: Range<Int>?
        for case .asterisks(let run) in tokens {
            let before = run.lowerBound > cell.lowerBound ? bytes[run.lowerBound - 1] : 0x20
            let after = run.upperBound < cell.upperBound ? bytes[run.upperBound] : 0x20
            guard before < 0x80, after < 0x80, run.count <= 2 else { return false }
            if let open = opening {
                guard open.count == run.count, !before.isBlank,
                    after.isBlank || after.isPunctuation || before.isWordByte
                else { return false }
                opening = nil
            } else {
                guard !after.isBlank, before.isBlank || before.isPunctuation || after.isWordByte else { return false }
                opening = run
            }
        }
        return opening == nil
    }

    private mutating func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> Bool {
        var start = cell.lowerBound
        var index = start
        let end = cell.upperBound
        /// Where in `tokens` the link begins whose text is at hand.
        var link: Int?
        func byte(_ offset: Int) -> UInt8 { index + offset < end ? bytes[index + offset] : 0x20 }
        func flush() { if start < index { tokens.append(.text(start..<index)) } }
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "`"):
                guard let close = bytes[index + 1..<end].firstIndex(of: UInt8(ascii: "`")), close > index + 1,
                    close + 1 == end || bytes[close + 1] != UInt8(ascii: "`"),
                    bytes[index + 1] != 0x20, bytes[close - 1] != 0x20,
                    !bytes[index + 1..<close].contains(UInt8(ascii: "|"))
                else { return false }
                flush()
                tokens.append(.code(index + 1..<close))
                index = close + 1
                start = index
            case UInt8(ascii: "\\"):
                let next = byte(1)
                guard next != UInt8(ascii: "|") else { return false }
                guard next.isPunctuation else {
                    index += 1
                    continue
                }
                flush()
                start = index + 1
                index += 2
            case UInt8(ascii: "<"):
                if Self.isArrow(bytes[index..<end]) {
                    index += 1
                    continue
                }
                guard let length = Self.lineBreak(bytes[index..<end]) else { return false }
                flush()
                tokens.append(.lineBreak)
                index += length
                start = index
            case UInt8(ascii: "["):
                guard link == nil, index == cell.lowerBound || bytes[index - 1] != UInt8(ascii: "!") else {
                    return false
                }
                flush()
                link = tokens.count
                tokens.append(.linkStart(destination: index..<index))
                index += 1
                start = index
            case UInt8(ascii: "]"):
                guard let opening = link else {
                    index += 1
                    continue
                }
                guard let destination = Self.destination(bytes, index + 1..<end) else { return false }
                flush()
                tokens[opening] = .linkStart(destination: destination)
                tokens.append(.linkEnd)
                link = nil
                index = destination.upperBound + 1
                start = index
            case UInt8(ascii: "*"):
                // What begins inside a link and ends outside is none.
                guard link == nil else { return false }
                flush()
                start = index
                while index < end, bytes[index] == UInt8(ascii: "*") { index += 1 }
                tokens.append(.asterisks(start..<index))
                start = index
            case UInt8(ascii: "_"):
                // Between letters or digits an underscore is nothing but itself.
                guard index > cell.lowerBound, bytes[index - 1].isWordByte, byte(1).isWordByte else { return false }
                index += 1
            case UInt8(ascii: "&"):
                guard byte(1).isWordByte || byte(1) == UInt8(ascii: "#") else {
                    index += 1
                    continue
                }
                guard let entity = Entity(beginning: bytes[index..<end]) else { return false }
                flush()
                tokens.append(.entity(entity))
                index += entity.source.count
                start = index
            case UInt8(ascii: "|"), 0: return false
            case UInt8(ascii: "~"):
                guard byte(1) != UInt8(ascii: "~") else { return false }
                index += 1
            default: index += 1
            }
        }
        flush()
        return link == nil
    }

    /// The target of a link whose text ends before `text`, if it is nothing but a plain one in parentheses.
    private static func destination(_ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) -> Range<Int>? {
        guard !text.isEmpty, bytes[text.lowerBound] == UInt8(ascii: "(") else { return nil }
        let start = text.lowerBound + 1
        for index in start..<text.upperBound {
            switch bytes[index] {
            case UInt8(ascii: ")"): return index > start ? start..<index : nil
            case 0...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "\\"), UInt8(ascii: "&"),
                UInt8(ascii: "|"):
                return nil
            default: continue
            }
        }
        return nil
    }

    /// Whether `text`, which begins with `<`, begins no tag and no link, as arrows do: `<-->`. A mail address can begin with a hyphen.
    private static func isArrow(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let next = text.dropFirst().first ?? 0x20
        return (next.isBlank || next == UInt8(ascii: "-") || next == UInt8(ascii: "="))
            && !text.prefix { !$0.isBlank && $0 != UInt8(ascii: ">") }.contains(UInt8(ascii: "@"))
    }

    /// The length of `<br>`, `<br/>`, `<br />` or `</br>` at the beginning of `text`.
    private static func lineBreak(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        for tag in lineBreaks where text.count >= tag.count && zip(text, tag).allSatisfy({ $0.lowercased == $1 }) {
            return tag.count
        }
        return nil
    }

    private static let lineBreaks = ["<br>", "<br/>", "</br>", "<br />"].map { Array($0.utf8) }
}

/// One of the few entities that nearly all are.
private struct Entity {
    let source: [UInt8]
    let text: [UInt8]

    /// The one at the beginning of `bytes`.
    init?(beginning bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        guard let known = Self.usual.first(where: { bytes.starts(with: $0.source) }) else { return nil }
        self = known
    }

    private init(_ source: String, _ text: String) { (self.source, self.text) = (Array(source.utf8), Array(text.utf8)) }

    private static let usual = [
        Entity("&nbsp;", "\u{A0}"), Entity("&lt;", "<"), Entity("&gt;", ">"), Entity("&amp;", "&"),
        Entity("&quot;", "\""),
    ]
}

extension UInt8 {
    /// An ASCII letter or digit.
    fileprivate var isWordByte: Bool { isLetter || isDigit }

    /// ASCII punctuation, which a backslash can escape.
    fileprivate var isPunctuation: Bool { (0x21...0x7E).contains(self) && !isWordByte }
}
