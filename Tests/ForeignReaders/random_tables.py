#!/usr/bin/env python3
"""Compare `requisite extract --format tables` with cmark-gfm and html5lib on tables that nobody has written.

    random_tables.py REQUISITE [--count N] [--seed N] [--only KIND-N…] [--record FILE]

Half of the pages are Markdown by the rules of GFM, half HTML; among both are broken and hostile ones. Page N of a seed is the
same on every machine. `--record` keeps the short ones with what was wanted of them, for the tests that run without these
programs. Exit status 1 when any page differs; the first of them are shown, and `--only` shows one again.
"""
import argparse
import concurrent.futures
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import table_grids


class Markdown:
    """A page of pipe tables, whole or nearly so, in lists and quotations, between lines that may end them."""

    suffix = ".md"
    bits = ["a", "b c", "`x|y`", "`x", "y`", "\\|", "\\\\|", "**b**", "*i", "<br>", "<br/>", "</br>", "&lt;r&gt;", "\\<r\\>",
            "https://a.b/c", "<https://a.b>", "[t](u)", "[r][r]", "[r]", "![alt](i)", "_u_", "a_b_c", "*.foo.com", "", "  ",
            "\t", "-", "--", "1.", "#", "# h", "> q", "&amp;", "\\", "!", "[x", "](y)", "<b>z</b>", "<!-- c -->", "a<sup>2</sup>",
            '"q"', "it's", "…", "é", "\u00a0", "$", "$$", "<li>x</li>", "`` a`b ``", "\\`", "*", "**", "***a***", "http://x",
            "foo@bar.com", "[^1]", "|", "||", "***", "__x__", "&#124;", "&vert;", "<region>", "{r}", "*a **b* c**", "\\*", "a\\"]
    lines = ["text", "# Head", "---", "===", "***", "- item", "* ", "-", "1. one", "2. two", "2) two", "> quote", ">", "```",
             "    code", "<div>", "</div>", "<!-- c -->", "", "", "", "", "[r]: /url", "+ p", "\tcode", "- - -", "_ _ _", "a|b", "|",
             "||", "<b>bold</b>", "~~~", "&nbsp;", "--", "=", "10. ten", "-1", "|-|", "|:-:|", "####### h"]

    # “Blocks of type 7 may not interrupt a paragraph” (CommonMark 0.31.2, section 4.6), nor one that goes on lazily from within a
    # list or quotation, as leaving out markers changes nothing of it (5.1 and 5.2, laziness). In cmark-gfm 0.29 a line of one such
    # tag does interrupt that, so these stand only where there is none,
    # and a row of one tag ends with a pipe where there may be one.
    tags = ['<a href="x">', "<span>", "</span>"]
    row_of_tag = re.compile(r"\s*</?(br|region)/?>\s*")
    container = re.compile(r"\s*(>|([-+*]|\d+[.)])(\s|$))")

    def __init__(self, random):
        self.random = random

    def page(self):
        pick, chance = self.random.choice, self.random.random
        lines = []
        for _ in range(self.random.randint(1, 4)):
            block, form = self.block(), chance()
            if form < .7:
                block = [line + "|" if self.row_of_tag.fullmatch(line) else line for line in block]
            if form < .2:
                block = [("- " if not n else pick(["  ", "  ", "  ", "", "   ", "    ", "\t"])) + x for n, x in enumerate(block)]
            elif form < .4:
                block = [("> " if chance() < .93 else pick(["", ">", " > "])) + x for x in block]
            elif form < .5:
                block = [("1. " if not n else "   ") + x for n, x in enumerate(block)]
            elif form < .6:
                block = [("> - " if not n else ">   ") + x for n, x in enumerate(block)]
            elif form < .7:
                block = [pick(["", " ", "  ", "   ", "    "]) + x for x in block]
            else:
                block += [""] + self.block() if chance() < .1 else []
                if chance() < .1:
                    place, tag = self.random.randint(0, len(block)), pick(self.tags)
                    block[place:place] = [] if any(map(self.container.match, block)) else [tag]
                block = ["", *block, ""]
            lines += block
            if chance() < .8:
                lines.append("")
            if chance() < .3:
                lines.append(pick(self.lines))
        return "\n".join(lines) + pick(["\n", ""])

    def block(self):
        width = self.random.randint(1, 4) if self.random.random() < .98 else self.random.randint(100, 300)
        block = [self.random.choice(self.lines)] if self.random.random() < .4 else []
        block += [self.row(width), self.delimiter(width)]
        for _ in range(self.random.randint(0, 4)):
            block.append(self.row(width) if self.random.random() < .8 else self.random.choice(self.lines))
        return block

    def ragged(self, width):
        return max(1, width + self.random.choice([0, 0, 0, 0, 0, 0, -1, 1]))

    def row(self, width):
        cells = [" ".join(self.random.choice(self.bits) for _ in range(self.random.randint(0, 3)))
                 for _ in range(self.ragged(width))]
        row = self.random.choice(["|", "| ", " | ", " | ", " | ", "  |"]).join(cells)
        return self.framed(row, "| ", [" |", "|", " | "])

    def delimiter(self, width):
        cells = [self.random.choice(["-", "---", ":--", "--:", ":-:", "---"]) for _ in range(self.ragged(width))]
        return self.framed(self.random.choice(["|", " | "]).join(cells), "|", ["|"])

    def framed(self, row, start, ends):
        row = start + row if self.random.random() < .7 else row
        return row + self.random.choice(ends) if self.random.random() < .7 else row


