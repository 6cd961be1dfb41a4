/// How a repository's requirements are kept up by a service: on a schedule, and on what a pull request changes.
public struct Automation: Sendable {
    /// Whose service it is.
    public var host: Host
    /// Where the service gets the tool from; nil for variables that are set there.
    public var tool: ToolSource?
    /// The folder of documents, from the repository's root.
    public var corpus: String
    /// The folder of versions and artifacts, from the repository's root.
    public var output: String

    /// The services that there are files for.
    public enum Host: Sendable, CaseIterable {
        case gitHub, gitLab
    }

    /// An automation by `host`.
    public init(host: Host, tool: ToolSource? = nil, corpus: String = "Corpus", output: String = "Output") {
        self.host = host
        self.tool = tool
        self.corpus = corpus
        self.output = output
    }

    /// Where the file stands that the service reads.
    var path: String {
        switch host {
        case .gitHub: ".github/workflows/requirements.yml"
        case .gitLab: ".gitlab-ci.yml"
        }
    }

    /// The file.
    var text: String {
        switch host {
        case .gitHub: gitHubWorkflow
        case .gitLab: gitLabPipeline
        }
    }

    /// What somebody has to do before it works, one sentence each.
    public var instructions: [String] {
        let variables = "REQUISITE_REPOSITORY (where Requisite is) and REQUISITE_REVISION (a commit of it)"
        switch host {
        case .gitHub:
            return (tool == nil ? ["Set the repository's variables \(variables)."] : []) + [
                "Allow GitHub Actions to create pull requests, in the repository's settings."
            ]
        case .gitLab:
            return (tool == nil ? ["Set the CI/CD variables \(variables)."] : []) + [
                "Set the masked and protected CI/CD variable REQUISITE_TOKEN, a project access token with the scopes api and "
                    + "write_repository, and add a pipeline schedule."
            ]
        }
    }
}

/// A commit of a repository that holds Requisite.
public struct ToolSource: Sendable, Hashable {
    /// What the host clones: `OWNER/NAME` on GitHub, a URL elsewhere.
    public let repository: String
    /// The commit's full id.
    public let revision: String

    /// Reads `REPOSITORY@COMMIT`; nil for anything else. A branch or a tag is none: these move.
    public init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([A-Za-z0-9][A-Za-z0-9._:\/-]*)@([0-9a-f]{40})/) else { return nil }
        repository = String(match.1)
        revision = String(match.2)
    }
}

extension Automation {
    /// A string of YAML, whatever it holds.
    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
