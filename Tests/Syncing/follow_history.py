#!/usr/bin/env python3
"""Follow a repository commit by commit with `requisite run --sync`: versions, changes and records are those that
`requisite history import` makes of the same commits, byte for byte but for what names the way they came.

usage: follow_history.py REQUISITE [FOLDER]

FOLDER holds the revisions of one page in the order of their names, each beginning with NUMBER-YYYY-MM-DD; without it, a history
is made up in which a page is edited, moved, and split into parts.
"""
import argparse, datetime, difflib, json, os, pathlib, re, subprocess, sys, tempfile

TABLE = "| Destination | Protocol | Port | Purpose |\n|---|---|---|---|\n"


def rows(*hosts):
    return TABLE + "".join(f"| `{host}` | TCP | {443 + n} | Heartbeats. |\n" for n, host in enumerate(hosts))


def page(*hosts, prose="", part=""):
    return f"# Outbound rules\n\n{prose}The agent requires outbound access to:\n\n{rows(*hosts)}\n{part}"


def made_up():
    """Days, and the files that differ from the day before; None for one that is gone."""
    old, new, part = "docs/rules.md", "docs/network/rules.md", "docs/parts/more.md"
    yield "2024-01-01", {old: page("a.example.com", "b.example.com"), "README": "Nothing to ask for."}
    yield "2024-01-02", {"README": "Still nothing."}
    yield "2024-01-02", {old: page("a.example.com", "b.example.com", prose="Some words.\n\n")}
    yield "2024-01-03", {old: page("a.example.com", "b.example.com", "c.example.com", prose="Some words.\n\n")}
    include = "[!INCLUDE [more](parts/more.md)]\n"
    yield "2024-01-05", {old: page("a.example.com", "b.example.com", "c.example.com", part=include), part: rows("d.example.com")}
    yield "2024-01-05", {part: rows("d.example.com", "e.example.com")}
    moved = page("a.example.com", "b.example.com", "c.example.com", part=include.replace("parts/", "../parts/"))
    yield "2024-01-08", {old: None, new: moved}
    yield "2024-01-09", {new: moved.replace("b.example.com", "f.example.net")}
    yield "2024-01-09", {part: rows("e.example.com")}


def revisions(folder):
    for path in sorted(folder.glob("[0-9]*.*")):
        yield re.match(r"\d+-(\d{4}-\d\d-\d\d)", path.name)[1], {"docs/rules.md": path.read_text()}


