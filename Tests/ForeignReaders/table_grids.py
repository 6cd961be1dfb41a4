"""The tables of a page as html5lib, which parses as browsers do, and the table model of the HTML standard see them.

Markdown is rendered by cmark-gfm first. A cell is plain text with white space folded: links as their text, images as their
alternative text, a nested table as a table of its own. Left out: navigation, headers and footers of the page, hidden rows and
cells, and what is outside of main or article where the page has one.
"""
import re
import subprocess
import warnings

import html5lib

warnings.filterwarnings("ignore", module="html5lib")

BLOCKS = set("p div li ul ol br tr pre blockquote h1 h2 h3 h4 h5 h6 dt dd table".split())
UNSEEN = {"script", "style", "template", "nav", "header", "footer"}
# Tags without meaning to HTML in Markdown are placeholders whose author forgot to escape them (`<region>`). A browser shows
# nothing for them; to the reader of requirements they are the name's text, as the contract of placeholders says.
ELEMENTS = set(
    """a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button canvas caption
    center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font
    footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main
    map mark math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture pre
    progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg
    table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr""".split())


def of_markdown(text):
    """The grids of all tables in Markdown."""
    text = re.sub(r"\A---\r?\n.*?\r?\n(---|\.\.\.)[ \t]*\r?\n", "", text.lstrip("\ufeff"), flags=re.S)
    html = subprocess.run(
        ["cmark-gfm", "--extension", "table", "--unsafe"], input=text.encode(), capture_output=True, check=True
    ).stdout.decode("utf-8", "replace")
    return of_html(re.sub(r"<([a-zA-Z][\w-]*)(?=[\s>])([^<>]*)>", _placeholder, html))


def _placeholder(tag):
    return tag[0] if tag[1].lower() in ELEMENTS or "=" in tag[2] or tag[2].endswith("/") else f"&lt;{tag[1]}{tag[2]}&gt;"


def of_html(text):
    """The grids of all tables in HTML, a list of rows of cells each, in the order of their beginnings."""
    tree = html5lib.parse(text, treebuilder="lxml", namespaceHTMLElements=False)
    root = next((node for node in tree.iter() if _is_main(node)), tree.getroot())
    seen = [node for node in root.iter("table") if not any(_is_hidden(outer) for outer in [node, *node.iterancestors()])]
    return [rows for rows in map(_grid, seen) if rows]


def fold(text):
    """The text as cells are compared: white space is one space."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u200b", "")).strip()


def _is_main(node):
    return isinstance(node.tag, str) and (node.tag in ("main", "article") or node.get("role") == "main")


def _is_hidden(node):
    if node.tag in UNSEEN or node.get("hidden") is not None:
        return True
    return re.search(r"display\s*:\s*none", node.get("style", "")) is not None


def _text(node, is_cell=True):
    if not isinstance(node.tag, str):
        return ""
    if node.tag == "table" or (not is_cell and _is_hidden(node)):
        return " "
    border = " " if node.tag in BLOCKS else ""
    parts = [border, node.get("alt", "") if node.tag == "img" else "", node.text or ""]
    for child in node:
        parts += [_text(child, False), child.tail or ""]
    return "".join(parts + [border])


def _span(cell, name, most):
    """A span by the standard's rules for non-negative integers; a rowspan of 0 is the rest of the row group."""
    digits = re.match(r"[ \t\n\f\r]*\+?(\d+)", cell.get(name, "1"))
    number = int(digits[1]) if digits else 1
    if name == "rowspan" and number == 0:
        return most
    return max(1, min(most, number))


def _grid(table):
    """The rows of the table itself, spans filled in, as wide as the widest."""
    groups, footers = [[]], []
    for part in table:
        if part.tag == "tr":
            groups[-1].append(part)
        elif part.tag in ("thead", "tbody"):
            groups += [[row for row in part if row.tag == "tr"], []]
        elif part.tag == "tfoot":  # comes last wherever it stands (HTML standard, section 4.9.12.1, steps 13 and 19)
            footers.append([row for row in part if row.tag == "tr"])
            groups.append([])
    rows = []
    for group in groups + footers:
        group = [row for row in group if not _is_hidden(row)]
        above = {}  # column: (further rows, text)
        for number, row in enumerate(group):
            line, below = [], {}

            def take_from_above():
                rest, value = above.pop(len(line))
                if rest > 1:
                    below[len(line)] = (rest - 1, value)
                line.append(value)

            for cell in row:
                if cell.tag not in ("td", "th") or _is_hidden(cell):
                    continue
                while len(line) in above:
                    take_from_above()
                value, down = fold(_text(cell)), _span(cell, "rowspan", len(group) - number)
                for _ in range(_span(cell, "colspan", 1000)):
                    if len(line) in above:  # two cells claim the slot: the one from above keeps it
                        take_from_above()
                        continue
                    if down > 1:
                        below[len(line)] = (down - 1, value)
                    line.append(value)
            while above:
                take_from_above() if len(line) in above else line.append("")
            above = below
            if line:
                rows.append(line)
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]
