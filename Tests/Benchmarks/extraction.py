"""What `requisite extract` costs, beside the parsers that it builds on."""
import shutil, subprocess

import shapes
from measuring import compiled, fill, in_turn, timed

# What is read, where its pages come from, in which form, and beside what.
MATERIAL = (
    ("Markdown, pages of all kinds", ("documents", "pool"), "md", "cmark-reference.c", "libcmark"),
    ("Markdown, mostly tables", ("documents",), "md", "cmark-reference.c", "libcmark"),
    ("HTML", ("documents",), "html", "libxml2-reference.c", "libxml-2.0"),
    # No library reads plain text; libcmark over the same bytes is a measure of about as much work.
    ("plain text", ("documents",), "txt", "cmark-reference.c", "libcmark"),
)

# The stages by the functions that they are entered through, as their symbols read.
STAGES = {
    "reading": "14DocumentReaderV4read",
    "extracting": "9ExtractorV7extract",
    "ids": "14RecordIdentityO6derive",
    "includes": "10Inclusions",
    "printing": "13RecordsFormatO4body",
    "files": "11FileReadingO5bytes",
}


def command(tool, folder, form="md"):
    kind = {"md": "markdown", "txt": "text"}.get(form, form)
    return [tool, "extract", folder, "--input-format", kind, "--format", "csv", "--quiet"]


def beside_parsers(tool, runs, scratch):
    """CPU and wall time over at least 20 MB in at least 1,000 files of each kind."""
    for name, sources, form, source, package in MATERIAL:
        folder, listing = scratch / f"extract-{form}", scratch / "files"
        paths, written = fill(folder, 1000, 20_000_000, form, sources)
        listing.write_text("".join(f"{path}\n" for path in paths))
        ours, theirs = in_turn(runs, (command(tool, folder, form),), ([compiled(scratch, source, package)], listing))
        print(f"extract        {name}, {written / 1e6:.1f} MB in {len(paths)} files: CPU {ours[0] / theirs[0]:.2f} x, "
              f"wall {ours[1] / theirs[1]:.2f} x {package} alone; {ours[0] / ours[1]:.2f} cores busy, "
              f"peak {ours[2]:.0f} MB ({theirs[2]:.0f} MB)", flush=True)
        shutil.rmtree(folder)


def stages(tool, scratch):
    """The share of CPU time in each stage, sampled by perf.

    To be asked for last: a process starts with the peak memory of the one that starts it, and the samples fill this one.
    """
    if not shutil.which("perf"): return print("stages         not measured, as there is no perf")
    folder = scratch / "stages"
    fill(folder, 1000)
    record = ["perf", "record", "-q", "-F", "499", "--call-graph", "dwarf,16384", "-o", scratch / "samples"]
    subprocess.run([*record, *command(tool, folder), "--jobs", "1"], capture_output=True, check=True)
    script = subprocess.run(["perf", "script", "--no-inline", "-i", scratch / "samples", "-F", "ip,sym"], capture_output=True, text=True, check=True)
    samples = [sample for sample in script.stdout.split("\n\n") if sample.strip()]
    shares, rest = [], samples
    for stage, symbol in STAGES.items():
        inside = [sample for sample in rest if symbol in sample]
        rest = [sample for sample in rest if symbol not in sample]
        shares.append(f"{stage} {100 * len(inside) / len(samples):.0f} %")
    print("stages         " + ", ".join(shares) + f", all else {100 * len(rest) / len(samples):.0f} %", flush=True)


def growth(tool, scratch, sizes):
    """CPU time for a megabyte, and peak memory, as the input grows."""
    base = None
    for size in sizes:
        folder = scratch / f"growth-{size}"
        _, written = fill(folder, size=size * 1_000_000)
        cpu, _, peak = timed(command(tool, folder))
        shutil.rmtree(folder)
        cost = cpu / written
        base = base or cost
        print(f"extract growth {size:,} MB to {sizes[0]} MB, CPU for a megabyte: {cost / base:.2f} x; peak {peak:.0f} MB", flush=True)


def growth_of_shapes(tool, scratch, length=8000):
    """CPU time for a byte of a page four times as long to that of the shorter, beyond what an empty page takes."""
    page = scratch / "page"
    def spent(text, form):
        page.write_text(text)
        return timed(command(tool, page, form))[0]
    costs = {}
    for form, kind in (("md", shapes.MARKDOWN), ("txt", shapes.TEXT)):
        empty = spent("", form)
        for name, shape in kind.items():
            short, long = shape(length), shape(4 * length)
            # A clock of hundredths cannot tell less.
            cost = [max(spent(text, form) - empty, 0.02) / len(text) for text in (short, long)]
            costs[name] = cost[1] / cost[0]
    worst = sorted(costs, key=costs.get)[:-4:-1]
    print(f"extract growth {len(costs)} shapes four times as long, CPU for a byte: most with "
          + ", ".join(f"{name} {costs[name]:.2f} x" for name in worst), flush=True)
