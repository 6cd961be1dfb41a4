#!/usr/bin/env python3
"""Kill a sync of web pages at random moments and see that no page is half written.

usage: kill_web_sync.py REQUISITE [--kills N] [--seed S]

Each round changes all pages of a site and starts `sync`, kills it (SIGKILL) somewhere between its start and its usual end, and
then holds that each copy is, to the byte, the page as it was before or as it is now, that the next `sync` brings all of them and
leaves nothing behind, and that one more finds nothing to do.
"""
import json, pathlib, subprocess, sys, tempfile, time

import killing

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Syncing"))
import website

PAGES = 20


def page(number, turn):
    rows = "".join(f"<tr><td>host-{number}-{row}-{turn}.example.com<td>443\n" for row in range(500))
    return f"<!doctype html><html><body><p>Allow these names:<table><tr><th>Host<th>Port\n{rows}</table></body></html>"


def main():
    tool, kills, dice = killing.arguments(__doc__, kills=200)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        site, folder = website.Site(scratch / "site"), scratch / "project"
        folder.mkdir()
        names = [f"page-{number}" for number in range(PAGES)]
        (folder / "requisite.yml").write_text(
            "sources:\n- name: vendor\n  https:\n" + "".join(f"  - {site.origin}/{name}\n" for name in names))

        def publish(turn):
            for number, name in enumerate(names): site.answer(f"/{name}", page(number, turn), ETag=f'"{turn}"')

        def sync():
            done = subprocess.run([tool, "sync"], cwd=folder, capture_output=True, text=True)
            if done.returncode: sys.exit(f"sync exited {done.returncode}:\n{done.stdout}{done.stderr}")

        def copies(): return [(folder / f"Corpus/vendor/{name}.html").read_text() for name in names]

        publish(-2)
        sync()
        publish(-1)
        start = time.monotonic()
        sync()
        usual = time.monotonic() - start
        killed = mixed = behind = 0
        for turn in range(kills):
            publish(turn)
            status = killing.attempt([tool, "sync"], dice.uniform(0, 1.2 * usual), spares_children=True, cwd=folder,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if status: sys.exit(f"kill {turn}: a sync exited {status}")
            killed += status is None
            new = 0
            for number, copy in enumerate(copies()):
                if copy == page(number, turn): new += 1
                elif copy != page(number, turn - 1): sys.exit(f"kill {turn}: page {number} is neither the old nor the new one")
            mixed += 0 < new < PAGES
            behind += (folder / "Corpus/.sync").exists()
            json.loads((folder / "Corpus/sources.lock").read_text())
            sync()
            if copies() != [page(number, turn) for number in range(PAGES)]: sys.exit(f"kill {turn}: the next sync does not finish it")
            if (folder / "Corpus/.sync").exists(): sys.exit(f"kill {turn}: something is left behind")
            lock = (folder / "Corpus/sources.lock").read_bytes()
            site.requests()
            sync()
            if any(r[3] != "0" for r in site.requests()) or (folder / "Corpus/sources.lock").read_bytes() != lock:
                sys.exit(f"kill {turn}: a further sync finds something to do")
    print(f"{killed} of {kills} syncs killed, {behind} of them while preparing or placing pages, {mixed} between two of "
          "these; no page was half written, every next sync completed")


if __name__ == "__main__":
    main()
