#!/usr/bin/env python3
"""Kill `requisite history import` at random moments: the ledger is sound after each, and the import that is let to its end
gives the bytes of one that nobody disturbed.

usage: kill_import.py REQUISITE [--kills N] [--seed N]
"""
import pathlib, shutil, subprocess, sys, tempfile, time

import killing

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Benchmarks"))
from history import repository


def contents(folder):
    """The files of a ledger by name; hidden ones are drafts and the index."""
    return {path.name: path.read_bytes() for path in folder.glob("Output/ledger/*") if not path.name.startswith(".")}


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "requisite.yml").write_text("transformers:\n  catalog-csv:\n")
    return folder


def main():
    tool, wanted, dice = killing.arguments(__doc__, kills=100)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        repository(scratch / "docs.git", 2000, 5)
        command = [tool, "history", "import", "--quiet", "--git", scratch / "docs.git", "--", "docs"]
        start = time.monotonic()
        subprocess.run(command, cwd=fresh(scratch / "whole"), check=True)
        span, whole = time.monotonic() - start, contents(scratch / "whole")
        kills = completed = 0
        while kills < wanted:
            folder = fresh(scratch / "killed")
            while (status := killing.attempt(command, dice.uniform(0.02, 1.2 * span), cwd=folder)) is None:
                kills += 1
                if (folder / "Output/ledger").exists(): subprocess.run([tool, "verify", "--quiet"], cwd=folder, check=True)
            if status: sys.exit(f"an import exited {status}")
            completed += 1
            if contents(folder) != whole: sys.exit(f"after {kills} kills an import gave other bytes")
        print(f"{kills} kills, {completed} imports completed, each with the same {len(whole)} files")


if __name__ == "__main__":
    main()
