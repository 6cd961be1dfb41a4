/// Tells lead-ins whose addresses are where traffic comes from: "allow inbound connections from the following addresses".
struct OriginReader {
    let lexer: Lexer

    /// Whether what `tokens` introduce are the addresses that traffic comes from.
    func listsSources(_ tokens: Range<Int>) -> Bool {
        tokens.contains { index in
            guard lexer.tokens[index].means(.from) else { return false }
            let behind = index + 1..<min(index + 7, tokens.upperBound)
            let before = max(tokens.lowerBound, index - 5)..<index
            return behind.contains { lexer.tokens[$0].means([.following, .deictic]) }
                && behind.contains { isAmong(Self.addresses, $0) }
                && before.contains {
                    lexer.tokens[$0].means([.inbound, .trafficNoun, .reach]) || isAmong(Self.origins, $0)
                }
                && !before.contains { isAmong(Self.fetching, $0) }
        }
    }

    private func isAmong(_ words: WordTable<Bool>, _ index: Int) -> Bool {
        words.value(of: lexer.bytes, lexer.tokens[index].range) != nil
    }

    private static let addresses = table(["address", "addresses", "ip", "ips", "ranges", "cidr", "cidrs", "subnets"])
    private static let origins = table(["coming", "come", "comes", "originate", "originates", "originating", "sent"])
    /// What is downloaded from an address is asked for there.
    private static let fetching = table(["download", "downloads", "downloaded", "pull", "pulled", "fetch", "retrieve"])

    private static func table(_ words: [String]) -> WordTable<Bool> { WordTable(words.map { (word: $0, value: true) }) }
}
