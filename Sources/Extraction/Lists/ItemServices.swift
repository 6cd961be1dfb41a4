internal import RequirementModel

/// What protocols and ports an item says.
extension ItemReader {
    /// Protocols and ports of the item; "port 123 for NTP" names the application behind the port.
    func services(in range: Range<Int>) -> [Service] {
        let found = ServiceReader(lexer: lexer, takesBareNumbers: false).services(in: range)
        guard found.sayPorts else {
            return found.filter { isHow($0, range) }
        }
        let ported = found.filter { $0.port != nil }
        if let named = parenthesisedApplication(range),
            ported.allSatisfy({ $0.application == nil && (named.transport ?? $0.transport) == $0.transport })
        {
            return ported.map { Service(transport: $0.transport, application: named.application, port: $0.port) }
        }
        let bare = found.filter { $0.port == nil && $0.application != nil && isNamed($0, range) }
        guard bare.count == 1, ported.allSatisfy({ $0.application == nil }) else { return ported }
        return ported.map {
            Service(transport: $0.transport ?? bare[0].transport, application: bare[0].application, port: $0.port)
        }
    }

    /// "5060 UDP (SIP protocol)", "TCP 22 (SSH - for operators)", "UDP 500 (for IKE)": the application that a parenthesis
    /// begins with.
    private func parenthesisedApplication(_ range: Range<Int>) -> ProtocolVocabulary.Entry? {
        for first in range.dropFirst() where lexer.tokens[first - 1].kind == .open {
            let index = lexer.tokens[first].means(.purpose) && range.contains(first + 1) ? first + 1 : first
            guard lexer.tokens[index].protocolIndex >= 0, index + 1 < range.upperBound else { continue }
            let entry = ProtocolVocabulary.entries[Int(lexer.tokens[index].protocolIndex)]
            let next = lexer.tokens[index + 1]
            if entry.application != nil, !entry.isCommonWord,
                [.close, .dash, .comma].contains(next.kind) || next.means(.protocolNoun)
            {
                return entry
            }
        }
        return nil
    }

    /// "for NTP", "(NTP)": the protocol is named as what the port is for.
    private func isNamed(_ service: Service, _ range: Range<Int>) -> Bool {
        range.contains { index in
            guard lexer.tokens[index].protocolIndex >= 0,
                ProtocolVocabulary.entries[Int(lexer.tokens[index].protocolIndex)].application == service.application
            else { return false }
            let isLabel =
                index <= range.lowerBound + 1 && index + 1 < range.upperBound
                && lexer.tokens[index + 1].means(.portNoun)
            return isLabel
                || (max(range.lowerBound, index - 3)..<index).contains { lexer.tokens[$0].means(.purpose) }
        }
    }

    /// A protocol without a port counts when it says how something is reached.
    private func isHow(_ service: Service, _ range: Range<Int>) -> Bool {
        range.contains { index in
            guard index > range.lowerBound, lexer.tokens[index].protocolIndex >= 0 else { return false }
            let entry = ProtocolVocabulary.entries[Int(lexer.tokens[index].protocolIndex)]
            guard entry.application == service.application, entry.transport == service.transport else { return false }
            return lexer.tokens[index - 1].means(.over) || [.open, .slash].contains(lexer.tokens[index - 1].kind)
        }
    }
}
