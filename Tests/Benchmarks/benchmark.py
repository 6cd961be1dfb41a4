#!/usr/bin/env python3
"""Measure Requisite beside reference programs that do a part of its work over the same bytes.

usage: benchmark.py REQUISITE [--runs N] [--quick]

Every figure is a ratio to a reference that ran in turn with it, so that the machine's speed cancels out:

extract        CPU and wall time over at least 20 MB in at least 1,000 files to the parser alone, one thread: Markdown (pages of
               all kinds, and pages that are mostly tables) and plain text beside libcmark, HTML beside libxml2; and the share of CPU time in each stage, if perf is there
extract growth CPU time for a megabyte of Markdown to that of the smallest input, and of pages with thousands of names, ports or marks
               in one place to that of shorter ones: 1.0 is linear
run            CPU time of a run that finds nothing new to `sha256sum` over the same files, of a run after one document changed
               to the first run, and of a document among many to one among 100 (1.0 is linear); peak memory
ledger         CPU time of a run that finds nothing new with 10,000 versions of 1,000 records to that with 10, and of a look-up
"""
import argparse, pathlib, tempfile

import extraction, running


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
        extraction.growth_of_shapes(tool, scratch)
        sizes = (100, 1000) if arguments.quick else (100, 1000, 10_000)
        running.print_documents(tool, runs, scratch, sizes)
        running.print_versions(tool, runs, scratch)
        extraction.stages(tool, scratch)


if __name__ == "__main__":
    main()
