"""What the benchmarks share: timing of commands, and documents to read."""
import os, pathlib, re, shlex, statistics, subprocess, sys, time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
HERE = PROJECT / "Tests/Benchmarks"
TITLES = {"md": "# Page {}", "html": "<h1>Page {}</h1>", "txt": "Page {}"}


def timed(command, stdin=None, cwd=None):
    """CPU seconds, wall seconds and peak memory in MB of one command."""
    source = open(stdin, "rb") if stdin else subprocess.DEVNULL
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
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


def compiled(scratch, source, package):
    """A reference program, built from C beside this file with the library that pkg-config calls `package`."""
    program = scratch / pathlib.Path(source).stem
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", package], capture_output=True, text=True, check=True).stdout.split()
    subprocess.run(["cc", "-O2", "-o", program, HERE / source, *flags], check=True)
    return program


def rendered(text, form):
    """A page of Markdown in another form, as cmark-gfm writes it."""
    if form == "md": return text
    command = ["cmark-gfm", "--extension", "table", "--unsafe", "--to", "html" if form == "html" else "plaintext"]
    body = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    return f"<!DOCTYPE html>\n<meta charset=utf-8>\n<main>\n{body}</main>\n" if form == "html" else body


def pages(form="md", sources=("documents",)):
    """The documents to repeat, as (name, text), without their front matter."""
    folders = [folder for folder in (PROJECT / "../shared" / source for source in sources) if folder.is_dir()]
    files = sorted(page for folder in folders or [PROJECT / "Corpus"] for page in folder.rglob("*.md"))
    found = [(page.stem, re.sub(r"\A---\n.*?\n---\n", "", page.read_text(), flags=re.S)) for page in files]
    return [(name, rendered(text, form)) for name, text in found]


def fill(folder, files=0, size=0, form="md", sources=("documents",)):
    """Write at least `files` documents of at least `size` bytes together, each different; return their paths and size."""
    found, paths, written = pages(form, sources), [], 0
    while len(paths) < files or written < size:
        name, text = found[len(paths) % len(found)]
        path = folder / f"{len(paths) // 100:03}" / f"{len(paths):05}-{name}.{form}"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = f"{TITLES[form].format(len(paths))}\n\n{text}".encode()
        path.write_bytes(body)
        paths.append(path)
        written += len(body)
    return paths, written
