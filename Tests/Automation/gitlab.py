#!/usr/bin/env python3
"""usage: gitlab.py REQUISITE
Runs the jobs of the pipeline that `requisite init --gitlab` writes, from a changed document to the merge request's
description."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree

import yaml

import repository


class Case(repository.Repository):
    def __init__(self, tool):
        super().__init__(tool, ["--gitlab"])
        (self.root / "gitlab").mkdir()
        self.runs = 0

    def run(self, job, branch, **variables):
        self.runs += 1
        self.workspace = self.root / f"run-{self.runs}"
        self.git("clone", "--quiet", "--branch", branch, self.origin, self.workspace, cwd=self.root)
        pipeline = yaml.safe_load((self.clone / ".gitlab-ci.yml").read_text(encoding="utf-8"))
        here = pathlib.Path(__file__).resolve().parent
        tool = self.root / "tool"
        if not tool.exists():
            tool.mkdir()
            shutil.copy(self.tool, tool / "requisite")
        environment = pipeline["variables"] | {
            "PATH": f"{tool}:{here}:{os.environ['PATH']}", "HOME": str(self.root), "CI_API_V4_URL": "https://gitlab.example/api/v4",
            "CI_PROJECT_ID": "1", "CI_PROJECT_URL": str(self.origin).removesuffix(".git"), "CI_SERVER_HOST": "gitlab.example",
            "CI_COMMIT_BRANCH": branch, "FAKE_GITLAB": str(self.root / "gitlab"), "REQUISITE_TOKEN": "T0KEN"} | variables
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", "\n".join(pipeline[job]["script"])], cwd=self.workspace,
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")

    def propose(self):
        result = self.run("propose", "main")
        assert result.returncode == 0, result.stdout
        assert "T0KEN" not in result.stdout

    @property
    def requests(self):
        file = self.root / "gitlab/state.json"
        return json.loads(file.read_text()) if file.exists() else []


def main(tool):
    case = Case(tool)
    case.propose()
    assert case.requests == [], "a merge request for nothing"
    case.write("api.example.com", "new.example.com")
    case.push("Upstream changed")
    case.propose()
    repository.check_body(case.requests[0]["description"], "new.example.com")
    assert case.requests[0]["target_branch"] == "main"
    proposed = case.tip("requisite/update")
    case.propose()
    assert case.tip("requisite/update") == proposed, "the branch was pushed again"
    case.write("api.example.com", "new.example.com", "third.example.com")
    case.push("Upstream changed again")
    case.propose()
    assert len(case.requests) == 1, "a second merge request"
    repository.check_body(case.requests[0]["description"], "new.example.com", "third.example.com")

    base = case.tip("main")
    case.git("switch", "--quiet", "--create", "topic")
    case.write("fourth.example.com")
    case.push("A new page")
    result = case.run("check", "topic", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert result.returncode == 1, result.stdout
    report = xml.etree.ElementTree.parse(case.workspace / "requirements.xml")
    assert any("fourth.example.com" in test.get("name") for test in report.iter("testcase"))
    assert (case.workspace / "Output/catalog-csv/catalog.csv").exists()

    case.git("switch", "--quiet", "main")
    case.write("api.example.com")
    case.push("Upstream took it back")
    case.propose()
    assert case.requests[0]["state_event"] == "close", "a merge request that proposes nothing stays open"

    upstream = case.follow("vendor.example.com")
    case.push("Follow the vendor")
    case.propose()
    repository.check_body(case.requests[-1]["description"], "vendor.example.com")
    proposed = case.tip("requisite/update")
    case.propose()
    assert case.tip("requisite/update") == proposed, "the branch was pushed again"
    upstream.rename(case.root / "away")
    assert case.run("propose", "main").returncode == 69, "a source that failed was passed over"
    case.check_unharmed()
    shutil.rmtree(case.root)
    print("GitLab: one merge request, the gate")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
