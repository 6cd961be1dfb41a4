#!/usr/bin/env python3
"""Kill a run at random moments and see that nothing is lost.

usage: kill.py REQUISITE [--kills N] [--seed S]

Each round edits a document and starts `run`, kills it (SIGKILL) somewhere between its start and its usual end, and then
holds that `verify` passes, that the versions there were are still there, that the next `run` completes and makes the
edit's version exactly once, and that one more run finds nothing to do.
"""
import pathlib, shutil, subprocess, sys, tempfile, time

import killing

SILENT = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
PROJECT = pathlib.Path(__file__).resolve().parents[2]


def call(tool, folder, *arguments):
    done = subprocess.run([tool, *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"requisite {' '.join(arguments)} exited {done.returncode} in {folder}:\n{done.stdout}{done.stderr}")
    return done.stdout


def versions(folder):
    return {p.name: p.read_bytes() for p in (folder / "Output/ledger").glob("2*.jsonl")}


def main():
    tool, kills, dice = killing.arguments(__doc__, kills=250)
    folder = pathlib.Path(tempfile.mkdtemp())
    shutil.copytree(PROJECT / "Corpus", folder / "Corpus")
    shutil.copy(PROJECT / "requisite.yml", folder)
    run = ["run", "--date", "2026-01-01"]
    call(tool, folder, *run)
    page = folder / "Corpus/killed.md"
    page.write_text("# Outbound\n\nAllow outbound HTTPS to these names:\n\n| Destination | Port |\n|---|---|\n")
    start = time.monotonic()
    call(tool, folder, *run)
    usual = time.monotonic() - start
    killed = survived = between = 0
    for turn in range(kills):
        before = versions(folder)
        with page.open("a") as text: text.write(f"| host-{turn}.example.com | 443 |\n")
        status = killing.attempt([tool, *run], dice.uniform(0, 1.2 * usual), cwd=folder, **SILENT)
        if status: sys.exit(f"kill {turn}: a run exited {status}")
        killed += status is None
        call(tool, folder, "verify")
        after = versions(folder)
        if any(after.get(name) != data for name, data in before.items()): sys.exit(f"kill {turn}: a version was lost")
        survived += len(after) > len(before)
        between += bool(list((folder / "Output").rglob(".*")))
        call(tool, folder, *run)
        final = versions(folder)
        if len(final) != len(before) + 1: sys.exit(f"kill {turn}: {len(final) - len(before)} versions for one edit")
        call(tool, folder, "verify")
        call(tool, folder, *run)
        if versions(folder) != final: sys.exit(f"kill {turn}: a further run made a version")
        if f"host-{turn}.example.com" not in (folder / "Output/catalog-json/catalog.json").read_text():
            sys.exit(f"kill {turn}: the artifacts lack the edit")
    shutil.rmtree(folder)
    print(f"{killed} of {kills} runs killed; {survived} had made their version by then, {between} left something "
          "hidden behind; nothing was lost, every next run completed")


if __name__ == "__main__":
    main()
