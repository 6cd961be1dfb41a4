#!/usr/bin/env python3
"""Check that extraction sees through the form of a document: the same requirements, written in another way, give the same atoms.

    metamorphic.py REQUISITE [--show N] [--change NAME]... FOLDER...

Every document is extracted as it is and after each change below, and the atoms are compared in all columns but document, file,
record, section and line. Exit status 1 when any differ.
"""
import argparse
import collections
import csv
import io
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

MARKDOWN, HTML, TEXT = {".md", ".markdown"}, {".html", ".htm"}, {".txt"}
LEFT_OUT = {"document", "file", "record", "section", "line"}

# Lines --------------------------------------------------------------------------------------------------------------------

DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
# What begins a line of running text; a wrapped line that began in another way would be a block of its own.
PLAIN = re.compile(r"[\w\"'`*(“‘](?![.)]\s)")
SPECIAL = re.compile(r"\d+[.)]|[*+-]\s|import |export |\*\*\*|___|===|---")


class Lines:
    """The lines of a Markdown page, told apart as far as the changes need it."""

    def __init__(self, text):
        self.all = text.split("\n")
        self.body = 0
        if self.all[0].rstrip() == "---":
            self.body = next((n + 1 for n, x in enumerate(self.all) if n and x.rstrip() in ("---", "...")), 0)

    def pieces(self):
        """The pieces of the page: ("table" | "paragraph" | "other", lines)."""
        yield "other", self.all[:self.body]
        lines, n, fence, in_html = self.all, self.body, None, False
        while n < len(lines):
            line = lines[n]
            mark = re.match(r"\s*(```+|~~~+)", line)
            if fence or mark:
                if mark and (not fence or mark[1].startswith(fence)):
                    fence = None if fence else mark[1]
                yield "other", [line]
                n += 1
                continue
            in_html = (in_html or re.match(r"\s*<", line) is not None) and line.strip() != ""
            end = self.table_end(n)
            if end and not in_html:
                yield "table", lines[n:end]
            else:
                end = n
                while not in_html and end < len(lines) and self.is_plain(lines[end]) and not self.table_end(end):
                    end += 1
                setext = end < len(lines) and re.match(r"\s*(=+|-+)\s*$", lines[end])
                if end - n > 0 and not setext and (end == len(lines) or not lines[end].strip()):
                    yield "paragraph", lines[n:end]
                else:
                    end = max(end, n + 1)
                    yield "other", lines[n:end]
            n = end

    @staticmethod
    def is_plain(line):
        return bool(PLAIN.match(line)) and not SPECIAL.match(line) and not line.endswith(("  ", "\\")) and "|" not in line

    def table_end(self, n):
        """Where the table ends that begins at line `n` at the margin; None where none does."""
        lines = self.all
        if n + 1 >= len(lines) or "|" not in lines[n] or lines[n][:1] in " \t>" or "|" not in lines[n + 1]:
            return None
        if not DELIMITER.match(lines[n + 1]) or len(cells(lines[n])) != len(cells(lines[n + 1])):
            return None
        if n and lines[n - 1].strip() and not lines[n - 1].lstrip().startswith("#"):
            return None
        end = n + 2
        while end < len(lines) and lines[end].strip() and "|" in lines[end] and lines[end][:1] not in ">\t ":
            end += 1
        return end if end == len(lines) or not lines[end].strip() else None


def cells(row):
    """The cells of a row: every pipe parts them but one behind a backslash."""
    row = row.strip()
    row = row[1:] if row.startswith("|") else row
    parts = re.split(r"(?<!\\)\|", row)
    return [part.strip() for part in (parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts)]


def row(parts):
    return "| " + " | ".join(parts) + " |"


def with_pieces(text, kind, change):
    out = []
    for name, lines in Lines(text).pieces():
        out += change(lines) if name == kind else lines
    return "\n".join(out)


# Changes ------------------------------------------------------------------------------------------------------------------
# Each takes a page and its suffix and gives the changed page and its suffix, or None where it does not apply.


def rewrapped(text, suffix):
    """Paragraphs broken at other places."""
    if suffix not in MARKDOWN:
        return None
    chance = random.Random(text)

    def wrap(lines):
        words = " ".join(line.strip() for line in lines)
        wrapped = textwrap.wrap(words, chance.choice([30, 60, 1000]), break_long_words=False, break_on_hyphens=False)
        out = []
        for line in wrapped:
            if out and not Lines.is_plain(line):
                out[-1] += " " + line
            else:
                out.append(line)
        return out if words and " " in words else lines

    return with_pieces(text, "paragraph", wrap), suffix


def grid(lines):
    """The rows of a table without its delimiter row, all as wide as the header."""
    width = len(cells(lines[0]))
    rows = [cells(line)[:width] for line in [lines[0]] + lines[2:]]
    return [parts + [""] * (width - len(parts)) for parts in rows]


def shuffled(count, chance):
    order = list(range(count))
    chance.shuffle(order)
    return order


ARROW = re.compile(r"-+(>|&gt;)|→|⇒|⟶|<-|←")


def columns_permuted(text, suffix):
    """The columns of tables in another order; not where arrows point to their neighbours."""
    if suffix not in MARKDOWN:
        return None
    chance = random.Random(text)

    def permute(lines):
        rows, marks = grid(lines), cells(lines[1])
        if any(ARROW.search(line) for line in lines) or len(rows[0]) < 2:
            return lines
        order = shuffled(len(rows[0]), chance)
        rows = [row([parts[n] for n in order]) for parts in rows]
        return [rows[0], row([marks[n] for n in order])] + rows[1:]

    return with_pieces(text, "table", permute), suffix


