#!/usr/bin/env python3
"""Measure `requisite diff` beside csv-diff and daff, which compare the same records as CSV.

usage: changes.py REQUISITE [--runs N] [--records N…]        with csv-diff and daff beside the interpreter that runs this

Two versions of as many records, in pages of 500: of each hundred rows one has another port, one is gone, one is new, one has another
purpose, and in every tenth page the rows stand in reverse. `requisite` reads and extracts the pages and compares them; the others get what
`requisite extract --format csv` gives of them, with the destination as key. Only `requisite` says what opens and closes.
"""
import argparse, pathlib, shutil, subprocess, sys, tempfile

from measuring import in_turn

PAGE = 500


def rows(count):
    """Each record of the old version, and of the new one; None where there is none."""
    for number in range(count):
        name, port, purpose = f"node-{number}.service-{number % 97}.example.com", 1024 + number % 50_000, f"Talks to service {number % 97}"
        old = (name, port, purpose)
        yield old, [lambda: (name, port + 1, purpose), lambda: None, lambda: (name, port, purpose + " at night")][number % 100]() if number % 100 < 3 else old
        if number % 100 == 3:
            yield None, (f"new-{number}.service-{number % 97}.example.com", port, purpose)


def write(folder, table):
    folder.mkdir(parents=True)
    for first in range(0, len(table), PAGE):
        part = [r for r in table[first:first + PAGE] if r]
        if first // PAGE % 10 == 9 and folder.name == "new": part.reverse()
        lines = [f"| {name} | TCP | {port} | {purpose} |" for name, port, purpose in part]
        text = "\n".join([f"# Outbound rules {first}", "", "| Destination | Protocol | Port | Purpose |", "|---|---|---|---|", *lines, ""])
        (folder / f"{first // PAGE:05}.md").write_text(text)


def compare(tool, runs, scratch, count):
    table = list(rows(count))
    for side, name in enumerate(("old", "new")):
        write(scratch / name, [pair[side] for pair in table])
        with open(scratch / f"{name}.csv", "wb") as output:
            subprocess.run([tool, "extract", scratch / name, "--format", "csv", "--quiet"], stdout=output, check=True)
    binaries = pathlib.Path(sys.executable).parent
    pair = [scratch / "old.csv", scratch / "new.csv"]
    ours, csv_diff, daff = in_turn(
        runs, ([tool, "diff", scratch / "old", scratch / "new", "--format", "json", "--fail-on", "never", "--quiet"],),
        ([binaries / "csv-diff", *pair, "--key", "destination", "--json"],),
        ([binaries / "daff.py", "diff", "--id", "destination", "--output", scratch / "daff.csv", *pair],))
    print(f"diff           {count:,} records: CPU {ours[0]:.2f} s, {ours[0] / csv_diff[0]:.2f} x csv-diff, {ours[0] / daff[0]:.3f} x daff; "
          f"wall {ours[1] / csv_diff[1]:.2f} x, {ours[1] / daff[1]:.3f} x; peak {ours[2]:.0f} MB ({csv_diff[2]:.0f}, {daff[2]:.0f} MB)")
    for path in scratch.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requisite", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3, help="counted runs of each command (default 3)")
    parser.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000])
    arguments = parser.parse_args()
    for count in arguments.records:
        with tempfile.TemporaryDirectory() as folder:
            compare(arguments.requisite.resolve(), arguments.runs, pathlib.Path(folder), count)


if __name__ == "__main__":
    main()
