extension Automation {
    /// The pipeline. The token travels in the environment and in files, never in a command line, and what documents say in
    /// files alone.
    var gitLabPipeline: String {
        let source =
            tool.map { "  REQUISITE_REPOSITORY: \($0.repository)\n  REQUISITE_REVISION: \($0.revision)\n" } ?? ""
        return #"""
            # Keeps requirements up to date. Written by `requisite init --gitlab`; yours to change.
            #
            # CI/CD variables: REQUISITE_TOKEN, a project access token with the scopes api and write_repository\#(
                tool == nil ? ";\n# REQUISITE_REPOSITORY, the URL of Requisite, and REQUISITE_REVISION, a commit of it" : "").

            variables:
            \#(source)  CORPUS: \#(Self.quoted(corpus))
              OUTPUT: \#(Self.quoted(output))
              BRANCH: requisite/update

            default:
              image: swift:6.2-bookworm
              cache:
                key: requisite-$REQUISITE_REVISION
                paths: [.requisite/]
              before_script:
                - |
                  : "${REQUISITE_REPOSITORY:?set this CI/CD variable to the URL of Requisite}"
                  : "${REQUISITE_REVISION:?set this CI/CD variable to a commit of Requisite}"
                  apt-get update -qq
                  apt-get install -y -qq --no-install-recommends ca-certificates curl git jq
                  if [ "$(git -C .requisite rev-parse HEAD 2> /dev/null || true)" != "$REQUISITE_REVISION" ]; then
                    rm -rf .requisite
                    git init --quiet .requisite
                    git -C .requisite fetch --quiet --depth=1 "$REQUISITE_REPOSITORY" "$REQUISITE_REVISION"
                    git -C .requisite checkout --quiet FETCH_HEAD
                  fi
                  .requisite/.ci/set-up build
                  swift build --package-path .requisite -c release --product requisite
                  export PATH="$CI_PROJECT_DIR/.requisite/.build/release:$PATH"

            check:
              rules:
                - if: $CI_PIPELINE_SOURCE == "merge_request_event"
                  changes: [\#(Self.quoted(corpus + "/**/*")), requisite.yml, accepted-changes.yml, .gitlab-ci.yml]
              variables:
                GIT_DEPTH: 0
              script:
                - |
                  # What the merge request itself says about versions is checked, and then set aside: against its own version
                  # nothing would have changed.
                  if [ -d "$OUTPUT/ledger" ]; then requisite verify; fi
                  rm -rf -- "$OUTPUT"
                  if git cat-file -e "$CI_MERGE_REQUEST_DIFF_BASE_SHA:$OUTPUT" 2> /dev/null; then
                    git checkout --quiet "$CI_MERGE_REQUEST_DIFF_BASE_SHA" -- "$OUTPUT"
                  fi
                  status=0
                  if [ -d "$OUTPUT/ledger" ]; then
                    requisite check --quiet --fail-on never --format junit > requirements.xml
                    requisite check || status=$?
                  fi
                  if [ "$status" -le 1 ]; then requisite run --quiet; fi
                  exit "$status"
              artifacts:
                when: always
                paths: [\#(Self.quoted(output))]
                reports:
                  junit: requirements.xml

            propose:
              rules:
                - if: $CI_PIPELINE_SOURCE == "schedule"
              resource_group: requirements
              script:
                - |
                  : "${REQUISITE_TOKEN:?set this CI/CD variable to a project access token}"
                  requests="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests"
                  ask() { printf 'header = "PRIVATE-TOKEN: %s"\n' "$REQUISITE_TOKEN" | curl --silent --show-error --fail --config - "$@"; }
                  open_request() {
                    ask --get "$requests" --data state=opened --data-urlencode "source_branch=$BRANCH" | jq -r '.[0].iid // empty'
                  }

                  # When a source of documents fails, what the others brought is proposed, and the job fails at its end.
                  base=$(git rev-parse HEAD) synced=0
                  requisite sync || synced=$?
                  if [ "$synced" -ne 0 ] && [ "$synced" -ne 69 ]; then exit "$synced"; fi

                  # The same documents on the same base give the same version on every day: a request under review is left alone.
                  git add --all -- "$CORPUS"
                  if git diff --cached --quiet; then
                    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
                    export SOURCE_DATE_EPOCH
                  elif git fetch --quiet --depth=2 origin "refs/heads/$BRANCH" 2> /dev/null &&
                    [ "$(git rev-parse FETCH_HEAD^)" = "$base" ] && git diff --cached --quiet FETCH_HEAD -- "$CORPUS"; then
                    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct FETCH_HEAD)
                    export SOURCE_DATE_EPOCH
                  fi
                  before=
                  if [ -d "$OUTPUT/ledger" ]; then before=$(requisite log | sed -n '1s/ .*//p'); fi
                  requisite run

                  git add --all -- "$CORPUS" "$OUTPUT"
                  if git diff --cached --quiet; then
                    number=$(open_request)
                    if [ -n "$number" ]; then ask --request PUT "$requests/$number" --data state_event=close > /dev/null; fi
                    exit "$synced"
                  fi
                  requisite changelog ${before:+--from "$before"} --format markdown > changelog.md
                  git switch --quiet --force-create "$BRANCH"
                  git -c user.name=Requisite -c "user.email=requisite@$CI_SERVER_HOST" commit --quiet --message "Update requirements"
                  if ! git fetch --quiet --depth=2 origin "refs/heads/$BRANCH" 2> /dev/null ||
                    [ "$(git rev-parse FETCH_HEAD^)" != "$base" ] || ! git diff --quiet FETCH_HEAD HEAD; then
                    export REQUISITE_TOKEN
                    # shellcheck disable=SC2016 # git's shell expands it, so that the token stands in no command line
                    git -c credential.helper='!f() { echo username=oauth2; echo "password=$REQUISITE_TOKEN"; }; f' \
                      push --quiet --force "$CI_PROJECT_URL.git" "HEAD:refs/heads/$BRANCH"
                  fi

                  number=$(open_request)
                  set -- --data-urlencode "title=Update requirements" --data-urlencode description@changelog.md
                  if [ -n "$number" ]; then
                    ask --request PUT "$requests/$number" "$@" > /dev/null
                  else
                    ask --request POST "$requests" "$@" --data-urlencode "source_branch=$BRANCH" \
                      --data-urlencode "target_branch=$CI_COMMIT_BRANCH" --data remove_source_branch=true > /dev/null
                  fi
                  exit "$synced"
              artifacts:
                paths: [\#(Self.quoted(output))]

            """#
    }
}
