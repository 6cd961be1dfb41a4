/// Where a server may send us: to another page of the same site, encrypted, and never into a private network from outside.
enum Redirect {
    /// The address that `target` stands for, if it may be followed from `address`.
    static func follow(_ target: String, from address: WebAddress) throws(RedirectFault) -> WebAddress {
        let next: WebAddress
        do throws(WebAddress.Fault) {
            next = try WebAddress(target)
        } catch {
            throw error == .unencrypted ? .unencrypted : .noAddress
        }
        guard next.isSecure || !address.isSecure else { throw .unencrypted }
        guard !next.isPrivate || address.isPrivate else { throw .intoPrivateNetwork(next.withoutQuery) }
        guard next.isSameSite(as: address) else { throw .otherSite(next.withoutQuery) }
        return next
    }
}

/// Why a redirect was not followed. Queries are left out, as sessions and signatures travel in them.
enum RedirectFault: Error, Sendable, Hashable {
    case otherSite(String)
    case intoPrivateNetwork(String)
    case unencrypted
    case noAddress
    case tooMany

    var message: String {
        switch self {
        case .otherSite(let target):
            "is redirected to another site, '\(target)'; if the page lives there now, give that address"
        case .intoPrivateNetwork(let target):
            "is redirected into a private network, to '\(target)', which is not followed; ask the site's owner"
        case .unencrypted: "is redirected to an address that is not encrypted, which is not followed"
        case .noAddress: "is redirected to something that is no web address"
        case .tooMany: "is redirected too often, perhaps in a circle; a site may do so to programs that keep no cookies"
        }
    }
}