class HTML:
    """A page of tables in which tags are left out, cross each other or stand where they must not."""

    suffix = ".html"
    words = ["a", "b", "host.x", "1", "x y", "&lt;r&gt;", "&nbsp;", "<br>", "<br/>", "é", "&amp;", "  \n ", "<img src=i alt=alt>",
             "<wbr>", "", "</br>", "&ast;", "&#42;", "<!-- c -->", "&lt", "&unknown;", "<x>", "</x>"]
    marks = "b i code a font em sup strong u small label span".split()

    def __init__(self, random):
        self.random = random
        self.soup = random.choice([0, 0, .03, .1, .3])

    def page(self):
        body = "".join(self.flow(0) + self.table(0) + "\n" + ("<h2>Head</h2><p>para" if self.maybe(.1) else "")
                       for _ in range(self.random.randint(1, 3)))
        if self.maybe(.15):
            body = f"<div><main>{body}</main>{self.table(0)}</div>"
        elif self.maybe(.1):
            # In a table that is still open the article would not hold the tables in it: its page has no main part to speak of.
            body = f"<table><tr><td>x</table><article>{body}</article>"
        if self.maybe(.1):
            body = f"<nav>{self.table(0)}</nav>{body}<footer>{self.table(0)}</footer>"
        return "<!DOCTYPE html><html><body>" + body

    def maybe(self, chance):
        return self.random.random() < chance

    def end(self, name, chance):
        return "" if self.maybe(chance) else f"</{name}>"

    def table(self, depth):
        out = ["<table>"]
        if self.maybe(.2):
            out.append(f"<caption>{self.inline()}</caption>")
        if self.maybe(.1):
            out.append("<colgroup><col><col></colgroup>")
        if self.maybe(.5):
            out.append("<thead>" + self.row(depth) + self.end("thead", .3))
        for _ in range(self.random.randint(0, 2)):
            out.append("<tbody>" if self.maybe(.6) else "")
            out += [self.row(depth) for _ in range(self.random.randint(0, 3))]
            out.append("</tbody>" if self.maybe(.3) else "")
        if self.maybe(.05):
            out.append(f"<tfoot>{self.row(depth)}</tfoot>")
        if self.maybe(self.soup * .5):
            out.append(self.random.choice(["text", "<div>x</div>", "<p>y", "<b>", "<li>q", "</div>", "<tr><td>z"]))
        return "".join(out) + self.end("table", self.soup * .3)

    def row(self, depth):
        out = [f"<tr{' hidden' if self.maybe(.03) else ''}>"]
        for _ in range(self.random.randint(0, 4)):
            name = self.random.choice(["td", "td", "td", "th"])
            out.append(f"<{name}{self.attributes()}>{self.flow(depth)}")
            out.append(self.end("td" if self.maybe(self.soup) else name, .3))
            if self.maybe(self.soup * .3):
                out.append(self.random.choice(
                    ["</div>", "</p>", "</b>", "</ul>", "<div>", "</table>", "</tr>", "</span>", "text", "<b>"]))
        return "".join(out) + self.end("tr", .3) + self.random.choice(["", "\n"])

    def attributes(self):
        out = ""
        if self.maybe(.15):
            odd = ["2", "3", "0", "1", "x", "2px", "-1", " 2", "+2", "1001", "1000000000", ""]
            out += f' colspan="{self.random.choice(odd if self.maybe(.3) else ["2", "3"])}"'
        if self.maybe(.15):
            out += f' rowspan="{self.random.choice(["2", "3", "0", "4", "65535", "1000000000"])}"'
        if self.maybe(.02):
            out += " hidden"
        return out + (' style="display: none"' if self.maybe(.02) else "")

    def inline(self, depth=0):
        out = []
        for _ in range(self.random.randint(0, 3)):
            if self.maybe(.6):
                out.append(self.random.choice(self.words))
            else:
                name = self.random.choice(self.marks)
                tag = "a href=u" if name == "a" else name
                out.append(f"<{tag}>{self.inline(depth + 1) if depth < 2 else 'z'}{self.end(name, self.soup)}")
        return " ".join(out)

    def flow(self, depth):
        out = []
        for _ in range(self.random.randint(0, 2)):
            form = self.random.random()
            if form < .4:
                out.append(self.inline())
            elif form < .6:
                out.append("<p>" + self.inline() + self.end("p", .3))
            elif form < .7:
                out.append("<div>" + self.flow(depth + 1) + self.end("div", self.soup) if depth < 3 else "dd")
            elif form < .8:
                items = "".join("<li>" + self.inline() + self.end("li", .5) for _ in range(2))
                out.append("<ul>" + items + self.end("ul", self.soup))
            elif form < .85:
                out.append(f"<h3>{self.inline()}</h3>")
            elif form < .88:
                out.append("<pre>\n a\n  b</pre>")
            elif form < .91:
                out.append(f"<blockquote>{self.inline()}</blockquote>")
            elif form < .93:
                out.append('<script>if(a<b)"<td>"</script>')
            elif form < .95:
                out.append("<dl><dt>t<dd>d</dl>")
            elif depth < 2:
                out.append(self.table(depth + 2))
        return "".join(out)


