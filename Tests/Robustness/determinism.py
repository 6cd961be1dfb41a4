#!/usr/bin/env python3
"""The same input gives the same bytes: whatever the files' order on disk, the time zone, the locale, the cores, the build.

usage: determinism.py REQUISITE [ANOTHER BUILD…]
"""
import os, pathlib, random, shutil, subprocess, sys, tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
ENVIRONMENTS = [
    {}, {"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Los_Angeles", "LANG": "C"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "C"},
]


def output(tool, jobs, environment, seed):
    """Every file that a first run and a run after an edit write, by path."""
    folder = pathlib.Path(tempfile.mkdtemp())
    pages = sorted(p for p in (PROJECT / "Corpus").rglob("*") if p.is_file())
    random.Random(seed).shuffle(pages)  # the order in which a directory lists files follows their making
    for page in pages:
        copy = folder / page.relative_to(PROJECT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)
    shutil.copy(PROJECT / "requisite.yml", folder)
    for date in ("2026-01-01", "2026-01-02"):
        subprocess.run([tool, "run", "--quiet", "--date", date, "--jobs", str(jobs)], cwd=folder, check=True,
                       env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        edited = folder / "Corpus/azure-cyclecloud/locked-down-network.md"
        edited.write_text(edited.read_text().replace("5672", "5673"))
    written = {str(p.relative_to(folder)): p.read_bytes() for p in sorted((folder / "Output").rglob("*")) if p.is_file()}
    shutil.rmtree(folder)
    return written


def main():
    tools = [pathlib.Path(tool).resolve() for tool in sys.argv[1:]] or sys.exit(__doc__)
    wanted, compared = None, 0
    for tool in tools:
        for seed, environment in enumerate(ENVIRONMENTS):
            for jobs in (1, os.cpu_count()):
                found = output(tool, jobs, environment, seed)
                wanted = wanted or found
                compared += 1
                for path in sorted(wanted.keys() | found.keys()):
                    if wanted.get(path) != found.get(path):
                        sys.exit(f"{path} differs with {tool}, {jobs} jobs, {environment}")
    print(f"{compared} ways to run, {len(wanted)} files, the same bytes")


if __name__ == "__main__":
    main()
