internal import RequirementModel

/// What a row says of its requirement besides places and ports: names, necessity, conditions, and all that is said in passing.
extension RowReader {
    /// Whether the cell says that the row's traffic is turned away, by a word of firewalls or the mark for no.
    func denies(_ cell: Lexed) -> Bool {
        cell.tokens.contains { lexer.tokens[$0].means(.deny) || lexer.access(said: $0) == .deny }
            || MarkReader(lexer: lexer).value(of: cell.tokens) == false
    }

    /// Whether a remark begins with the verdict that the row's traffic is turned away: "DENIED — for internal use only".
    private func beginsByDenying(_ cell: Lexed) -> Bool {
        guard cell.summary.says(.deny), let first = cell.tokens.first, lexer.access(said: first) == .deny else {
            return false
        }
        guard let next = cell.tokens.dropFirst().first else { return true }
        switch lexer.tokens[next].kind {
        case .colon, .comma, .semicolon, .period, .open: return true
        case .dash: return lexer.tokens[next].gap != .none
        default: return false
        }
    }

    func ruleName(_ cell: Lexed, _ draft: inout RequirementDraft) -> String {
        // "SSH  Note: this rule applies if …" is a name and a condition.
        for index in cell.tokens.dropFirst()
        where lexer.tokens[index].means(.remark) && index + 1 < cell.tokens.upperBound {
            guard lexer.tokens[index + 1].kind == .colon else { continue }
            let rest = index + 2..<cell.tokens.upperBound
            draft.said.condition =
                ConditionReader(lexer: lexer).clause(in: rest).map { words($0, cell) } ?? words(rest, cell)
            return words(cell.tokens.lowerBound..<index, cell)
        }
        return lexer.line(of: cell)
    }

    func readNecessity(_ cell: Lexed, into draft: inout RequirementDraft) {
        if cell.tokens.contains(where: { lexer.tokens[$0].means(.recommended) }) {
            draft.said.necessity = .recommended
        } else if cell.tokens.contains(where: { lexer.tokens[$0].means(.optional) }) {
            draft.said.necessity = .optional
        } else if let value = MarkReader(lexer: lexer).value(of: cell.tokens) {
            draft.said.necessity = value ? .required : .optional
        }
        if cell.tokens.count > 3 { draft.said.condition = lexer.line(of: cell) }
    }

    func readCondition(_ cell: Lexed, into draft: inout RequirementDraft) {
        guard let first = cell.tokens.first, !lexer.shape(of: cell.tokens).saysNone else { return }
        if let cloud = CloudReader(lexer: lexer).leadingCloud(in: cell.tokens) {
            draft.said.clouds = [cloud]
        } else if draft.said.clouds.isEmpty, CloudReader.mayName(cell.summary) {
            draft.said.clouds = CloudReader(lexer: lexer).clouds(in: cell.tokens, .purpose)
        }
        if lexer.tokens[first].means(.optional) { draft.said.necessity = .optional }
        if lexer.tokens[first].means(.recommended) { draft.said.necessity = .recommended }
        let always = lexer.tokens[first].means(.any) || lexer.isWord(first, "always")
        guard !always || ConditionReader(lexer: lexer).clause(in: cell.tokens) != nil else { return }
        let text = lexer.line(of: cell)
        draft.said.condition = draft.said.condition.map { "\($0); \(text)" } ?? text
    }

    /// What the cells say in passing: that it is denied, a condition, a cloud, that it is optional, pairs of protocol and port.
    func readRemarks(_ row: Int, into draft: inout RequirementDraft) {
        for column in 0..<grid.width {
            let role = roles.roles[column]
            guard role == nil || [.purpose, .note, .service, .region].contains(role), !grid.cell(row, column).isEmpty
            else { continue }
            let cell = grid.cell(row, column)
            if draft.access == nil, beginsByDenying(cell) { draft.access = .deny }
            if draft.said.condition == nil, role != .service, cell.summary.says(ConditionReader.telling),
                let clause = ConditionReader(lexer: lexer).clause(in: cell.tokens)
            {
                draft.said.condition = words(clause, cell)
            }
            if draft.said.necessity == nil, cell.summary.says(NecessityReader.telling) {
                draft.said.necessity = NecessityReader(lexer: lexer).necessity(inPassing: cell.tokens)
            }
            if draft.said.clouds.isEmpty, CloudReader.mayName(cell.summary) {
                draft.said.clouds =
                    role == .purpose || role == .note
                    ? CloudReader(lexer: lexer).clouds(in: cell.tokens, .purpose)
                    : CloudReader(lexer: lexer).leadingCloud(in: cell.tokens).map { [$0] } ?? []
            }
            if cell.summary.namesProtocol, role == .purpose || role == .note, !draft.said.services.sayProtocols {
                readServices(mentionedIn: cell, into: &draft)
            }
        }
    }

    /// Pairs that tell the row's own ports apart; others are about something else.
    private func readServices(mentionedIn cell: Lexed, into draft: inout RequirementDraft) {
        let services = PassingServices(lexer: lexer).services(in: cell.tokens)
        if draft.said.services.sayPorts, services.sayPorts {
            let ports = draft.said.services.map(\.port)
            let own = services.filter { ports.contains($0.port) }
            if own.count == ports.count || own.allSatisfy({ $0.application == nil }),
                ports.allSatisfy({ port in own.contains { $0.port == port } })
            {
                draft.said.services = own
            }
        } else if !services.isEmpty {
            draft.said.services = Service.product(services, draft.said.services)
        }
    }

    private func words(_ range: Range<Int>, _ cell: Lexed) -> String { lexer.words(ofTokens: range, of: cell) }
}
