#!/usr/bin/env python3
"""Measure `requisite history import` beside `git log -p` of the same paths of the same repository, in turn.

usage: history.py REQUISITE [--commits N] [--documents N] [--runs N]

import         CPU and wall time of importing all commits into a new ledger, to `git log -p`; and the share of single steps
growth         CPU time for a commit, all of them to the first quarter: 1.0 is linear
"""
import argparse, pathlib, random, statistics, subprocess, tempfile

from measuring import timed

PROSE = "The agent talks to its control plane over outbound connections only, so that no inbound rule is needed. " * 12


def page(number, rows, revision):
    table = "".join(f"| `{host}` | {protocol} | {port} | {purpose} |\n" for host, protocol, port, purpose in rows)
    return (f"# Outbound rules of service {number}\n\n{PROSE}\n\n## Required rules\n\nThe service requires outbound access "
            f"to:\n\n| Destination | Protocol | Port | Purpose |\n|---|---|---|---|\n{table}\n{PROSE}\n\nRevision {revision}.\n")


def repository(folder, commits, documents, rows=20):
    """A bare repository: the first commit makes all pages, each later one edits a row of one, or its prose alone."""
    chance = random.Random(1)
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", folder], check=True)
    pages = [[[f"h{d}-{r}.example.com", "HTTPS", "443", f"Part {r} of the agent, for heartbeats and updates."]
              for r in range(rows)] for d in range(documents)]
    with subprocess.Popen(["git", "-C", folder, "fast-import", "--quiet"], stdin=subprocess.PIPE) as process:
        for commit in range(commits):
            touched = range(documents) if commit == 0 else [chance.randrange(documents)]
            for number in touched if commit else []:
                kind, row = chance.random(), chance.choice(pages[number])
                if kind < 0.4: row[2] = str(chance.randrange(1, 60000))
                elif kind < 0.7: row[3] = f"Purpose as of revision {commit}."
                elif kind < 0.85: pages[number].append([f"n{commit}.example.com", "TCP", "443", "New."])
                elif kind < 0.95 and len(pages[number]) > 5: pages[number].remove(row)
            when = 1_600_000_000 + commit * 40_000
            process.stdin.write(f"commit refs/heads/main\ncommitter A <a@example.com> {when} +0000\ndata <<E\nChange {commit}\nE\n".encode())
            for number in touched:
                text = page(number, pages[number], commit).encode()
                process.stdin.write(b"M 644 inline docs/service-%d.md\ndata %d\n%s\n" % (number, len(text), text))
    subprocess.run(["git", "-C", folder, "gc", "--quiet"], check=True)


def imported(tool, folder, repository, revision):
    """CPU, wall and memory of an import into a new ledger."""
    folder.mkdir()
    (folder / "requisite.yml").write_text("transformers:\n  catalog-csv:\n")
    return timed([tool, "history", "import", "--quiet", "--git", repository, "--ref", revision, "--", "docs"], None, folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requisite", type=pathlib.Path)
    parser.add_argument("--commits", type=int, default=2000)
    parser.add_argument("--documents", type=int, default=50)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    tool = arguments.requisite.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        git = scratch / "docs.git"
        repository(git, arguments.commits, arguments.documents)
        quarter = f"main~{arguments.commits - arguments.commits // 4}"
        figures = {"whole": [], "quarter": [], "log": []}
        # Each into a folder of its own, and none is deleted before the end: file systems work on that for seconds.
        for run in range(arguments.runs):
            figures["log"].append(timed(["git", "-C", git, "log", "-p", "--", "docs"]))
            figures["quarter"].append(imported(tool, scratch / f"quarter-{run}", git, quarter))
            figures["whole"].append(imported(tool, scratch / f"whole-{run}", git, "main"))
        whole, quarter, log = ([statistics.median(column) for column in zip(*figures[name])] for name in ("whole", "quarter", "log"))
        versions = len(list((scratch / "whole-0/Output/ledger").glob("2*.jsonl")))
        print(f"import         {arguments.commits:,} commits over {arguments.documents} documents, {versions:,} versions: "
              f"wall {whole[1] / log[1]:.1f} x, CPU {whole[0] / log[0]:.1f} x git log -p ({log[1]:.2f} s); "
              f"{1e3 * whole[1] / arguments.commits:.2f} ms a commit, {whole[0] / whole[1]:.2f} cores busy, peak {whole[2]:.0f} MB")
        print(f"growth         {arguments.commits:,} commits to a quarter of them, CPU for a commit: {whole[0] / quarter[0] / 4:.2f} x")


if __name__ == "__main__":
    main()
