#!/usr/bin/env python3
"""usage: html_pages.py ARTIFACTS [REPORT]
Reads the changelog of ARTIFACTS, and REPORT on its newest changes, by html5lib: no parse error, nothing but the page's own
elements and attributes, and the cells that the changes mean. Then a headless Chromium, where there is one, lays the pages out:
none is wider than a phone, and each shows on it what it shows on a desktop."""
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import html5lib

import changes
import flat_view
import markdown_pages

ATTRIBUTES = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "name", "content"}, "title": set(), "style": set(),
    "body": set(), "main": set(), "article": {"id"}, "h1": set(), "h2": set(), "h3": set(), "p": {"class"},
    "span": {"class"}, "section": {"class"}, "details": {"class"}, "summary": set(), "div": {"class"}, "table": set(),
    "thead": set(), "tbody": set(), "tr": set(), "th": {"scope"}, "td": {"data-label"}, "code": set(), "em": set(),
    "br": set(), "a": {"href"},
}


def tag(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"


def text(element):
    """The element's text with each <br> as a line end."""
    parts = [element.text or ""]
    for child in element:
        parts += ["\n" if tag(child) == "br" else text(child), child.tail or ""]
    return "".join(parts)


def tables(root):
    """Each table's header and rows."""
    for table in (element for element in root.iter() if tag(element) == "table"):
        rows = [
            [markdown_pages.squeezed(text(cell)) for cell in row] for row in table.iter() if tag(row) == "tr"]
        yield rows[0], rows[1:]


def check(page, sets):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), strict=False)
    root = parser.parse(page.read_bytes(), transport_encoding=None).getroot()
    for error in parser.errors:
        yield f"parse error {error}"
    for element in root.iter():
        if not set(element.attrib) <= ATTRIBUTES.get(tag(element), set()) or tag(element) not in ATTRIBUTES:
            yield f"markup that the page did not make: <{tag(element)} {dict(element.attrib)}>"
        if not element.get("href", "../../Corpus/").startswith("../../Corpus/"):
            yield f"a link that the page did not make: {element.get('href')!r}"
    rows = [dict(zip(header, row)) for header, table in tables(root) for row in table]
    shown = {}
    for row in rows:
        shown.setdefault(row.get("Record", row.get("Fingerprint")), []).append(row)
    for change in sets:
        found = shown.get(change["record"] or change["fingerprint"])
        if not found:
            yield f"does not show the change of {change['record']}"
            continue
        destinations = "\n".join(row.get("Destination", "") for row in found)
        for atom in change["opened"] + change["closed"]:
            wanted = markdown_pages.shown(atom["destination"] + atom["path"]) if atom["destination"] else "none named"
            exempt = change["cause"] != "source" or "accepted" in change
            if not exempt and change["level"] != "notice" and "Destination" in found[0] and wanted not in destinations:
                yield f"{change['record']} lacks {atom['destination']!r}"
    for header, table in tables(root):
        for row in table:
            if len(row) != len(header):
                yield f"a row of {len(row)} cells under {len(header)}: {row}"


MEASURE = """<iframe id="page" style="width: {width}px; height: 800px; border: 0" srcdoc="{page}"></iframe>
<script>
const frame = document.getElementById("page")
frame.onload = () => {{
  const root = frame.contentDocument.documentElement
  frame.contentDocument.querySelectorAll("details").forEach(details => details.open = true)
  const cells = [...frame.contentDocument.querySelectorAll("td")].filter(cell => cell.textContent)
  const seen = cells.filter(cell => cell.getBoundingClientRect().height > 0)
  document.title = `${{root.scrollWidth}} ${{cells.length}} ${{seen.length}}`
}}
</script>
"""


def lay_out(chromium, page):
    """Chromium's widths of the page, and how many of its cells it shows."""
    for width in (360, 1280):
        with tempfile.TemporaryDirectory() as folder:
            harness = pathlib.Path(folder, "harness.html")
            harness.write_text(
                MEASURE.format(width=width, page=html.escape(page.read_text(encoding="utf-8"))), encoding="utf-8")
            command = [
                chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                "--virtual-time-budget=5000", "--dump-dom", harness.as_uri()]
            dom = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120).stdout
        measured = re.search(r"<title>(\d+) (\d+) (\d+)</title>", dom)
        if not measured:
            yield f"Chromium did not lay it out at {width} pixels"
            continue
        actual, cells, seen = map(int, measured.groups())
        if actual > width:
            yield f"it is {actual} pixels wide on a screen of {width}"
        if seen < cells:
            yield f"{cells - seen} of {cells} cells are not shown at {width} pixels"


def main(artifacts, report=None):
    everything = [change for entry in changes.versions(artifacts) for change in entry["diff"]["changes"]]
    pages = [(pathlib.Path(artifacts, "changelog-html/changelog.html"), everything)]
    if report:
        pages.append((pathlib.Path(report), changes.newest(artifacts)))
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    wrong = 0
    for page, sets in pages:
        problems = list(check(page, sets)) + (list(lay_out(chromium, page)) if chromium else [])
        wrong += len(problems)
        for message in problems[:20]:
            print(f"{page}: {message}")
    print(f"{len(pages)} HTML pages{'' if chromium else ' (without a browser)'}, {wrong} wrong")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (2, 3) else __doc__)
