/// Fetches the pages of a source over HTTPS.
///
/// All of a source's pages are asked for by one process and one after the other, over one connection a host. What is held of a page
/// is asked for on condition that it changed; where nothing changed that a reader of the page would see, nothing did.
public struct WebFetcher: SourceFetcher {
    private let source: WebSource
    private let curl: Curl

    /// - Parameters:
    ///   - source: What is declared.
    ///   - agent: What servers are told about who asks: the tool's name, version and address.
    public init(_ source: WebSource, agent: String) {
        self.source = source
        curl = Curl(agent: agent, limits: source.limits)
    }

    /// What the pages' servers have of them now.
    public func fetch(_ name: String, beside held: HeldSource) async throws(FetchFault) -> Fetched {
        var fetched = Fetched(state: .https)
        let pages = declared(by: name, held: held, faults: &fetched.faults)
        var exchange = WebExchange(source: name, pages: pages, held: held, limits: source.limits, fetched: fetched)
        do {
            try await exchange.run(by: curl)
        } catch let fault as Curl.Fault {
            throw FetchFault(WebFault.curl(fault).remark(source: name, page: nil))
        } catch {
            throw FetchFault(FetchRemark("sync-interrupted", source: name, "could not be brought: \(error)"))
        }
        fetched = exchange.fetched
        settle(held.locked?.pages ?? [], declared: pages, in: &fetched)
        fetched.pages.sort { $0.path < $1.path }
        fetched.gone.sort { $0.path < $1.path }
        return fetched
    }

    /// Says what became of pages that are locked and not asked for any more.
    private func settle(_ locked: [LockedPage], declared pages: [WebExchange.Page], in fetched: inout Fetched) {
        let paths = Set(pages.map(\.path))
        let faulty = Set(fetched.faults.map(\.page))
        for page in locked where !paths.contains(page.path) {
            guard case .web(let origin) = page.origin, !faulty.contains(origin.address) else { continue }
            // Whoever writes the address that a redirect led to has moved the page, and not replaced it.
            let successor = fetched.pages.firstIndex { new in
                guard case .web(let new) = new.origin, let final = origin.finalAddress else { return false }
                return new.address == final
            }
            if let successor, fetched.pages[successor].bytes != nil, fetched.pages[successor].formerPath == nil {
                fetched.pages[successor].formerPath = page.path
            } else {
                fetched.gone.append(GonePage(path: page.path, reason: "requisite.yml asks for it no more"))
            }
        }
    }

    /// The pages that can be asked for, each with what is held of it.
    private func declared(by name: String, held: HeldSource, faults: inout [FetchRemark]) -> [WebExchange.Page] {
        var pages: [WebExchange.Page] = []
        var seen: Set<String> = []
        for text in source.addresses where seen.insert(text).inserted {
            do throws(WebAddress.Fault) {
                let address = try WebAddress(text)
                pages.append(WebExchange.Page(declared: text, address: address, in: held))
            } catch {
                faults.append(FetchRemark("invalid-address", source: name, page: text, error.description))
            }
        }
        // Names that differ by case alone are one name on some machines.
        let byName = Dictionary(grouping: pages) { $0.path.lowercased() }
        return pages.filter { page in
            guard let other = byName[page.path.lowercased()]?.first(where: { $0.declared != page.declared }) else {
                return true
            }
            faults.append(
                FetchRemark(
                    "same-name", source: name, page: page.declared,
                    "would have the same file as '\(other.declared)', '\(page.path)', so neither is brought; "
                        + "put one of them into a source of its own"))
            return false
        }
    }
}
