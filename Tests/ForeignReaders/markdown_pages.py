#!/usr/bin/env python3
"""usage: markdown_pages.py FOLDER [REPORT]
Renders FOLDER's catalog.md and changelog.md by cmark-gfm with GitHub's extensions, and reads the HTML: the tables must be
there with the cells that catalog.json and changelog.json mean, nothing but the page's own markup may have come of the
documents' text, and no text outside code may be a thing that GitHub rewrites (mentions, issues, addresses, emoji, formulas).
REPORT, on the newest changes, must begin with the marker and fit the body of a pull request.
"""
import html.parser
import json
import pathlib
import re
import subprocess
import sys

import changes
import flat_view

TAGS = {
    "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "a", "em", "strong", "details",
    "summary",
}
REWRITTEN = re.compile(
    r"@\w|#\d|\bGH-\d|://|\bwww\.|:[\w+-]+:|\$|\b[0-9a-f]{7,40}\b", re.IGNORECASE)


MARKER = " requisite:changes "
PULL_REQUEST_LIMIT = 62_000


class Page(html.parser.HTMLParser):
    """The tables of a page as rows of plain text, under the headings above them."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tables, self.wrong, self.open, self.headings, self.cell = [], [], [], {}, None
        self.heading = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        allowed = {"a": {"href", "id"}}.get(tag, set())
        if tag not in TAGS or not set(attributes) <= allowed:
            self.wrong.append(f"markup that the page did not make: <{tag} {attributes}>")
        if not re.match(r"(#document-|\.\./\.\./Corpus/)", attributes.get("href", "#document-")):
            self.wrong.append(f"a link that the page did not make: {attributes['href']!r}")
        if tag == "br":
            self.handle_data("\n")
            return
        self.open.append(tag)
        if tag in ("h1", "h2", "h3", "summary"):
            self.heading = ""
        elif tag == "table":
            self.tables.append((dict(self.headings), []))
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag in ("td", "th"):
            self.cell = ""

    def handle_endtag(self, tag):
        if tag == "br":
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes what it did not open")
        if tag in ("h1", "h2", "h3", "summary"):
            level = "h3" if tag == "summary" else tag
            self.headings = {key: value for key, value in self.headings.items() if key < level} | {level: self.heading}
        elif tag in ("td", "th"):
            self.tables[-1][1][-1].append(squeezed(self.cell))
            self.cell = None

    def handle_data(self, data):
        if "code" not in self.open and REWRITTEN.search(data):
            self.wrong.append(f"GitHub rewrites {REWRITTEN.search(data)[0]!r} in {data!r}")
        if "em" in self.open and data not in ("or", "nothing") or "strong" in self.open and data not in ("deny",):
            self.wrong.append(f"emphasis that the page did not make: {data!r}")
        self.heading += data
        if self.cell is not None:
            self.cell += data

    def handle_comment(self, data):
        if data == MARKER and self.getpos() == (1, 0):
            return
        self.wrong.append(f"a comment that the page did not make: {data!r}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def squeezed(text):
    """Runs of blanks as one; line ends stay."""
    return "\n".join(" ".join(line.split(" ")).strip() for line in re.sub(r"[ \t]+", " ", text).split("\n"))


def shown(text):
    return squeezed(flat_view.visible(text))


def render(file):
    command = ["cmark-gfm", "--unsafe"] + [
        argument for name in ("table", "autolink", "strikethrough", "tasklist", "tagfilter") for argument in ("-e", name)
    ]
    return subprocess.run(command + [str(file)], check=True, capture_output=True, encoding="utf-8").stdout


def check_catalog(folder):
    page = Page(render(folder / "catalog-markdown/catalog.md"))
    wrong = [f"catalog.md: {message}" for message in page.wrong]
    records = flat_view.catalog(folder)["records"]
    rows = {}
    for headings, table in page.tables:
        for row in table[1:] if table[0][-1] == "Record" else []:
            if len(row) != len(table[0]):
                wrong.append(f"catalog.md: a row of {len(row)} cells under {len(table[0])}: {row}")
            rows[row[-1]] = (headings, table[0], row)
    if len(rows) != len(records):
        wrong.append(f"catalog.md: {len(rows)} rows for {len(records)} records")
    for record in records:
        if record["id"] not in rows:
            wrong.append(f"catalog.md: no row for record {record['id']}")
            continue
        headings, header, row = rows[record["id"]]
        if headings.get("h2") != shown(record["document"]).replace("\n", ""):
            # A line end in a heading is a <br>.
            if squeezed(headings.get("h2", "")) != shown(record["document"]):
                wrong.append(f"catalog.md: {record['id']} stands under {headings.get('h2')!r}")
        cells = dict(zip(header, row))
        if record["kind"] == "row":
            wanted = [shown(cell["value"]) for cell in record["cells"]]
            if row[:-2] != wanted:
                wrong.append(f"catalog.md: {record['id']} has cells {row[:-2]}, not {wanted}")
            continue
        for column, field in [("Condition", "condition"), ("Purpose", "purpose"), ("Direction", "direction")]:
            if cells.get(column, "") != shown(record.get(field, "")):
                wrong.append(f"catalog.md: {record['id']}, {column}: {cells.get(column)!r}")
        for destination in record["destinations"]:
            if shown(destination["value"] + destination.get("path", "")) not in cells["Destination"]:
                wrong.append(f"catalog.md: {record['id']} lacks {destination['value']!r}: {cells['Destination']!r}")
    return len(rows), wrong


def check_changelog(folder):
    page = Page(render(folder / "changelog-markdown/changelog.md"))
    wrong = [f"changelog.md: {message}" for message in page.wrong]
    changelog = json.loads((folder / "changelog-json/changelog.json").read_text(encoding="utf-8"))
    listed, rows = {}, 0
    for headings, table in page.tables:
        version = headings["h2"].split(" ")[0]
        topic = re.sub(r" \(\d+\)$", "", headings["h3"])
        for row in table[1:]:
            rows += 1
            if len(row) != len(table[0]):
                wrong.append(f"changelog.md: a row of {len(row)} cells under {len(table[0])}: {row}")
            listed.setdefault((version, topic, row[-1]), []).append(dict(zip(table[0], row)))
    topics = {"Open these": "opened", "These may be closed": "closed"}
    for entry in changelog["versions"]:
        for change in entry["diff"]["changes"]:
            name = change["record"] or change["fingerprint"]
            places = [key for key in listed if key[0] == entry["version"] and key[2] == name]
            if not places:
                wrong.append(f"changelog.md: {entry['version']} does not show the change of {change['record']}")
            if change["cause"] != "source" or "accepted" in change or change["level"] == "notice":
                continue
            # A wider rule that stands lets it through already.
            is_covered = change["opened"] and change["level"] != "error"
            if is_covered and (entry["version"], "Asked for now, nothing to open", change["record"]) not in listed:
                wrong.append(f"changelog.md: {entry['version']} does not show that {change['record']} is covered")
            for topic, field in topics.items():
                if is_covered and field == "opened":
                    continue
                text = "\n".join(
                    row["Destination"] for row in listed.get((entry["version"], topic, change["record"]), []))
                for atom in change[field]:
                    wanted = shown(atom["destination"] + atom["path"]) if atom["destination"] else "none named"
                    if wanted not in text:
                        wrong.append(f"changelog.md: {topic}: {change['record']} lacks {atom['destination']!r}")
    return rows, wrong


def check_report(folder, report):
    text = report.read_text(encoding="utf-8")
    page = Page(render(report))
    wrong = [f"{report}: {message}" for message in page.wrong]
    if not text.startswith(f"<!--{MARKER}-->\n"):
        wrong.append(f"{report}: it does not begin with the marker")
    if len(text) > PULL_REQUEST_LIMIT:
        wrong.append(f"{report}: {len(text)} characters")
    rows = [row for _, table in page.tables for row in table[1:]]
    # The last two columns are the record and the fingerprint.
    shown = {cell for row in rows for cell in row[-2:]}
    lacking = {change["record"] or change["fingerprint"] for change in changes.newest(folder)} - shown
    said = re.search(r"\*\*(\d+) more entr(y|ies) not shown here; ", text)
    if lacking and not said:
        wrong.append(f"{report}: lacks the changes of {sorted(lacking)[:5]} and does not say so")
    return len(rows), wrong


def main(folder, report=None):
    total, problems = 0, []
    checks = [check_catalog, check_changelog]
    if report:
        checks.append(lambda folder: check_report(folder, pathlib.Path(report)))
    for check in checks:
        rows, wrong = check(folder)
        total, problems = total + rows, problems + wrong
    for message in problems[:20]:
        print(f"{folder}: {message}")
    print(f"{total} rows of Markdown tables, {len(problems)} wrong")
    return len(problems) > 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), *sys.argv[2:]) if len(sys.argv) in (2, 3) else __doc__)
