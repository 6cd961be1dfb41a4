internal import RequirementModel

/// What a page says of the file that it was made from.
///
/// Names of Open Publishing (Microsoft Learn), and the relation `edit` (`rel-edit` of microformats.org), by which sites of any
/// generator may name their page's file.
struct StatedSource: Hashable {
    /// The address of the file that the page was made from.
    var address: String?
    /// The commit that it was made from.
    var commit: String?

    init(in page: PageShape) {
        let metadata = page.metadata
        // The address with the commit in it says more than one with a branch's name.
        for name in ["gitcommit", "original_content_git_url", "content_git_url"] where address == nil {
            address = Self.value(name, in: metadata).flatMap(Self.sound)
        }
        address = address ?? page.links["edit"].flatMap(Self.sound)
        commit = Self.value("git_commit_id", in: metadata).flatMap { Self.isCommit($0) ? $0 : nil }
    }

    private static func value(_ name: String, in metadata: [Metadatum]) -> String? {
        metadata.first { $0.name.lowercased() == name }?.value
    }

    /// Whatever a page says ends in a file that people follow links from.
    private static func sound(_ text: String) -> String? {
        guard text.utf8.count <= 1000, let address = try? WebAddress(text), address.isSecure else { return nil }
        return address.description
    }

    private static func isCommit(_ text: String) -> Bool {
        (7...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
