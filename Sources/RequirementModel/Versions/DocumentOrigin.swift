/// Where a document was fetched from, as exactly as its source tells.
public enum DocumentOrigin: Sendable, Hashable {
    /// A file of a commit: the repository as git takes it, the commit's full id, the path from the top.
    case git(repository: String, commit: String, path: String)
    /// A page of a web site, by the address that answered.
    case web(address: String)

    /// The address at which a person finds a line of the document, or a part of it; nil for a repository of which it is not known
    /// how it shows its files.
    /// - Parameters:
    ///   - line: 1-based; 0 for none.
    ///   - section: The titles of the sections around the line, the outermost first.
    public func address(line: Int = 0, section: [String] = []) -> String? {
        switch self {
        case .git(let repository, let commit, let path):
            RepositoryHost(of: repository).map {
                PercentEncoding.mended($0.address(of: path, at: commit, line: line))
            }
        case .web(let address): PercentEncoding.mended(Self.address(of: section.last, in: address))
        }
    }

    /// A page has no lines, and nobody but itself knows the names of its sections; browsers find text
    /// (https://wicg.github.io/scroll-to-text-fragment).
    private static func address(of title: String?, in page: String) -> String {
        let address = page.prefix { $0 != "#" }
        guard let title, !title.isEmpty else { return String(address) }
        // A hyphen has a meaning of its own there.
        let text = PercentEncoding.encoded(title, keepingSlashes: false).replacing("-", with: "%2D")
        return "\(address)#:~:text=\(text)"
    }
}

/// A service that shows the files of repositories, and how it forms addresses.
private struct RepositoryHost {
    private let kind: Kind
    /// `https://HOST/OWNER/NAME`.
    private let site: String

    /// How addresses of files are formed.
    private enum Kind: CaseIterable {
        case gitHub, gitLab, gitea, bitbucket, azure

        /// What names of hosts of this kind have in them.
        var mark: String {
            switch self {
            case .gitHub: "github"
            case .gitLab: "gitlab"
            case .gitea: "codeberg.org"
            case .bitbucket: "bitbucket.org"
            case .azure: "dev.azure.com"
            }
        }
    }

    /// The host of `repository`: `https://HOST/PATH`, `ssh://USER@HOST/PATH` or `USER@HOST:PATH`; nil for any other.
    init?(of repository: String) {
        var rest = repository[...]
        if let mark = rest.firstRange(of: "://") {
            guard ["https", "http", "ssh", "git"].contains(rest[..<mark.lowerBound]) else { return nil }
            rest = rest[mark.upperBound...]
        } else {
            guard let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") else { return nil }
            rest = "\(rest[..<colon])/\(rest[rest.index(after: colon)...])"
        }
        guard let slash = rest.firstIndex(of: "/") else { return nil }
        var host = rest[..<slash]
        if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
        let name = host.prefix { $0 != ":" }.lowercased()
        var path = rest[slash...]
        while path.hasSuffix("/") { path = path.dropLast() }
        if path.hasSuffix(".git") { path = path.dropLast(4) }
        guard let kind = Kind.allCases.first(where: { name.contains($0.mark) }) else { return nil }
        self.kind = kind
        site = "https://\(repository.hasPrefix("http") ? String(host) : name)\(path)"
    }

    func address(of path: String, at commit: String, line: Int) -> String {
        let path = PercentEncoding.encoded(path)
        // `?plain=1` shows the source of Markdown, which has lines, rather than the page, which has none.
        switch kind {
        case .gitHub: return "\(site)/blob/\(commit)/\(path)?plain=1" + (line > 0 ? "#L\(line)" : "")
        case .gitLab: return "\(site)/-/blob/\(commit)/\(path)?plain=1" + (line > 0 ? "#L\(line)" : "")
        case .gitea: return "\(site)/src/commit/\(commit)/\(path)?display=source" + (line > 0 ? "#L\(line)" : "")
        case .bitbucket: return "\(site)/src/\(commit)/\(path)" + (line > 0 ? "#lines-\(line)" : "")
        case .azure:
            return "\(site)?path=/\(path)&version=GC\(commit)"
                + (line > 0 ? "&line=\(line)&lineEnd=\(line + 1)&lineStartColumn=1&lineEndColumn=1" : "")
        }
    }
}
