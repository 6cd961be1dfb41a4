internal import RequirementModel

/// Places that are one token: names, URLs, addresses and tags.
extension EndpointReader {
    /// The place that the endpoint token at `index` is.
    func destination(at index: Int) -> Destination? {
        let token = lexer.tokens[index]
        switch token.kind {
        case .star: return Destination(.any)
        case .address: return IPAddress.normalForm(lexer.bytes, token.range).map { Destination(.cidr($0)) }
        case .tag: return Destination(.serviceTag(tagName(token.range)))
        case .host, .url:
            let emphasised = lexer.emphasised(in: token.range, of: lexed)
            if token.kind == .host, emphasised.isEmpty, let name = HostName.inNormalForm(lexer.bytes, token.range) {
                return Destination(.fqdn(name))
            }
            let parts = HostName.parts(
                lexer.bytes, token.range, emphasised: emphasised, isURL: token.kind == .url)
            guard let host = parts.host else { return nil }
            return Destination(host, path: parts.path, services: services(of: parts))
        default: return nil
        }
    }

    /// What a URL's scheme and port say.
    private func services(of parts: HostName.Parts) -> [Service] {
        let entry = parts.scheme.flatMap { ProtocolVocabulary.table.value(of: lexer.bytes, $0) }
            .map { ProtocolVocabulary.entries[Int($0)] }
        guard entry != nil || parts.port != nil else { return [] }
        return [
            Service(
                transport: entry?.transport, application: entry?.application,
                port: parts.port.flatMap { PortRange(Int($0)) })
        ]
    }

    /// Azure's own spelling of the tag in `range`, its region as it stands or as a placeholder.
    private func tagName(_ range: Range<Int>) -> String {
        let dot = range.first { lexer.bytes[$0] == UInt8(ascii: ".") } ?? range.upperBound
        let name = lexer.tags.tag(in: lexer.bytes, range.lowerBound..<dot)?.name ?? ""
        guard dot < range.upperBound else { return name }
        var writer = NameWriter()
        writer.isLowercased = false
        writer.append(lexer.bytes, dot + 1..<range.upperBound)
        return "\(name).\(ServiceTagVocabulary.region(writer.text))"
    }
}
