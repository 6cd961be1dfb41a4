#!/usr/bin/env python3
"""usage: git.py REQUISITE
Pages of git repositories over HTTP, served by `git http-backend`: what a sync transfers, and what it says and leaves alone when
something is wrong."""
import json, os, pathlib, subprocess, sys, tempfile

import repository_server, vendor

SECRET = "t0ken-of-ours"


def expect(condition, what, done=None):
    if not condition: sys.exit(f"git: {what}" + (f"\nexit {done.returncode}\n{done.stdout}{done.stderr}" if done else ""))


def page(*hosts):
    rows = "".join(f"| `{host}` | TCP | 443 |\n" for host in hosts)
    return f"# Outbound rules\n\nOutbound access is required to:\n\n| Destination | Protocol | Port |\n|---|---|---|\n{rows}"


class Case:
    def __init__(self, tool, folder):
        self.tool, self.work, self.project, self.home = tool, folder / "work", folder / "project", folder / "home"
        self.project.mkdir(), self.home.mkdir()
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main", self.work], check=True)
        self.server = repository_server.Server(folder / "served")
        stranger = vendor.Authority(folder, "strange")
        self.stranger = repository_server.Server(folder / "served", stranger.sign("127.0.0.1"))
        self.bare = folder / "served/docs.git"
        self.bare.parent.mkdir()
        subprocess.run(["git", "clone", "--quiet", "--bare", self.work, self.bare], check=True, capture_output=True)
        subprocess.run(["git", "-C", self.bare, "config", "uploadpack.allowFilter", "true"], check=True)
        subprocess.run(["git", "-C", self.bare, "config", "uploadpack.allowAnySHA1InWant", "true"], check=True)
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.home), "REQUISITE_CACHE": str(folder / "cache"),
                            "GIT_CONFIG_NOSYSTEM": "1", "SOURCE_DATE_EPOCH": "1767225600"}
        self.configure(self.server.address + "/docs.git")
        self.output = ""

    def configure(self, repository, extra=""):
        (self.project / "requisite.yml").write_text(
            f"sources:\n  - name: up\n    git: {repository}\n    paths: ['docs/*.md']\n{extra}"
            f"  - name: other\n    git: file://{self.work}\n    paths: [other.md]\ntransformers: {{catalog-csv: }}\n")

    def commit(self, files):
        for path, text in files.items():
            file = self.work / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        subprocess.run(["git", "-C", self.work, "add", "--all"], check=True)
        subprocess.run(["git", "-C", self.work, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "Edit"], check=True)
        subprocess.run(["git", "-C", self.work, "push", "--quiet", self.bare, "main"], check=True)

    def call(self, *arguments):
        done = subprocess.run([self.tool, *arguments], cwd=self.project, env=self.environment, capture_output=True, text=True)
        self.output += done.stdout + done.stderr
        return done

    @property
    def corpus(self):
        return {str(file.relative_to(self.project / "Corpus/up")): file.read_bytes()
                for file in (self.project / "Corpus/up").rglob("*") if file.is_file()}

    @property
    def lock(self): return (self.project / "Corpus/sources.lock").read_text()

    def fails(self, identifier, what):
        """A sync that fails for one source: the last pages stay, the other source goes on."""
        before, locked = self.corpus, self.up
        self.turn = getattr(self, "turn", 0) + 1
        # Only the neighbour's repository hears of this.
        (self.work / "other.md").write_text(page(f"turn-{self.turn}.example.com"))
        subprocess.run(["git", "-C", self.work, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--all", "--message", "Other"], check=True)
        done = self.call("sync")
        expect(done.returncode == 69 and f"[{identifier}]" in done.stderr and "error: up: " in done.stderr, what, done)
        expect(self.corpus == before and self.up == locked, f"{what}: something changed", done)
        expect(f"turn-{self.turn}" in (self.project / "Corpus/other/other.md").read_text(), f"{what}: the other source was held up", done)

    @property
    def up(self): return [source for source in json.loads(self.lock)["sources"] if source["name"] == "up"]


def main(tool):
    with tempfile.TemporaryDirectory() as scratch:
        case = Case(pathlib.Path(tool).resolve(), pathlib.Path(scratch))
        server = case.server
        files = {f"docs/page-{number}.md": page(f"h{number}.example.com") for number in range(100)}
        case.commit(files | {"other.md": page("o.example.com")} | {f"media/{n}.bin": "x" * 200_000 + str(n) for n in range(20)})
        done = case.call("sync")
        expect(done.returncode == 0 and len(case.corpus) == 100, "the first sync", done)
        expect(server.bytes < 200_000, f"files that nobody asked for came along: {server.bytes} bytes")

        packs, lock = server.packs, case.lock
        done = case.call("sync")
        expect(done.returncode == 0 and server.packs == packs and case.lock == lock, "a sync of nothing new transferred objects", done)
        done = case.call("sync", "--locked")
        expect(done.returncode == 0 and server.packs == packs, "a locked sync of nothing new", done)

        case.commit({"media/0.bin": "y" * 200_000})
        before = server.bytes
        done = case.call("sync")
        expect(done.returncode == 0 and case.lock == lock, "a commit of other files changed the lock", done)
        expect(server.bytes - before < 50_000, "a file that nobody asked for came along", done)

        case.commit({"docs/page-7.md": page("new.example.com")})
        done = case.call("check", "--sync")
        expect(done.returncode == 66 and case.lock == lock, "a check before the first version", done)
        expect(case.call("run").returncode == 0, "a run")
        done = case.call("check", "--sync")
        expect(done.returncode == 1 and "new.example.com" in done.stdout and case.lock == lock, "a check with a sync", done)
        done = case.call("sync", "--locked")
        expect(done.returncode == 1 and case.lock == lock, "a locked sync of something new", done)
        done = case.call("run", "--sync")
        expect(done.returncode == 0 and "new.example.com" in done.stdout, "a run with a sync", done)

        for status, identifier in ((404, "repository-gone"), (410, "repository-gone"), (403, "repository-refused"),
                                   (429, "network-down"), (500, "network-down"), (503, "network-down")):
            server.status = status, {}
            case.fails(identifier, f"a status {status}")
        server.status = 401, {"WWW-Authenticate": "Basic realm=docs"}
        case.fails("repository-refused", "a repository that wants a password")
        # As CI does it: the token stands in the user's git configuration, and git quotes it in its complaints.
        (case.home / ".gitconfig").write_text(
            f'[url "{server.address.replace("//", f"//user:{SECRET}@")}"]\n\tinsteadOf = {server.address}\n')
        case.fails("repository-refused", "a password that is not the right one")
        server.status = 500, {}
        case.fails("network-down", "a fault that git tells with the address that it was sent to")
        expect(any(" authorized" in request for request in server.requests), "the credentials were not used")
        (case.home / ".gitconfig").unlink()
        server.status = None

        case.commit({"docs/page-8.md": page("eight.example.com")})
        server.cut = True
        case.fails("network-down", "a pack that is cut short")
        server.cut = False
        done = case.call("sync")
        expect(done.returncode == 0 and b"eight.example.com" in case.corpus["docs/page-8.md"], "the sync after it", done)

        case.configure(case.stranger.address + "/docs.git")
        case.fails("bad-certificate", "a certificate of nobody that is known")
        case.configure("http://127.0.0.1:9/docs.git")
        case.fails("network-down", "a server that is not there")
        case.configure("http://name.invalid/docs.git")
        case.fails("network-down", "a name that is not known")
        case.configure(server.address + "/docs.git", "    ref: no-such-branch\n")
        case.fails("no-such-ref", "a branch that is not there")

        done = case.call("run", "--sync")
        expect(done.returncode == 69 and "Version" in done.stdout, "a run after a sync that failed", done)
        written = case.output + "".join(path.read_text(errors="replace") for path in case.project.rglob("*") if path.is_file())
        expect(SECRET not in written, "a password was written down")
        case.configure(server.address.replace("//", f"//user:{SECRET}@") + "/docs.git")
        done = case.call("sync")
        expect(done.returncode == 78 and "[credentials]" in done.stderr and SECRET not in done.stderr, "credentials in the configuration", done)
        print("git over HTTP: what is asked for and no more, and a word for each fault")


if __name__ == "__main__":
    main(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
