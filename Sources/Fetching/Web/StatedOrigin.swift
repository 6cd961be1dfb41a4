internal import RequirementModel

/// What a page says of where it comes from.
///
/// Names of Open Publishing (Microsoft Learn) and of the Open Graph protocol and Dublin Core, the relation `canonical` (RFC 6596),
/// and the relation `edit` (`rel-edit` of microformats.org), by which sites of any generator may name their page's file.
struct StatedOrigin: Hashable {
    /// The address of the file that the page was made from.
    private(set) var source: String?
    /// The commit that it was made from.
    private(set) var commit: String?
    /// When it was changed last, in its own form.
    private(set) var date: String?
    /// The address that it calls its own.
    private(set) var address: String?

    init(in page: PageShape) {
        let values = { (names: [String]) in
            names.lazy.compactMap { name in page.metadata.first { $0.name.lowercased() == name }?.value }
        }
        // The address with the commit in it says more than one with a branch's name.
        source =
            values(["gitcommit", "original_content_git_url", "content_git_url"]).compactMap(Self.address).first
            ?? page.links["edit"].flatMap(Self.address)
        commit = values(["git_commit_id"]).first(where: Self.isCommit)
        date = values(["updated_at", "article:modified_time", "dcterms.modified", "last-modified"]).first(
            where: Self.isDate)
        address = page.links["canonical"].flatMap(Self.address)
    }

    /// Whatever a page says ends in a file that people follow links from.
    private static func address(_ text: String) -> String? {
        guard text.utf8.count <= 1000, let address = try? WebAddress(text), address.isSecure else { return nil }
        return address.description
    }

    private static func isCommit(_ text: String) -> Bool {
        (7...64).contains(text.utf8.count)
            && text.utf8.allSatisfy(Hexadecimal.isDigit)
    }

    /// Digits, with what stands between them in dates of any form.
    private static func isDate(_ text: String) -> Bool {
        (4...40).contains(text.utf8.count) && text.contains(where: \.isNumber)
            && text.utf8.allSatisfy { (0x20...0x7E).contains($0) && !"<>\"'`\\&".utf8.contains($0) }
    }
}
