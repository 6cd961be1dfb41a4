internal import RequirementModel

/// Finds protocols with ports in running text: only what is said as a pair, or stands in parentheses with nothing else.
struct PassingServices {
    let lexer: Lexer

    /// The pairs said in passing: "(uses HTTP/TCP 80 and HTTPS/TCP 443)", "(TCP over TLS)".
    func services(in tokens: Range<Int>) -> [Service] {
        guard tokens.contains(where: { lexer.tokens[$0].protocolIndex >= 0 }) else { return [] }
        let reader = ServiceReader(lexer: lexer, takesBareNumbers: false)
        let pairs = reader.services(in: tokens).filter { $0.port != nil && $0.saysProtocol }
        if !pairs.isEmpty { return pairs }
        for inner in lexer.parentheses(in: tokens) {
            let isOnlyProtocols = inner.allSatisfy {
                lexer.tokens[$0].protocolIndex >= 0 || lexer.tokens[$0].kind != .word
                    || lexer.tokens[$0].means([.over, .and, .or, .only])
            }
            let services = reader.services(in: inner)
            if isOnlyProtocols, services.contains(where: { $0.transport != nil && $0.application == nil }) {
                return services
            }
        }
        return []
    }
}
