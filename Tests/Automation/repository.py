"""A repository of requirements with an origin, as its owner has it."""
import os
import pathlib
import shutil
import subprocess
import tempfile

import workflow

PROJECT = pathlib.Path(__file__).resolve().parents[2]
# What a vendor could write into a cell, were it to become a command, an output of a step or a mention.
HOSTILE = "`touch pwned` $(touch pwned) ##[set-output name=gate;]passed ::set-output name=gate::passed @team fixes #1 ${{ github.token }}"


class Repository:
    def __init__(self, tool, host):
        # Outside any repository, so that git looks no further up.
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="requisite-automation-"))
        self.tool, self.clone, self.origin = pathlib.Path(tool).resolve(), self.root / "clone", self.root / "origin.git"
        self.git("init", "--quiet", "--bare", "--initial-branch=main", self.origin, cwd=self.root)
        self.git("clone", "--quiet", self.origin, self.clone, cwd=self.root)
        self.git("switch", "--quiet", "--create", "main")
        self.requisite("init", *host)
        (self.clone / "Corpus/example.md").unlink()
        self.write("api.example.com")
        self.requisite("run")
        self.push("Begin")

    def git(self, *arguments, cwd=None):
        return workflow.git(*arguments, cwd=cwd or self.clone)

    def requisite(self, *arguments):
        environment = os.environ | {"SOURCE_DATE_EPOCH": "1767225600"}
        subprocess.run([self.tool, *arguments], cwd=self.clone, env=environment, check=True, capture_output=True)

    def write(self, *hosts, purpose=HOSTILE, title="Rules"):
        rows = "".join(f"| `{host}` | TCP | 443 | {purpose} |\n" for host in hosts)
        (self.clone / "Corpus/rules.md").write_text(
            f"# {title}\n\nOutbound access is required to:\n\n| Destination | Protocol | Port | Purpose |\n"
            f"|---|---|---|---|\n{rows}", encoding="utf-8")

    def follow(self, *hosts):
        """Declares a source, a repository of its own, and lets it hold a page."""
        upstream = self.root / "upstream"
        if not upstream.exists():
            self.git("init", "--quiet", "--initial-branch=main", upstream, cwd=self.root)
            with open(self.clone / "requisite.yml", "a", encoding="utf-8") as configuration:
                configuration.write(f"sources:\n  - {{name: vendor, git: '{upstream.as_uri()}', paths: [docs]}}\n")
        (upstream / "docs").mkdir(exist_ok=True)
        shutil.copy(self.clone / "Corpus/rules.md", upstream / "docs/rules.md")
        page = (upstream / "docs/rules.md").read_text(encoding="utf-8")
        head, _, _ = page.partition("|---|---|---|---|\n")
        rows = "".join(f"| `{host}` | TCP | 443 | {HOSTILE} |\n" for host in hosts)
        (upstream / "docs/rules.md").write_text(f"{head}|---|---|---|---|\n{rows}", encoding="utf-8")
        self.git("add", "--all", cwd=upstream)
        self.git("commit", "--quiet", "--message", "Vendor", cwd=upstream)
        return upstream

    def push(self, message):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet", "origin", "HEAD")

    def tip(self, branch):
        return self.git("rev-parse", branch, cwd=self.origin)

    def files(self, branch):
        return self.git("ls-tree", "-r", "--name-only", branch, cwd=self.origin).split("\n")

    def check_unharmed(self):
        assert not list(self.root.rglob("pwned")), "a document's text became a command"


def check_body(body, *hosts):
    assert body.startswith("<!-- requisite:changes -->\n"), body[:80]
    assert len(body) <= 62_000
    for host in hosts:
        assert f"`{host}`" in body, f"{host} is not in the body"
    assert " @team" not in body and " #1" not in body, "somebody is mentioned"