NEIGHBOUR = re.compile(r"\b(above|below|previous|preceding|same as|ditto|next row)\b|^[\"″]$", re.I)


def rows_permuted(text, suffix):
    """The rows of tables in another order; not where one heads others, goes on or speaks of its neighbours."""
    if suffix not in MARKDOWN:
        return None
    chance = random.Random(text)

    def permute(lines):
        rows = grid(lines)
        alone = all(
            len([x for x in parts if x]) > 1 and parts[0] and not any(NEIGHBOUR.search(x) for x in parts) for parts in rows[1:])
        if not alone:
            return lines
        return lines[:2] + [lines[n + 2] for n in shuffled(len(lines) - 2, chance)]

    return with_pieces(text, "table", permute), suffix


def as_html(text, suffix):
    """Markdown as HTML; not a page that includes others, or whose generator knows more than GFM."""
    if suffix not in MARKDOWN or re.search(r"\[!INCLUDE|^import |^\s*(!!!|\?\?\?|===) |^\s*<[A-Z]|\{%|#tab/", text, re.M | re.I):
        return None
    title, body = "", text
    front = re.match(r"---[ \t]*\n(.*?\n)(---|\.\.\.)[ \t]*\n", text, re.S)
    if front:
        body = text[front.end():]
        found = re.search(r"^title:[ \t]*(.+)$", front[1], re.M)
        title = found[1].strip().strip("\"'") if found else ""
    # What Learn's generator takes out before it reads the Markdown.
    body = re.sub(r"^[ \t]*:::[^\n]*$", "", body, flags=re.M)
    page = subprocess.run(
        ["cmark-gfm", "--unsafe", "--extension", "table"], input=body.encode(), capture_output=True, check=True).stdout.decode()
    title = title.replace("&", "&amp;").replace("<", "&lt;")
    return f"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{title}</title></head><body>\n{page}</body></html>\n", ".html"


def with_carriage_returns(text, suffix):
    """Lines that end in CRLF."""
    return text.replace("\n", "\r\n"), suffix


def with_byte_order_mark(text, suffix):
    """A byte order mark at the beginning."""
    return "\ufeff" + text, suffix


def in_lists(text, suffix):
    """Tables indented, each in a list's item of its own."""
    if suffix not in MARKDOWN:
        return None
    return with_pieces(text, "table", lambda lines: ["- " + lines[0]] + ["  " + line for line in lines[1:]]), suffix


CHANGES = [rewrapped, columns_permuted, rows_permuted, as_html, with_carriage_returns, with_byte_order_mark, in_lists]

# Comparing ----------------------------------------------------------------------------------------------------------------


def atoms(requisite, folder):
    """The atoms of each document below `folder`, by its path before the change."""
    run = subprocess.run([requisite, "extract", str(folder), "--format", "csv", "--quiet"], capture_output=True)
    if run.returncode not in (0, 65):
        sys.exit(f"metamorphic.py: {folder}: exited {run.returncode}: {run.stderr.decode()[-300:]}")
    found = collections.defaultdict(collections.Counter)
    for line in csv.DictReader(io.StringIO(run.stdout.decode())):
        atom = tuple((name, value) for name, value in line.items() if name not in LEFT_OUT)
        found[re.sub(r"(\.md|\.markdown)\.html$", r"\1", line["document"])][atom] += 1
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requisite")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--change", action="append")
    options = parser.parse_args()
    failed = False
    for folder in options.folders:
        pages = sorted(x for x in folder.rglob("*") if x.is_file() and x.suffix.lower() in MARKDOWN | HTML | TEXT)
        texts = {}
        for page in pages:
            try:
                texts[page.relative_to(folder)] = page.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            except UnicodeDecodeError:
                pass  # in an encoding of its own, which the changes do not speak
        for change in CHANGES:
            if options.change and change.__name__ not in options.change:
                continue
            pages, count, different = compare(options.requisite, texts, change, options.show)
            failed = failed or bool(different)
            print(f"{folder}: {change.__name__}: {pages} pages with {count} atoms, {len(different)} with other atoms")
    sys.exit(1 if failed else 0)


def compare(requisite, texts, change, show):
    with tempfile.TemporaryDirectory() as scratch:
        before, after, changed = pathlib.Path(scratch, "before"), pathlib.Path(scratch, "after"), []
        for path, text in texts.items():
            result = change(text, path.suffix.lower())
            if result and result != (text, path.suffix.lower()):
                changed.append(str(path))
            new, suffix = result or (text, path.suffix.lower())
            turned = path if suffix == path.suffix.lower() else path.with_name(path.name + suffix)
            for root, content, name in [(before, text, path), (after, new, turned)]:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(content.encode())
        want, have = atoms(requisite, before), atoms(requisite, after)
        different = [name for name in changed if want[name] != have[name]]
        for name in different[:show]:
            print(f"-- {name}, {change.__name__}:")
            for sign, some in [("-", want[name] - have[name]), ("+", have[name] - want[name])]:
                for atom in list(some)[:4]:
                    print(sign, " ".join(f"{key}={value}" for key, value in atom if value and value not in ("allow", "1", "required")))
        return len(changed), sum(want[name].total() for name in changed), different


if __name__ == "__main__":
    main()
