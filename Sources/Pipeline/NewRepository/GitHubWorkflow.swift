extension Automation {
    /// The workflow. Actions are named by commits, jobs have no more rights than they need, and no expression stands in a
    /// script, where a name could become a command.
    var gitHubWorkflow: String {
        #"""
        # Keeps requirements up to date. Written by `requisite init --github`; yours to change.
        name: Requirements

        on:
          schedule:
            - cron: "17 5 * * 1-5"
          workflow_dispatch:
          pull_request:
            paths:
              - \#(Self.quoted(corpus + "/**"))
              - "requisite.yml"
              - "accepted-changes.yml"
              - ".github/workflows/requirements.yml"

        permissions: {}

        concurrency:
          group: requirements-${{ github.ref }}

        jobs:
          check:
            name: Check a pull request
            if: github.event_name == 'pull_request'
            runs-on: ubuntu-24.04
            timeout-minutes: 60
            permissions:
              contents: read
              pull-requests: write # to renew its comment
            steps:
        \#(fetching(depth: 2))
              - name: Show what the documents change
                uses: \#(action)
                with:
                  mode: check
                  corpus: \#(Self.quoted(corpus))
                  output: \#(Self.quoted(output))
                  fail-on: error

          propose:
            name: Propose the new version
            if: github.event_name != 'pull_request'
            runs-on: ubuntu-24.04
            timeout-minutes: 60
            permissions:
              contents: write # to push the branch
              pull-requests: write # to open or renew the pull request
            steps:
        \#(fetching(depth: 1))
              - name: Open or renew the pull request
                uses: \#(action)
                with:
                  mode: propose
                  corpus: \#(Self.quoted(corpus))
                  output: \#(Self.quoted(output))

        """#
    }

    /// What the steps use. An action cannot be named by variables; what they name is fetched beside the repository.
    private var action: String {
        let path = ".github/actions/requisite"
        return tool.map { "\($0.repository)/\(path)@\($0.revision)" }
            ?? "./.requisite/\(path) # zizmor: ignore[self-repository] it is another's, fetched above"
    }

    private func fetching(depth: Int) -> String {
        let repository = #"""
                  - name: Fetch the repository
                    uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
                    with:
                      fetch-depth: \#(depth)
                      persist-credentials: false
            """#
        guard tool == nil else { return repository }
        return repository + #"""

                  - name: Know where Requisite comes from
                    if: vars.REQUISITE_REPOSITORY == '' || vars.REQUISITE_REVISION == ''
                    run: |
                      echo "::error::Set the variables REQUISITE_REPOSITORY and REQUISITE_REVISION in the repository's settings."
                      exit 1
                  - name: Fetch Requisite
                    uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
                    with:
                      repository: ${{ vars.REQUISITE_REPOSITORY }}
                      ref: ${{ vars.REQUISITE_REVISION }}
                      path: .requisite
                      persist-credentials: false
            """#
    }
}
