#!/usr/bin/env python3
"""Measure Requisite beside reference programs that do a part of its work over the same bytes.

usage: benchmark.py REQUISITE [--runs N] [--quick]

Every figure is a ratio to a reference that ran in turn with it, so that the machine's speed cancels out:

extract        CPU and wall time over at least 20 MB in at least 1,000 files to the parser alone, one thread: Markdown and
               plain text beside libcmark, HTML beside libxml2; and the share of CPU time in each stage, if perf is there
extract growth CPU time for a megabyte of Markdown to that of the smallest input: 1.0 is linear
run unchanged  CPU time of a run that finds nothing new to `sha256sum` over the same files
run, 1 edited  CPU time of a run after one of 1,000 documents changed to the first run over all of them
growth         CPU time for a document at 10,000 documents to that at 100: 1.0 is linear
"""
import argparse, pathlib, shutil, statistics, tempfile

import extraction
from measuring import HERE, fill, in_turn, timed


def project(folder, documents):
    folder.mkdir()
    fill(folder / "Corpus", documents)
    (folder / "requisite.yml").write_text((HERE / "requisite.yml").read_text())
    return folder


def runs_over(tool, runs, scratch, documents):
    """CPU seconds of the first run, and medians of a run that finds nothing, sha256sum, and a run after one edit."""
    folder = project(scratch / f"run-{documents}", documents)
    run = [tool, "run", "--quiet", "--date", "2026-01-01"]
    first, _, peak = timed(run, None, folder)
    files = sorted(map(str, (folder / "Corpus").rglob("*.md")))
    unchanged, digest = in_turn(runs, (run, None, folder), (["sha256sum", *files],))
    edited, page = [], pathlib.Path(files[len(files) // 2])
    for turn in range(runs):
        page.write_text(page.read_text() + f"\n| Destination | Port |\n|---|---|\n| edit-{turn}.example.com | 443 |\n")
        edited.append(timed(run, None, folder)[0])
    shutil.rmtree(folder)
    return first, peak, unchanged[0], digest[0], statistics.median(edited)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requisite", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each command (default 7)")
    parser.add_argument("--quick", action="store_true", help="leave out 10,000 documents and 1,000 MB")
    arguments = parser.parse_args()
    tool, runs = arguments.requisite.resolve(), arguments.runs
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        extraction.beside_parsers(tool, runs, scratch)
        extraction.growth(tool, scratch, (10, 100) if arguments.quick else (10, 100, 1000))
        sizes = (100, 1000) if arguments.quick else (100, 1000, 10_000)
        figures = {n: runs_over(tool, runs if n < 10_000 else 3, scratch, n) for n in sizes}
        first, _, unchanged, digest, edited = figures[1000]
        print(f"run unchanged  {unchanged / digest:.2f} x sha256sum over 1,000 documents")
        print(f"run, 1 edited  {edited / first:.2f} x the first run over 1,000 documents")
        for n in sizes[1:]:
            a, b = figures[100], figures[n]
            print(f"growth         {n:,} documents to 100, CPU for a document: first run {b[0] / n / (a[0] / 100):.2f} x, "
                  f"unchanged {b[2] / n / (a[2] / 100):.2f} x; peak {b[1]:.0f} MB ({a[1]:.0f} MB)")
        extraction.stages(tool, scratch)


if __name__ == "__main__":
    main()
