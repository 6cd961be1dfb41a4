#!/usr/bin/env python3
"""usage: syncing.py REQUISITE [PAGES]
Syncs PAGES pages (1,000) of a site on this machine that speaks entity tags, twice, and counts what it transfers; then measures a
sync with nothing changed beside one `curl` that asks for the same, and beside one `curl` a page. Then the same of a repository of
as many pages, served by `git http-backend`, beside `git fetch` in a clone of it."""
import os, pathlib, subprocess, sys, tempfile

from measuring import PROJECT, in_turn, timed

sys.path.insert(0, str(PROJECT / "Tests/Syncing"))
import repository_server, website


def page(number):
    rows = "".join(f"<tr><td>host-{number}-{row}.example.com<td>TCP<td>443<td>For what part {row} does\n" for row in range(40))
    return (f"<!doctype html><html><body><h1>Part {number}</h1><p>Outbound access is required to:\n"
            f"<table><tr><th>Destination<th>Protocol<th>Port<th>Purpose\n{rows}</table></body></html>")


def counted(site):
    requests = site.requests()
    bodies = sum(int(r[3]) for r in requests)
    return f"{len(requests)} requests, {sum(r[2] == '304' for r in requests)} unchanged, {bodies / 1e6:.1f} MB of bodies, " \
           f"{len({r[4] for r in requests})} connections"


def repository(tool, pages):
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        work, bare, project = scratch / "work", scratch / "served/docs.git", scratch / "project"
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main", work], check=True)
        for number in range(pages):
            (work / f"docs/{number % 20}").mkdir(parents=True, exist_ok=True)
            (work / f"docs/{number % 20}/page-{number}.html").write_text(page(number))
        (work / "other.bin").write_bytes(os.urandom(10_000_000))
        subprocess.run(["git", "-C", work, "add", "--all"], check=True)
        subprocess.run(["git", "-C", work, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "Pages"], check=True)
        bare.parent.mkdir(), project.mkdir()
        subprocess.run(["git", "clone", "--quiet", "--bare", work, bare], check=True)
        subprocess.run(["git", "-C", bare, "config", "uploadpack.allowFilter", "true"], check=True)
        server = repository_server.Server(bare.parent)
        (project / "requisite.yml").write_text(f"sources:\n- {{name: docs, git: '{server.address}/docs.git', paths: [docs]}}\n")
        os.environ["REQUISITE_CACHE"] = str(scratch / "cache")
        sync = [tool, "sync", "--quiet"]
        first = timed(sync, cwd=project)
        print(f"first sync    CPU {first[0]:.2f} s, wall {first[1]:.2f} s, peak {first[2]:.0f} MB: {server.bytes / 1e6:.1f} MB transferred")
        packs, bytes_before = server.packs, server.bytes
        timed(sync, cwd=project)
        print(f"second sync   {server.packs - packs} packs, {server.bytes - bytes_before} bytes transferred")
        if server.packs != packs: sys.exit("a second sync transfers objects")
        clone = scratch / "clone"
        subprocess.run(["git", "clone", "--quiet", f"{server.address}/docs.git", clone], check=True)
        figures = in_turn(5, (sync, None, project), (["git", "-C", clone, "fetch", "--quiet"],))
        for name, (cpu, wall, peak) in zip((f"sync, {pages} pages unchanged", "git fetch"), figures):
            print(f"{name:28} CPU {cpu:6.3f} s ({cpu / figures[1][0]:5.2f} x)   wall {wall:6.3f} s ({wall / figures[1][1]:5.2f} x)   peak {peak:4.0f} MB")


def main(tool, pages=1000):
    tool = pathlib.Path(tool).resolve()
    web(tool, pages)
    repository(tool, pages)


def web(tool, pages):
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        site = website.Site(scratch / "site")
        addresses = [f"{site.origin}/page-{number}" for number in range(pages)]
        for number in range(pages): site.answer(f"/page-{number}", page(number), ETag=f'"{number}"')
        (scratch / "requisite.yml").write_text("sources:\n- name: vendor\n  https:\n" + "".join(f"  - {a}\n" for a in addresses))
        sync = [tool, "sync", "--quiet"]

        first = timed(sync, cwd=scratch)
        print(f"first sync    CPU {first[0]:.2f} s, wall {first[1]:.2f} s, peak {first[2]:.0f} MB: {counted(site)}")
        lock = (scratch / "Corpus/sources.lock").read_bytes()
        timed(sync, cwd=scratch)
        seen = counted(site)
        print(f"second sync   {seen}")
        if ", 0.0 MB" not in seen or (scratch / "Corpus/sources.lock").read_bytes() != lock: sys.exit("a second sync is not free")

        asked = "next\n".join(
            f'url = "{address}"\nheader = "If-None-Match: \\"{number}\\""\ncompressed\noutput = /dev/null\n'
            for number, address in enumerate(addresses))
        (scratch / "curl").write_text(asked)
        each = f"""for n in $(seq 0 {pages - 1}); do curl -qs -o /dev/null -H "If-None-Match: \\"$n\\"" {site.origin}/page-$n; done"""
        figures = in_turn(5, (sync, None, scratch), (["curl", "-qs", "--config", "-"], scratch / "curl"), (["sh", "-c", each],))
        site.requests()
        names = f"sync, {pages} pages unchanged", "one curl for all of them", "one curl for each"
        for name, (cpu, wall, peak) in zip(names, figures):
            print(f"{name:28} CPU {cpu:6.3f} s ({cpu / figures[1][0]:5.2f} x)   wall {wall:6.3f} s ({wall / figures[1][1]:5.2f} x)   peak {peak:4.0f} MB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])) if len(sys.argv) in (2, 3) else __doc__)
