#!/usr/bin/env python3
"""Kill `requisite sync` at random moments: each page is whole after each, of one commit or another, the lock can be read, and the
sync that is let to its end brings just what the newest commit holds, whatever lies in the cache.

usage: kill_sync.py REQUISITE [--kills N] [--seed N]
"""
import json, os, pathlib, shutil, subprocess, sys, tempfile, time

import killing

PAGES = 60


def text(number, revision):
    rows = "".join(f"| `h{number}-{row}.example.com` | TCP | {1024 + revision} |\n" for row in range(200))
    return f"# Page {number}\n\nIt requires outbound access to:\n\n| Destination | Protocol | Port |\n|---|---|---|\n{rows}"


def commit(upstream, revision, dice):
    """Edits most pages, moves some, so that a sync has much to place."""
    for number in range(PAGES):
        if revision and dice.random() < 0.3: continue
        path = upstream / f"docs/{number % 7}/page-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(number, revision))
    subprocess.run(["git", "-C", upstream, "add", "--all"], check=True)
    subprocess.run(["git", "-C", upstream, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet",
                    "--message", f"Revision {revision}"], check=True)


def pages(folder):
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*.md") if ".sync" not in path.parts}


def main():
    tool, wanted, dice = killing.arguments(__doc__, kills=200)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        upstream, home, cache = scratch / "upstream", scratch / "home", scratch / "cache"
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main", upstream], check=True)
        subprocess.run(["git", "-C", upstream, "config", "uploadpack.allowFilter", "true"], check=True)
        home.mkdir()
        (home / "requisite.yml").write_text(f"sources:\n  - {{name: up, git: 'file://{upstream}', paths: [docs]}}\n")
        environment = {**os.environ, "REQUISITE_CACHE": str(cache)}
        kills = completed = placing = revision = 0
        known = set()
        span = 1.0
        while kills < wanted:
            commit(upstream, revision, dice)
            known |= {(path, content) for path, content in pages(upstream).items()}
            revision += 1
            if dice.random() < 0.2: shutil.rmtree(cache, ignore_errors=True)
            attempts = dice.randrange(1, 8)
            while True:
                start = time.monotonic()
                seconds = dice.uniform(dice.choice((0.0, 0.7)) * span, 1.05 * span) if attempts else None
                # Now and then git lives on, as it does when only the tool is killed.
                status = killing.attempt([tool, "sync", "--quiet"], seconds, spares_children=dice.random() < 0.3, cwd=home,
                                          env=environment)
                if status: sys.exit(f"after {kills} kills a sync exited {status}")
                if status == 0:
                    span = 0.5 * span + 0.5 * (time.monotonic() - start)
                    break
                kills, attempts = kills + 1, attempts - 1
                corpus = home / "Corpus"
                if not corpus.exists(): continue
                for page in pages(corpus / "up").items():
                    if page not in known: sys.exit(f"after {kills} kills '{page[0]}' is of no commit")
                if (corpus / "sources.lock").exists(): json.loads((corpus / "sources.lock").read_text())
                placing += (corpus / ".sync/plan.json").exists()
            completed += 1
            if pages(home / "Corpus/up") != pages(upstream): sys.exit(f"after {kills} kills a sync brought something else")
            if (home / "Corpus/.sync").exists(): sys.exit("a sync that ended left its workshop behind")
        print(f"{kills} syncs killed, {placing} of them while they placed pages; {completed} completed, each with the newest pages")


if __name__ == "__main__":
    main()
