internal import RequirementModel

/// Reads a code block whose lines are names, where what introduces it says that they must be reachable.
enum CodeListReader {
    /// What became of `code`, where `context` holds.
    static func read(_ code: CodeBlock, _ lexer: Lexer, in context: Statement) -> PieceOutcome {
        var outcome = PieceOutcome()
        guard context.demand >= 2, !context.isExample else {
            outcome.reason = "nothing around it asks for anything"
            return outcome
        }
        let lines = lines(of: code, lexer)
        guard lines.areNames, !lines.drafts.isEmpty, !context.isRefusal else {
            let isDrawn = code.text.utf8.first { $0 != ASCII.space } == UInt8(ascii: "|")
            outcome.reason =
                lines.areNames
                ? SkipReason.isNotRequired.rawValue
                : isDrawn ? "it may be a table, and is written as code" : "its lines are not all names"
            return outcome
        }
        outcome.reason = "every line is a name, and what stands before asks for them"
        outcome.add(lines.drafts)
        for remark in lines.remarks { outcome.skip(remark, .isSentence) }
        return outcome
    }

    /// The lines of a code block by what they hold.
    private struct Lines {
        var drafts: [RequirementDraft] = []
        /// How many of the drafts have words before their name.
        var labelled = 0
        /// How many of them may be files.
        var doubtful = 0
        /// Sentences.
        var remarks: [SourcePosition] = []
        /// All the rest.
        var others = 0

        /// Whether names are what they hold, with few lines of another kind among them.
        var areNames: Bool {
            others == 0 && labelled * 3 <= drafts.count && doubtful * 2 <= drafts.count
                && remarks.count * 3 <= drafts.count
        }
    }

    private static func lines(of code: CodeBlock, _ lexer: Lexer) -> Lines {
        var lines = Lines()
        var line = code.position.line
        var comment: String?
        for text in Array(code.text.utf8).split(separator: ASCII.newline, omittingEmptySubsequences: false) {
            let position = SourcePosition(line: code.position.line == 0 ? 0 : line, column: code.position.column)
            line += 1
            if let words = Self.comment(text) {
                comment = words
                continue
            }
            let lexed = lexer.read(RichText(String(decoding: text, as: UTF8.self), position: position))
            if lexed.isEmpty { continue }
            if var draft = draft(lexed.tokens, lexed, lexer, position) {
                draft.purpose = draft.purpose ?? comment
                lines.drafts.append(draft)
            } else if let draft = labelledDraft(lexed, lexer, position) {
                lines.drafts.append(draft)
                lines.labelled += 1
            } else if var draft = doubtfulDraft(lexed, lexer, position) {
                draft.purpose = comment
                lines.drafts.append(draft)
                lines.doubtful += 1
            } else if isSentence(lexed, lexer) {
                lines.remarks.append(position)
            } else {
                lines.others += 1
            }
            if lines.others > lines.drafts.count + 2 { break }
        }
        return lines
    }

    /// "The names below are those of the content network."
    private static func isSentence(_ lexed: Lexed, _ lexer: Lexer) -> Bool {
        guard let last = lexed.tokens.last else { return false }
        return lexed.tokens.count > 5 && lexer.tokens[last].kind == .period
            && lexed.tokens.dropLast().allSatisfy { lexer.tokens[$0].kind != .opaque }
    }

    /// The requirement of a line that is a name among names, though by itself it could be a file's: `esm.sh`.
    private static func doubtfulDraft(
        _ lexed: Lexed, _ lexer: Lexer, _ position: SourcePosition
    ) -> RequirementDraft? {
        let convention = EndpointReader.Convention(takesNamedThings: false, takesDoubtfulNames: true)
        let places = EndpointReader(lexer: lexer, lexed: lexed, convention: convention).places(in: lexed.tokens)
        guard lexed.tokens.count == 1, lexer.tokens[lexed.tokens.lowerBound].kind == .opaque, places.hasAddress else {
            return nil
        }
        var draft = RequirementDraft(position: position)
        draft.destinations = places.destinations
        return draft
    }

    /// What a line says that begins with a hash: what the names below it are for.
    private static func comment(_ line: ArraySlice<UInt8>) -> String? {
        let text = line.drop { $0 == ASCII.space || $0 == 0x09 }
        guard text.first == UInt8(ascii: "#") else { return nil }
        return String(decoding: text.drop { $0 == UInt8(ascii: "#") || $0 == ASCII.space }, as: UTF8.self)
    }

    /// The requirement of a line that says in a word or two what its name is: "Blob storage *.blob.example".
    private static func labelledDraft(
        _ lexed: Lexed, _ lexer: Lexer, _ position: SourcePosition
    ) -> RequirementDraft? {
        guard let last = lexed.tokens.last, lexer.tokens[last].isEndpoint, (2...4).contains(lexed.tokens.count),
            lexed.tokens.dropLast().allSatisfy({ lexer.tokens[$0].kind == .word })
        else { return nil }
        var draft = draft(last..<last + 1, lexed, lexer, position)
        draft?.purpose = lexer.words(ofTokens: lexed.tokens.lowerBound..<last, of: lexed)
        return draft
    }

    /// The requirement of a line that is one name, maybe with what it is for in parentheses.
    private static func draft(
        _ tokens: Range<Int>, _ lexed: Lexed, _ lexer: Lexer, _ position: SourcePosition
    ) -> RequirementDraft? {
        guard let phrase = PhraseSplitter(lexer: lexer).phrases(of: tokens).first else { return nil }
        let isOnlyName = lexer.tokens[phrase.tokens].allSatisfy {
            $0.namesPlace || [.colon, .number, .dash].contains($0.kind) || $0.protocolIndex >= 0
        }
        guard isOnlyName, lexer.tokens[phrase.tokens].count(where: \.namesPlace) == 1 else { return nil }
        let places = EndpointReader(lexer: lexer, lexed: lexed, convention: .init(takesNamedThings: false))
            .places(in: phrase.tokens)
        guard let place = places.destinations.first, !StandInNames.contains(place.endpoint),
            place.endpoint.kind != .named
        else { return nil }
        var draft = RequirementDraft(position: position)
        draft.destinations = places.destinations
        if let remark = phrase.remarks.first, !remark.isEmpty {
            draft.purpose = lexer.words(ofTokens: remark, of: lexed)
        }
        return draft
    }
}
