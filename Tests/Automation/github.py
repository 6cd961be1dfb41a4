#!/usr/bin/env python3
"""usage: github.py REQUISITE
Runs the workflow that `requisite init --github` writes, with the action of this project, from a changed document to the pull
request's body and to the comment on a pull request."""
import json
import os
import pathlib
import shutil
import sys

import repository
import workflow

TOOL = "contoso/requisite@0123456789012345678901234567890123456789"
WORKFLOW = ".github/workflows/requirements.yml"


class Case(repository.Repository):
    def __init__(self, tool, arguments):
        super().__init__(tool, ["--github", *arguments])
        self.runs = 0
        (self.root / "gh").mkdir()

    def run(self, job, event_name, ref_name, pull_request=None):
        self.runs += 1
        folder = self.root / f"run-{self.runs}"
        github = {
            "event_name": event_name, "repository": "contoso/network", "ref_name": ref_name, "token": "T0KEN",
            "event": {"pull_request": pull_request or {}}}
        contexts = {
            "github": github, "runner": {"os": "Linux", "arch": "X64", "temp": str(folder / "temp")},
            "vars": {"REQUISITE_REPOSITORY": "contoso/requisite", "REQUISITE_REVISION": "0" * 40}}
        here = pathlib.Path(__file__).resolve().parent
        environment = {
            "PATH": f"{here}:{os.environ['PATH']}", "HOME": str(self.root), "FAKE_GH": str(self.root / "gh")}
        # The action comes with its project; building it is not what is tried here.
        checkouts = self.root / "checkouts"
        if not checkouts.exists():
            shutil.copytree(repository.PROJECT / ".github", checkouts / ".github")
            shutil.copytree(repository.PROJECT / ".ci", checkouts / ".ci")
            (checkouts / "Package.swift").touch()
            for name in ("Sources", "Plugins"):
                (checkouts / name).mkdir()
        runner = workflow.Runner(folder, self.origin, contexts, checkouts, self.tool, environment)
        runner.succeeded = runner.run_job(self.clone / WORKFLOW, job)
        return runner

    def propose(self):
        runner = self.run("propose", "schedule", "main")
        assert runner.succeeded, runner.log
        return runner

    def check(self, number, head="contoso/network"):
        """A pull request from the clone's branch, as GitHub merges it for the check."""
        branch = self.git("branch", "--show-current")
        self.git("switch", "--quiet", "--force-create", f"{number}/merge", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", "Merge", branch)
        self.git("push", "--quiet", "--force", "origin", "HEAD")
        self.git("switch", "--quiet", branch)
        return self.run("check", "pull_request", f"{number}/merge", {
            "number": number, "head": {"repo": {"full_name": head}}})

    @property
    def state(self):
        return json.loads((self.root / "gh/state.json").read_text())


def try_proposals(tool, arguments):
    case = Case(tool, arguments)
    assert case.propose().artifacts["requirements"]
    assert case.state["requests"] == {}, "a pull request for nothing"

    case.write("api.example.com", "new.example.com")
    case.push("Upstream changed")
    main = case.tip("main")
    runner = case.propose()
    assert case.tip("main") == main
    assert list(workflow.commands(runner.log)) == []
    request = case.state["requests"]["1"]
    assert request["title"] == "Requirements: 1 to open" and request["base"] == "main", request["title"]
    repository.check_body(request["body"], "new.example.com")
    assert "api.example.com" not in request["body"], "the body tells of earlier versions"
    changed = case.git("diff", "--name-only", "main", "requisite/update", cwd=case.origin).split("\n")
    assert changed and all(path.startswith("Output/") for path in changed), changed
    assert any("ledger" in path for path in runner.artifacts["requirements"])
    assert "new.example.com" in runner.summary.read_text(encoding="utf-8")

    # Another day, the same documents: who reviews is left alone.
    proposed = case.tip("requisite/update")
    case.propose()
    assert case.tip("requisite/update") == proposed, "the branch was pushed again"

    case.write("api.example.com", "new.example.com", "third.example.com")
    case.push("Upstream changed again")
    case.propose()
    assert list(case.state["requests"]) == ["1"], "a second pull request"
    repository.check_body(case.state["requests"]["1"]["body"], "new.example.com", "third.example.com")
    assert case.tip("requisite/update^") == case.tip("main")

    case.write("api.example.com")
    case.push("Upstream took it back")
    case.propose()
    assert not case.state["requests"]["1"]["open"], "a pull request that proposes nothing stays open"
    case.check_unharmed()
    shutil.rmtree(case.root)


def try_sources(tool, arguments):
    """From a vendor's repository that changed to the pull request's body, and nothing new for who reviews on another day."""
    case = Case(tool, arguments)
    upstream = case.follow("vendor.example.com")
    case.push("Follow the vendor")
    case.propose()
    repository.check_body(case.state["requests"]["1"]["body"], "vendor.example.com")
    case.git("fetch", "--quiet", "origin", "requisite/update")
    case.git("merge", "--quiet", "--ff-only", "FETCH_HEAD")
    case.git("push", "--quiet", "origin", "main")

    case.follow("vendor.example.com", "fresh.example.com")
    case.propose()
    request = case.state["requests"]["1"]
    repository.check_body(request["body"], "fresh.example.com")
    assert request["title"] == "Requirements: 1 to open", request["title"]
    files = case.git("diff", "--name-only", "main", "requisite/update", cwd=case.origin).split("\n")
    assert "Corpus/vendor/docs/rules.md" in files and "Corpus/sources.lock" in files, files
    proposed = case.tip("requisite/update")
    case.propose()
    assert case.tip("requisite/update") == proposed, "the branch was pushed again"

    # A vendor who is away holds up nothing, and is not passed over in silence.
    upstream.rename(case.root / "away")
    case.write("own.example.com", "api.example.com")
    case.push("A page of our own")
    runner = case.run("propose", "schedule", "main")
    assert not runner.succeeded, "a source that failed was passed over"
    repository.check_body(case.state["requests"]["1"]["body"], "own.example.com")
    case.check_unharmed()
    shutil.rmtree(case.root)


def try_checks(tool, arguments):
    case = Case(tool, arguments)
    case.git("switch", "--quiet", "--create", "topic")
    case.write("api.example.com", "new.example.com")
    case.push("A new page")
    for _ in range(2):
        runner = case.check(7)
        assert not runner.succeeded, "the gate did not trip"
        obeyed = list(workflow.commands(runner.log))
        assert len(obeyed) == 1, obeyed
        assert obeyed[0].startswith("::error file=Corpus/rules.md,line=8,title=requirement-added::"), obeyed
        assert any("ledger" in path for path in runner.artifacts["requirements"])
        comments = list(case.state["comments"].values())
        assert len(comments) == 1, "a comment for each run"
        repository.check_body(comments[0], "new.example.com")

    # Who ran the tool, too, has changed no less.
    case.requisite("run")
    case.push("With its version")
    assert not case.check(7).succeeded, "the gate did not trip over a version of the pull request's own"
    version = max((case.clone / "Output/ledger").glob("2*"))
    version.write_text(version.read_text(encoding="utf-8").replace("new.example.com", "old.example.com"), encoding="utf-8")
    case.push("Edited by hand")
    assert not case.check(7).succeeded and "new.example.com" not in case.check(7).log.split("::error")[-1]

    case.git("switch", "--quiet", "--force-create", "words", "main")
    case.write("api.example.com", purpose="In other words.")
    case.push("In other words")
    runner = case.check(8, head="fork/network")
    assert runner.succeeded, runner.log
    assert len(case.state["comments"]) == 1, "a comment without the right to write one"
    case.check_unharmed()
    shutil.rmtree(case.root)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for arguments in ([], ["--tool", TOOL]):
        try_proposals(sys.argv[1], arguments)
        try_sources(sys.argv[1], arguments)
        try_checks(sys.argv[1], arguments)
    print("GitHub: one pull request, one comment, the gate")
