internal import RequirementModel

/// What a changed document may smuggle in: what the new side has of it and the old had not.
struct RiskAssessment {
    private let suffixes: PublicSuffixes
    /// Nil without an old side: then every domain would be unseen.
    private let seenDomains: Set<Substring>?
    private let known: Set<Finding>
    private let balance: AtomBalance

    /// Something risky, told apart by what it opens.
    private struct Finding: Hashable {
        var risk: Risk
        var subject: String
    }

    /// - Parameters:
    ///   - differences: What is going to be asked about; nothing is computed for none.
    ///   - old: The old side, with every host that its ledger has seen.
    init(_ differences: [RecordDifference], old: Snapshot?, suffixes: PublicSuffixes, balance: AtomBalance) {
        self.suffixes = suffixes
        self.balance = balance
        let isNeeded = differences.contains { $0.after?.network != nil }
        let records = isNeeded ? old?.records ?? [] : []
        var known: Set<Finding> = []
        var domains: Set<Substring> = []
        for record in records {
            for finding in Self.findings(in: record, suffixes) { known.insert(finding) }
            for host in record.hosts { domains.insert(suffixes.registrableDomain(of: host)) }
        }
        for host in isNeeded ? old?.formerHosts ?? [] : [] { domains.insert(suffixes.registrableDomain(of: host)) }
        self.known = known
        seenDomains = old == nil ? nil : domains
    }

    /// The risks that a difference brings, in the order of their definition.
    func risks(of difference: RecordDifference) -> [Risk] {
        guard let record = difference.after, record.network?.access == .allow else { return [] }
        var risks = Set(Self.findings(in: record, suffixes).filter { !known.contains($0) }.map(\.risk))
        if let seenDomains, record.hosts.contains(where: { !seenDomains.contains(suffixes.registrableDomain(of: $0)) })
        {
            risks.insert(.unseenDomain)
        }
        let isReleased = difference.atomsAfter.facts.contains { balance.wasDenied($0.key) && !balance.wasAsked($0.key) }
        if isReleased { risks.insert(.denyTurnedAllow) }
        return Risk.allCases.filter(risks.contains)
    }

    private static func findings(in record: Requirement, _ suffixes: PublicSuffixes) -> [Finding] {
        guard let network = record.network, network.access == .allow else { return [] }
        var findings: [Finding] = []
        for destination in network.destinations {
            switch destination.endpoint {
            case .any:
                let services = destination.services.isEmpty ? network.services : destination.services
                for service in services.isEmpty ? [Service()] : services {
                    let subject = "\(service.transport ?? "") \(service.port?.description ?? "")"
                    findings.append(Finding(risk: .anyDestination, subject: subject))
                }
            case .fqdn(let name) where name.utf8.contains(UInt8(ascii: "*")) && suffixes.isWildcardOverSuffix(name):
                findings.append(Finding(risk: .publicSuffixWildcard, subject: name))
            case .cidr(let range) where AddressRange(range)?.isWider(thanPrefix: 8) == true:
                findings.append(Finding(risk: .wideAddressRange, subject: range))
            default: break
            }
            let services = destination.services.isEmpty ? network.services : destination.services
            if services.contains(where: isPlainHTTP) {
                findings.append(Finding(risk: .plainHTTP, subject: destination.endpoint.text))
            }
        }
        return findings
    }

    private static func isPlainHTTP(_ service: Service) -> Bool {
        if let application = service.application { return application == "HTTP" }
        return service.port == PortRange(80) && service.transport != "UDP"
    }
}

extension Requirement {
    /// The host names among its destinations.
    var hosts: [String] {
        network?.destinations.compactMap { destination in
            if case .fqdn(let name) = destination.endpoint { name } else { nil }
        } ?? []
    }
}
