"""The part of the benchmark about `run`: what grows with documents, what with versions."""
import hashlib, json, pathlib, re, shutil, statistics, subprocess

from measuring import HERE, fill, in_turn, timed

RUN = ["run", "--quiet", "--date", "2026-01-01"]


def documents(tool, runs, scratch, count):
    """Figures of `count` documents: CPU seconds of the first run, of one that finds nothing, of `sha256sum`, and of one after
    an edit; peak memory and records of the first."""
    folder = scratch / f"run-{count}"
    folder.mkdir()
    fill(folder / "Corpus", count)
    shutil.copy(HERE / "requisite.yml", folder)
    run = [tool, *RUN]
    first, _, peak = timed(run, None, folder)
    files = sorted(map(str, (folder / "Corpus").rglob("*.md")))
    listed = "find Corpus -name '*.md' -print0 | xargs -0 sha256sum"
    unchanged, digest = in_turn(runs, (run, None, folder), (["sh", "-c", listed], None, folder))
    edited, page = [], pathlib.Path(files[len(files) // 2])
    for turn in range(runs):
        page.write_text(page.read_text() + f"\n| Destination | Port |\n|---|---|\n| edit-{turn}.example.com | 443 |\n")
        edited.append(timed(run, None, folder)[0])
    with (folder / "Output/ledger/head.jsonl").open() as head: records = sum(line.startswith('{"record"') for line in head)
    shutil.rmtree(folder)
    return dict(first=first, peak=peak, unchanged=unchanged[0], digest=digest[0], edited=statistics.median(edited), records=records)


def print_documents(tool, runs, scratch, sizes):
    figures = {n: documents(tool, runs if n < 10_000 else 3, scratch, n) for n in sizes}
    for n in sizes:
        f, a = figures[n], figures[sizes[0]]
        print(f"run, {n:6,} documents with {f['records']:,} records: first {f['first']:.2f} s, peak {f['peak']:.0f} MB; "
              f"unchanged {f['unchanged'] / f['digest']:.2f} x sha256sum; 1 edited {f['edited'] / f['first']:.2f} x the first; "
              f"for a document beside {sizes[0]}: first {f['first'] / n / (a['first'] / sizes[0]):.2f} x, "
              f"unchanged {f['unchanged'] / n / (a['unchanged'] / sizes[0]):.2f} x")
    a, b = figures[sizes[0]], figures[sizes[-1]]
    print(f"memory         {(b['peak'] - a['peak']) * 2**20 / (b['records'] - a['records']):.0f} bytes for a further record")


def sealed(lines):
    text = "".join(json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n" for line in lines).encode()
    return text + json.dumps({"digest": hashlib.sha256(text).hexdigest()}, separators=(",", ":")).encode() + b"\n"


def grow(ledger, versions):
    """Add versions that each reword one record, as the format says, to a ledger of one version."""
    name = next(ledger.glob("2*.jsonl"))
    lines = [json.loads(line) for line in name.read_text().splitlines()]
    records = [line["after"] for line in lines if "after" in line]
    parent, bytes_ = lines[0], name.read_bytes()
    for number in range(2, versions + 1):
        before = records[number % len(records)]
        after = before | {"purpose": f"Purpose of version {number}"}
        records[number % len(records)] = after
        day = parent["date"] if int(parent["id"][-4:]) < 9999 else "2026-01-02"
        counter = int(parent["id"][-4:]) + 1 if day == parent["date"] else 1
        header = dict(requisite="version", format=1, id=f"{day.replace('-', '')}{counter:04}", parent=parent["id"],
                      parentDigest=hashlib.sha256(bytes_).hexdigest(), date=day, extractor=parent["extractor"],
                      recordCount=len(records))
        change = dict(id="purpose-changed", fingerprint=f"{number:016x}", op="changed", cause="source", fields=["purpose"],
                      level="notice", text="reworded")
        change["class"] = "editorial"
        bytes_ = sealed([header, {"change": change, "before": before, "after": after}])
        (ledger / f"{header['id']}.jsonl").write_bytes(bytes_)
        parent = header
    (ledger / "head.jsonl").unlink()


def versions(tool, scratch, count):
    """A project of 1,000 records whose ledger has `count` versions and one more, which brings it in line with the corpus."""
    folder = scratch / f"versions-{count}"
    (folder / "Corpus").mkdir(parents=True)
    for page in range(10):
        rows = "".join(f"| host-{page}-{n}.example.com | {n + 1} | Purpose {n} |\n" for n in range(100))
        text = f"# Outbound\n\nAllow outbound HTTPS to these:\n\n| Destination | Port | Purpose |\n|---|---|---|\n{rows}"
        (folder / f"Corpus/page-{page}.md").write_text(text)
    shutil.copy(HERE / "requisite.yml", folder)
    timed([tool, *RUN], None, folder)
    grow(folder / "Output/ledger", count)
    (folder / "Output/documents.json").unlink()
    timed([tool, "verify"], None, folder)
    timed([tool, *RUN[:-1], "2026-01-03"], None, folder)
    return folder


def print_versions(tool, runs, scratch):
    few, many = (versions(tool, scratch, count) for count in (10, 10_000))
    unchanged = in_turn(runs, ([tool, *RUN], None, few), ([tool, *RUN], None, many))
    look_up = [tool, "log", "host-3-33.example.com"]
    timed(look_up, None, many)
    [log] = in_turn(runs, (look_up, None, many))
    print(f"ledger of 10,000 versions: unchanged {unchanged[1][0] / unchanged[0][0]:.2f} x the time with 10 "
          f"({unchanged[1][0] * 1000:.0f} ms), log HOST {log[0] * 1000:.0f} ms of CPU")