class Repository:
    """A bare repository that commits are put into, one by one."""

    def __init__(self, folder, prefix=""):
        self.folder, self.prefix, self.count = folder, prefix, 0
        subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", folder], check=True)
        subprocess.run(["git", "-C", folder, "config", "uploadpack.allowFilter", "true"], check=True)

    def commit(self, day, files):
        self.count += 1
        seconds = int(datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00").timestamp()) + self.count
        text = f"commit refs/heads/main\ncommitter A <a@example.com> {seconds} +0000\ndata <<E\nRevision {self.count}\nE\n"
        if self.count > 1: text += "from refs/heads/main^0\n"
        for path, content in files.items():
            path = self.prefix + path
            text += f"D {path}\n" if content is None else f"M 644 inline {path}\ndata {len(content.encode())}\n{content}\n"
        subprocess.run(["git", "-C", self.folder, "fast-import", "--quiet"], input=text.encode(), check=True)
        return subprocess.run(["git", "-C", self.folder, "rev-parse", "main"], check=True, capture_output=True, text=True).stdout.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requisite", type=pathlib.Path)
    parser.add_argument("revisions", type=pathlib.Path, nargs="?")
    arguments = parser.parse_args()
    tool = arguments.requisite.resolve()
    history = list(revisions(arguments.revisions.resolve()) if arguments.revisions else made_up())
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        environment = {**os.environ, "REQUISITE_CACHE": str(scratch / "cache")}

        def requisite(*command, folder):
            done = subprocess.run([tool, *command], cwd=folder, env=environment, capture_output=True, text=True)
            if done.returncode: sys.exit(f"requisite {' '.join(map(str, command))}: {done.returncode}\n{done.stderr}")
            return done.stdout

        transformers = "transformers:\n  catalog-json:\n  catalog-csv:\n  changelog-markdown:\n"
        # The import knows pages by their paths in the repository, a sync by those below the source's folder: the same here.
        upstream, twin = Repository(scratch / "upstream.git"), Repository(scratch / "twin.git", "up/")
        synced, imported = scratch / "synced", scratch / "imported"
        synced.mkdir(), imported.mkdir()
        (synced / "requisite.yml").write_text(
            f"sources:\n  - name: up\n    git: file://{upstream.folder}\n    paths: [docs/rules.md]\n{transformers}")
        (imported / "requisite.yml").write_text(transformers)
        name = [path for _, files in history for path, text in files.items() if path.endswith("rules.md") and text][-1]
        by_commit = {}
        for day, files in history:
            upstream.commit(day, files)
            commit = twin.commit(day, files)
            requisite("run", "--sync", "--date", day, folder=synced)
            by_commit[commit] = json.loads(requisite("log", "--format", "json", folder=synced))["versions"][0]["version"]
        requisite("history", "import", "--git", twin.folder, "--", f"up/{name}", folder=imported)
        requisite("transform", folder=imported)

        versions = json.loads(requisite("log", "--format", "json", folder=imported))["versions"][::-1]
        names = {entry["version"]: by_commit[entry["commit"]["hash"]] for entry in versions}
        order = [entry["version"] for entry in json.loads(requisite("log", "--format", "json", folder=synced))["versions"]][::-1]
        follows = lambda one, other: order.index(other) == order.index(one) + 1
        last = None
        for entry in versions:
            version, twin_version = entry["version"], names[entry["version"]]
            for form in ("json", "markdown", "text"):
                since = lambda version: [] if last is None else ["--from", version]
                ours = requisite("changelog", *since(last and names[last]), "--to", twin_version, "--format", form, folder=synced)
                theirs = requisite("changelog", *since(last), "--to", version, "--format", form, folder=imported)
                if form == "json" and last and not follows(names[last], twin_version):
                    # A version between them, of lines that moved: what is between versions is told by ids, not by likeness.
                    ours, theirs = (re.sub(r'"match": "[^"]*"', "", text) for text in (ours, theirs))
                for one in (version, last):
                    if one: theirs = theirs.replace(one, names[one])
                if ours != theirs: sys.exit(f"the changes of {version} are others when they are followed:\n" + "\n".join(
                        difflib.unified_diff(theirs.split("\n"), ours.split("\n"), "import", "sync", lineterm="")))
            catalogs = []
            for folder, as_of in ((synced, twin_version), (imported, version)):
                requisite("transform", "--as-of", as_of, "--output", folder / "as-of", folder=folder)
                catalogs.append((json.loads((folder / "as-of/catalog-json/catalog.json").read_text())["records"],
                                 (folder / "as-of/catalog-csv/catalog.csv").read_bytes()))
            if catalogs[0] != catalogs[1]: sys.exit(f"the records of {version} are others when they are followed")
            last = version
        # What is between the versions of the import changed no record.
        others = [entry for entry in json.loads(requisite("log", "--format", "json", folder=synced))["versions"]
                  if entry["version"] not in names.values()]
        for entry in others:
            changes = json.loads(requisite("changelog", "--to", entry["version"], "--format", "json", folder=synced))
            if changes["changes"]: sys.exit(f"{entry['version']} changes records, and the import has no such version")
        requisite("verify", folder=synced)
        print(f"{len(history)} commits followed: {len(versions)} versions, each with the changes and records of the import's; "
              f"{len(others)} further ones of documents that differ without a record that does")


if __name__ == "__main__":
    main()
