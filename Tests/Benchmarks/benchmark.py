#!/usr/bin/env python3
"""Measure Requisite beside reference programs that do a part of its work over the same bytes.

usage: benchmark.py REQUISITE [--runs N] [--quick]

Every figure is a ratio to a reference that ran in turn with it, so that the machine's speed cancels out:

extract        CPU and wall time over Markdown (at least 20 MB in at least 1,000 files) to libcmark alone, one thread
run unchanged  CPU time of a run that finds nothing new to `sha256sum` over the same files
run, 1 edited  CPU time of a run after one of 1,000 documents changed to the first run over all of them
growth         CPU time for a document at 10,000 documents to that at 100: 1.0 is linear
"""
import argparse, os, pathlib, re, shlex, shutil, statistics, subprocess, sys, tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
HERE = PROJECT / "Tests/Benchmarks"


def timed(command, stdin=None, cwd=None):
    """CPU seconds, wall seconds and peak memory in MB of one command."""
    source = open(stdin, "rb") if stdin else subprocess.DEVNULL
    start = os.times().elapsed
    process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = os.times().elapsed - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{shlex.join(map(str, command))} exited {process.returncode}: {complaint.decode()[-500:]}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def in_turn(runs, *commands):
    """Medians of each command's figures, run A B A B … after one warm-up each."""
    figures = [[] for _ in commands]
    for turn in range(runs + 1):
        for seen, command in zip(figures, commands):
            figure = timed(*command)
            if turn: seen.append(figure)
    return [[statistics.median(column) for column in zip(*seen)] for seen in figures]


def markdown():
    """The Markdown documents to repeat, as (name, text) without their front matter."""
    folder = next((f for f in (PROJECT / "../shared/documents", PROJECT / "Corpus") if f.is_dir()))
    pages = sorted(folder.rglob("*.md"))
    return [(page.stem, re.sub(r"\A---\n.*?\n---\n", "", page.read_text(), flags=re.S)) for page in pages]


def fill(folder, files, size=0):
    """Write at least `files` documents of at least `size` bytes together, each different; return their paths."""
    pages, paths, written = markdown(), [], 0
    while len(paths) < files or written < size:
        name, text = pages[len(paths) % len(pages)]
        path = folder / f"{len(paths) // 100:03}" / f"{len(paths):05}-{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = f"# Page {len(paths)}\n\n{text}".encode()
        path.write_bytes(body)
        paths.append(path)
        written += len(body)
    return paths, written


def extraction(tool, runs, scratch):
    paths, written = fill(scratch / "extract", 1000, 20_000_000)
    listing = scratch / "files"
    listing.write_text("".join(f"{path}\n" for path in paths))
    reference = scratch / "cmark-reference"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcmark"], capture_output=True, text=True, check=True).stdout.split()
    subprocess.run(["cc", "-O2", "-o", reference, HERE / "cmark-reference.c", *flags], check=True)
    ours, theirs = in_turn(
        runs, ([tool, "extract", scratch / "extract", "--format", "csv", "--quiet"],), ([reference], listing))
    print(f"extract        {written / 1e6:.1f} MB in {len(paths)} files: "
          f"CPU {ours[0] / theirs[0]:.2f} x, wall {ours[1] / theirs[1]:.2f} x libcmark alone; "
          f"{ours[0] / ours[1]:.2f} cores busy, peak {ours[2]:.0f} MB ({theirs[2]:.0f} MB)")
    shutil.rmtree(scratch / "extract")


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
    parser.add_argument("--quick", action="store_true", help="leave out the 10,000 documents")
    arguments = parser.parse_args()
    tool, runs = arguments.requisite.resolve(), arguments.runs
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        extraction(tool, runs, scratch)
        sizes = (100, 1000) if arguments.quick else (100, 1000, 10_000)
        figures = {n: runs_over(tool, runs if n < 10_000 else 3, scratch, n) for n in sizes}
        first, _, unchanged, digest, edited = figures[1000]
        print(f"run unchanged  {unchanged / digest:.2f} x sha256sum over 1,000 documents")
        print(f"run, 1 edited  {edited / first:.2f} x the first run over 1,000 documents")
        for n in sizes[1:]:
            a, b = figures[100], figures[n]
            print(f"growth         {n:,} documents to 100, CPU for a document: first run {b[0] / n / (a[0] / 100):.2f} x, "
                  f"unchanged {b[2] / n / (a[2] / 100):.2f} x; peak {b[1]:.0f} MB ({a[1]:.0f} MB)")


if __name__ == "__main__":
    main()
