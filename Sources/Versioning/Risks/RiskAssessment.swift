internal import RequirementModel

/// What a changed document may smuggle in: what the new side has of it and the old had not.
struct RiskAssessment {
    private let known: Known
    private let suffixes: PublicSuffixes
    private let balance: AtomBalance

    /// Something risky, told apart by what it opens.
    fileprivate struct Finding: Hashable {
        var risk: Risk
        var subject: String
    }

    /// What the old side has of it.
    struct Known {
        /// How many records have each.
        private var findings: [Finding: Int] = [:]
        /// Nil without an old side: then every domain would be unseen.
        private var domains: Set<Substring>?

        /// What the records of `old` have, and every host that its ledger has seen.
        init(_ old: Snapshot?, _ suffixes: PublicSuffixes) {
            guard let old else { return }
            domains = Set(old.formerHosts.map { suffixes.registrableDomain(of: $0) })
            for record in old.records { add(record, suffixes) }
        }

        /// No record, by a ledger that has seen `domains`.
        init(domains: [Substring]) { self.domains = Set(domains) }

        mutating func add(_ record: Requirement, _ suffixes: PublicSuffixes) {
            for finding in RiskAssessment.findings(in: record, suffixes) { findings[finding, default: 0] += 1 }
            for host in record.hosts { domains?.insert(suffixes.registrableDomain(of: host)) }
        }

        /// Takes away a record that was added; its domains were seen all the same.
        mutating func remove(_ record: Requirement, _ suffixes: PublicSuffixes) {
            for finding in RiskAssessment.findings(in: record, suffixes) {
                let count = findings[finding] ?? 0
                findings[finding] = count > 1 ? count - 1 : nil
            }
        }

        fileprivate func has(_ finding: Finding) -> Bool { findings[finding] != nil }

        fileprivate func hasSeen(_ domain: Substring) -> Bool { domains?.contains(domain) ?? true }
    }

    init(_ known: Known, suffixes: PublicSuffixes, balance: AtomBalance) {
        self.known = known
        self.suffixes = suffixes
        self.balance = balance
    }

    /// The risks that a difference brings, in the order of their definition.
    func risks(of difference: RecordDifference) -> [Risk] {
        guard let record = difference.after, record.network?.access == .allow else { return [] }
        var risks = Set(Self.findings(in: record, suffixes).filter { !known.has($0) }.map(\.risk))
        if record.hosts.contains(where: { !known.hasSeen(suffixes.registrableDomain(of: $0)) }) {
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
            let services = network.services(of: destination)
            switch destination.endpoint {
            case .any:
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
