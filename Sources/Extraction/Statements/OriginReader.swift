/// Tells lead-ins whose addresses are where traffic comes from: "allow inbound connections from the following addresses".
struct OriginReader {
    let lexer: Lexer

    /// Whether the addresses that the page lists are those of who calls.
    func speaksOfCallers(_ tokens: Range<Int>) -> Bool { comesFromOurs(tokens) || areUsedToSend(tokens) }

    /// "allow traffic from our addresses"
    private func comesFromOurs(_ tokens: Range<Int>) -> Bool {
        tokens.contains { index in
            lexer.tokens[index].means(.from) && index > tokens.lowerBound && lexer.tokens[index - 1].means(.trafficNoun)
                && index + 1 < tokens.upperBound && lexer.isWord(index + 1, "our")
                && (index + 2..<min(index + 5, tokens.upperBound)).contains { lexer.isWord($0, among: Self.addresses) }
        }
    }

    /// "the following addresses, used to send webhooks"
    private func areUsedToSend(_ tokens: Range<Int>) -> Bool {
        guard let pointer = tokens.first(where: { lexer.tokens[$0].means([.following, .deictic]) }),
            let address = (pointer + 1..<min(pointer + 5, tokens.upperBound)).first(where: {
                lexer.isWord($0, among: Self.addresses)
                    && !(tokens.contains($0 + 1) && lexer.isWord($0 + 1, among: Self.addresses))
            })
        else { return false }
        let behind = address + 1..<min(address + 8, tokens.upperBound)
        return behind.contains { lexer.isWord($0, "used") }
            && behind.dropFirst().contains { lexer.isWord($0 - 1, "to") && lexer.isWord($0, among: Self.sending) }
    }

    /// "ACME's egress IP addresses", "our outbound IPs": the addresses from which another thing calls.
    func namesOutgoingAddressesOfAnother(_ tokens: Range<Int>) -> Bool {
        tokens.dropFirst().contains { index in
            lexer.tokens[index].means(.outbound) && index + 1 < tokens.upperBound
                && (lexer.isWord(index + 1, "ip") || lexer.isWord(index + 1, "ips"))
                && (lexer.isWord(index - 1, "our") || lexer.isNameOfAnother(index - 1))
        }
    }

    /// Whether what `tokens` introduce are the addresses that traffic comes from.
    func listsSources(_ tokens: Range<Int>) -> Bool {
        tokens.contains { index in
            guard lexer.tokens[index].means(.from) else { return false }
            let behind = index + 1..<min(index + 7, tokens.upperBound)
            let before = max(tokens.lowerBound, index - 5)..<index
            // "Inbound traffic may come from any of the following"
            let comesFrom =
                before.contains { lexer.isWord($0, among: Self.origins) }
                && (tokens.lowerBound..<index).contains { lexer.tokens[$0].means([.inbound, .trafficNoun]) }
            return behind.contains { lexer.tokens[$0].means([.following, .deictic]) }
                && (comesFrom || behind.contains { lexer.isWord($0, among: Self.addresses) })
                && before.contains {
                    lexer.tokens[$0].means([.inbound, .trafficNoun, .reach]) || lexer.isWord($0, among: Self.origins)
                }
                && !before.contains { lexer.isWord($0, among: Self.fetching) }
        }
    }

    private static let addresses: WordSet = ["address", "addresses", "ip", "ips", "ranges", "cidr", "cidrs", "subnets"]
    private static let origins: WordSet = ["coming", "come", "comes", "originate", "originates", "originating", "sent"]
    private static let sending: WordSet = ["send", "deliver", "call", "originate"]
    /// What is downloaded from an address is asked for there.
    private static let fetching: WordSet = [
        "download", "downloads", "downloaded", "pull", "pulled", "fetch", "retrieve",
    ]
}