KINDS = {"markdown": Markdown, "html": HTML}


def page(seed, kind, number):
    return KINDS[kind](random.Random(f"{seed} {kind} {number}")).page()


def wanted(kind, text):
    return table_grids.of_markdown(text) if kind == "markdown" else table_grids.of_html(text)


def found(requisite, folder):
    """The grids of each page in `folder`, by its name."""
    run = subprocess.run([requisite, "extract", str(folder), "--format", "tables", "--quiet"], capture_output=True, check=True)
    grids = {}
    for table in json.loads(run.stdout):
        rows = [table["header"]] * bool(table["header"]) + table["rows"]
        grids.setdefault(table["document"], []).append([[table_grids.fold(cell) for cell in row] for row in rows])
    return grids


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requisite")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", metavar="KIND-N", nargs="+")
    parser.add_argument("--show", type=int, default=5)
    parser.add_argument("--record", type=pathlib.Path)
    options = parser.parse_args()
    names = [(kind, number) for kind in KINDS for number in range(options.count // 2)]
    if options.only:
        names = [(kind, int(number)) for kind, number in (name.split("-") for name in options.only)]
    with tempfile.TemporaryDirectory() as folder:
        texts = {}
        for kind, number in names:
            name = f"{kind}-{number}{KINDS[kind].suffix}"
            texts[name] = kind, page(options.seed, kind, number)
            pathlib.Path(folder, name).write_text(texts[name][1])
        have = found(options.requisite, folder)
        with concurrent.futures.ProcessPoolExecutor() as pool:
            want = dict(zip(texts, pool.map(wanted, *zip(*texts.values()), chunksize=64)))
    if options.record:
        pages = [{"name": name, "text": texts[name][1], "tables": want[name]}
                 for name in texts if want[name] and len(texts[name][1]) < 700]
        options.record.write_text("[\n" + ",\n".join(json.dumps(page) for page in pages) + "\n]\n")
    different = [name for name in texts if have.get(name, []) != want[name]]
    for name in different[:options.show]:
        print(f"===== {name}\n{texts[name][1]}")
        for number in range(max(len(want[name]), len(have.get(name, [])))):
            pair = [grids[number] if number < len(grids) else None for grids in (want[name], have.get(name, []))]
            if pair[0] != pair[1]:
                print("wanted", pair[0], "\nfound ", pair[1])
    tables = sum(map(len, want.values()))
    cells = sum(len(row) for grids in want.values() for grid in grids for row in grid)
    print(f"seed {options.seed}: {len(texts)} pages, {tables} tables, {cells} cells: {len(different)} pages differ")
    if different:
        print("they are:", " ".join(different[:40]))
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
