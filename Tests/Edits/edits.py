"""Kinds of edits that authors make to a page, on its text; each says what it does to the atoms that the page states.

An edit is a generator of (new text, what it does to an atom), and the new suffix where that is another. What it does is a function from an atom of the old page to the
list of atoms that stand for it in the new one, or None where nothing but words, places and order may differ. The class of an edit
that opens and closes nothing is given with it.
"""
import dataclasses, re, subprocess, typing

Atom = dict
Effect = typing.Callable[[Atom], list]


@dataclasses.dataclass
class Page:
    text: str
    suffix: str
    atoms: list

    @property
    def lines(self):
        return self.text.split("\n")

    def records(self):
        """Atoms by record, in order, with the lines (from 0) that the record takes up; those of alternatives are left out."""
        groups = {}
        for atom in self.atoms:
            groups.setdefault(atom["record"], []).append(atom)
        starts = sorted({int(a["line"]) - 1 for a in self.atoms})
        for atoms in groups.values():
            start = int(atoms[0]["line"]) - 1
            following = [s for s in starts if s > start]
            end = min(following[0] if following else len(self.lines), start + 12)
            if atoms[0]["alternative"] == "1" and len({a["alternative"] for a in atoms}) == 1 and atoms[0]["access"] == "allow":
                yield atoms, start, max(end, start + 1)

    def replaced(self, start, end, old, new, count=1):
        """The text with `old` replaced in these lines, where it stands there exactly once as a word; else None."""
        lines = self.lines
        part = "\n".join(lines[start:end])
        pattern = r"(?<![\w.*-])" + re.escape(old) + r"(?![\w-]|\.\w)"
        if len(re.findall(pattern, part)) != count:
            return None
        return "\n".join(lines[:start] + [re.sub(pattern, lambda _: new, part)] + lines[end:])

    def tables(self):
        """Pipe tables of Markdown as (first line, last line + 1), the header first; only those with edge pipes."""
        if self.suffix != ".md":
            return
        lines, place = self.lines, 0
        while place + 1 < len(lines):
            if re.match(r"^\|.*\|\s*$", lines[place]) and re.match(r"^\|[\s:|-]+\|\s*$", lines[place + 1]):
                end = place + 2
                while end < len(lines) and re.match(r"^\|.*\|\s*$", lines[end]):
                    end += 1
                yield place, end
                place = end
            place += 1

    def rules(self):
        """The pipe tables of which rows are about the network, as (first line, last line + 1, their atoms)."""
        for start, end in self.tables():
            atoms = [a for a in self.atoms if start + 2 < int(a["line"]) <= end]
            if atoms:
                yield start, end, atoms


def cells(line):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]


def row(parts):
    return "| " + " | ".join(parts) + " |"


def with_rows(page, start, end, rows):
    return "\n".join(page.lines[:start] + rows + page.lines[end:])


def single_names(page):
    """Records with one FQDN that stands on the page once."""
    for atoms, start, end in page.records():
        names = {a["destination"] for a in atoms}
        name = atoms[0]["destination"]
        if len(names) == 1 and atoms[0]["destination_type"] == "fqdn" and "{" not in name:
            yield name, atoms, start, end


def substituted(record, **columns):
    """The effect of giving a record's atoms other values."""
    return lambda atom: [atom | columns] if atom["record"] == record else [atom]


# Words, places, order.

def reworded_purpose(page):
    for atoms, start, end in page.records():
        purpose = atoms[0]["purpose"]
        words = re.search(r"[A-Za-z]{4,} [a-z]{3,} [a-z]{3,}", purpose)
        if words and not atoms[0]["condition"]:
            yield page.replaced(start, end, words[0], words[0] + " too"), None


def moved_row(page):
    for start, end in page.tables():
        if end - start >= 4:
            rows = page.lines[start + 2:end]
            yield with_rows(page, start + 2, end, rows[1:] + rows[:1]), None


def sorted_table(page):
    for start, end in page.tables():
        if end - start >= 5:
            yield with_rows(page, start + 2, end, page.lines[start + 2:end][::-1]), None


def renamed_heading(page):
    for section in dict.fromkeys(a["section"] for a in page.atoms):
        title = section.split(" > ")[-1]
        for number, line in enumerate(page.lines):
            if title and line.strip("# \t") == title:
                yield "\n".join(page.lines[:number] + [line.rstrip() + ", in short"] + page.lines[number + 1:]), None


def added_column(page):
    for start, end, _ in page.rules():
        lines = page.lines[start:end]
        values = ["Owner", "---"] + ["platform"] * (len(lines) - 2)
        yield with_rows(page, start, end, [row(cells(l) + [v]) for l, v in zip(lines, values)]), None


def reversed_columns(page):
    for start, end, _ in page.rules():
        lines = page.lines[start:end]
        if all(len(cells(l)) == len(cells(lines[0])) >= 2 for l in lines):
            yield with_rows(page, start, end, [row(cells(l)[::-1]) for l in lines]), None


def split_row(page):
    for start, end in page.tables():
        for number in range(start + 2, end):
            parts = cells(page.lines[number])
            for index, part in enumerate(parts):
                names = re.split(r"<br ?/?>", part)
                if len(names) == 2 and all("." in n for n in names):
                    rows = [row(parts[:index] + [n.strip()] + parts[index + 1:]) for n in names]
                    yield with_rows(page, number, number + 1, rows), None


def merged_rows(page):
    for start, end in page.tables():
        for number in range(start + 2, end - 1):
            one, two = cells(page.lines[number]), cells(page.lines[number + 1])
            differing = [i for i, (a, b) in enumerate(zip(one, two)) if a != b]
            if len(one) == len(two) and len(differing) == 1 and all("." in r[differing[0]] for r in (one, two)):
                one[differing[0]] += "<br>" + two[differing[0]]
                yield with_rows(page, number, number + 2, [row(one)]), None


def merged_rows_of_other_purpose(page):
    """The purposes of two rows become one."""
    by_line = {int(a["line"]) - 1: a for a in page.atoms}
    for start, end in page.tables():
        for number in range(start + 2, end - 1):
            one, two = cells(page.lines[number]), cells(page.lines[number + 1])
            if len(one) != len(two) or number not in by_line or number + 1 not in by_line:
                continue
            differing = [i for i, (a, b) in enumerate(zip(one, two)) if a != b]
            if len(differing) == 2 and "." in one[differing[0]] and "." in two[differing[0]] and not any(
                    c.isdigit() for c in one[differing[1]] + two[differing[1]]):
                one[differing[0]] += "<br>" + two[differing[0]]
                one[differing[1]] += " " + two[differing[1]]
                yield with_rows(page, number, number + 2, [row(one)]), None


def table_to_list(page):
    """A table of names with one port becomes a list under a lead-in that says it."""
    for start, end, atoms in page.rules():
        services = {(a["transport"], a["application"], a["port"]) for a in atoms}
        if len(services) != 1 or any(a["destination_type"] != "fqdn" for a in atoms):
            continue
        transport, application, port = services.pop()
        lead = f"The following names must be allowed over {application or transport} on port {port}:"
        yield with_rows(page, start, end, [lead, ""] + [f"- `{a['destination']}`" for a in atoms]), None


def respelled_ports(page):
    for atoms, start, end in page.records():
        ports = list(dict.fromkeys(a["port"] for a in atoms))
        if len(ports) >= 2:
            for joiner in (", ", ","):
                spelled = joiner.join(ports)
                yield page.replaced(start, end, spelled, " and ".join(ports[::-1]) if len(ports) == 2 else ", ".join(ports[::-1])), None


def added_prose(page):
    mark = "<p>This page was looked through again.</p>" if page.suffix == ".html" else "This page was looked through again."
    place = re.search(r"</body>", page.text)
    yield (page.text[:place.start()] + mark + page.text[place.start():]) if place else f"{page.text.rstrip()}\n\n{mark}\n", None


def other_line_ends(page):
    yield page.text.replace("\n", "\r\n"), None


def upper_case_name(page):
    for name, _, start, end in single_names(page):
        yield page.replaced(start, end, name, name.upper()), None


def emphasised_name(page):
    for name, _, start, end in single_names(page):
        if page.suffix == ".md":
            yield page.replaced(start, end, f"`{name}`", f"**{name}**"), None


def turned_to_html(page):
    if page.suffix == ".md":
        front = re.match(r"---\n.*?\n---\n", page.text, re.S)
        command = ["cmark-gfm", "--unsafe", "--extension", "table"]
        body = subprocess.run(command, input=page.text[front.end() if front else 0:].encode(), capture_output=True, check=True).stdout
        title = re.search(r"^title: *(.*)$", front[0], re.M) if front else None
        head = f"<title>{title[1]}</title>" if title else ""
        yield f"<html><head>{head}</head><body><main>\n{body.decode()}</main></body></html>\n", None, ".html"


# What must be reachable.

def changed_port(page):
    for atoms, start, end in page.records():
        if len({a["port"] for a in atoms}) == 1 and atoms[0]["port"].isdigit() and not atoms[0]["application"]:
            yield page.replaced(start, end, atoms[0]["port"], "8447"), substituted(atoms[0]["record"], port="8447")


def widened_port(page):
    for atoms, start, end in page.records():
        if len({a["port"] for a in atoms}) == 1 and atoms[0]["port"].isdigit() and not atoms[0]["application"]:
            port = f"{atoms[0]['port']}-65530"
            yield page.replaced(start, end, atoms[0]["port"], port), substituted(atoms[0]["record"], port=port)


def changed_protocol(page):
    for atoms, start, end in page.records():
        if {a["transport"] for a in atoms} == {"TCP"} and not atoms[0]["application"]:
            yield page.replaced(start, end, "TCP", "UDP"), substituted(atoms[0]["record"], transport="UDP")


def added_host(page):
    for name, atoms, start, end in single_names(page):
        if page.suffix == ".md" and page.lines[start].startswith("|") and name.count(".") >= 1:
            added = "added-" + name.lstrip("*.")
            line = page.lines[start].replace(name, added)
            if page.lines[start].count(name) == 1:
                record = atoms[0]["record"]
                yield with_rows(page, start, start + 1, [page.lines[start], line]), (
                    lambda a, record=record, added=added: [a, a | {"destination": added}] if a["record"] == record else [a])


def repeated_row(page):
    for start, end in page.tables():
        for number in range(start + 2, end):
            atoms = [a for a in page.atoms if int(a["line"]) == number + 1]
            if atoms and not atoms[0]["name"] and len({a["alternative"] for a in atoms}) == 1:
                line = page.lines[number]
                yield with_rows(page, number, number + 1, [line, line]), (
                    lambda a, number=number: [a, a] if int(a["line"]) == number + 1 else [a])


def renamed_host(page, new):
    for name, atoms, start, end in single_names(page):
        if new(name):
            yield page.replaced(start, end, name, new(name)), substituted(atoms[0]["record"], destination=new(name))


def host_to_wildcard(page):
    return renamed_host(page, lambda n: None if "*" in n else "*." + n)


def wildcard_to_host(page):
    return renamed_host(page, lambda n: "one." + n[2:] if n.startswith("*.") and "*" not in n[2:] else None)


def typo_fixed(page):
    return renamed_host(page, lambda n: re.sub(r"^(\w)(\w)", r"\2\1", n) if re.match(r"^(\w)(?!\1)\w\w", n) else None)


def host_to_anywhere(page):
    for name, atoms, start, end in single_names(page):
        if page.suffix == ".md" and f"`{name}`" in page.lines[start]:
            yield page.replaced(start, end, f"`{name}`", "Any"), substituted(
                atoms[0]["record"], destination="any", destination_type="any")


def host_to_network(page):
    for name, atoms, start, end in single_names(page):
        yield page.replaced(start, end, name, "198.51.100.0/24"), substituted(
            atoms[0]["record"], destination="198.51.100.0/24", destination_type="cidr")


def removed_row(page):
    for start, end in page.tables():
        for number in range(start + 2, end):
            if end - start > 3 and any(int(a["line"]) == number + 1 for a in page.atoms):
                yield with_rows(page, number, number + 1, []), (
                    lambda a, number=number: [] if int(a["line"]) == number + 1 else [a])


# To whom it applies.

def column(page, header, value, **columns):
    """A table gets a column that says something of each of its rows."""
    for start, end, atoms in page.rules():
        lines = page.lines[start:end]
        values = [header, "---"] + [value] * (len(lines) - 2)
        if all(a["access"] == "allow" and not any(a[c] for c in columns) for a in atoms):
            yield with_rows(page, start, end, [row(cells(l) + [v]) for l, v in zip(lines, values)]), (
                lambda a, start=start, end=end: [a | columns] if start + 2 < int(a["line"]) <= end else [a])


def cloud_said(page):
    return column(page, "Cloud", "Azure China", cloud="AzureChinaCloud")


def condition_added(page):
    return column(page, "When required", "Only for private clusters", condition="Only for private clusters")


def source_said(page):
    return column(page, "Source", "10.20.0.0/24", source="10.20.0.0/24", source_type="cidr")


def necessity_lowered(page):
    for section in dict.fromkeys(a["section"] for a in page.atoms):
        title = section.split(" > ")[-1]
        for number, line in enumerate(page.lines):
            if title and line.startswith("#") and line.strip("# \t") == title:
                yield "\n".join(page.lines[:number] + [line.rstrip() + " (optional)"] + page.lines[number + 1:]), (
                    lambda a, s=section: [a | {"necessity": "optional"}] if s == a["section"] or a["section"].startswith(s + " > ") else [a])


#: Each kind with the class that it has where it opens and closes nothing; none is editorial where a heading or a purpose comes out in other
#: words, as one does that repeats the name.
KINDS = {
    "added prose": (added_prose, "none"),
    "other line ends": (other_line_ends, "none"),
    "name in upper case": (upper_case_name, "none"),
    "emphasised name": (emphasised_name, "none"),
    "reworded purpose": (reworded_purpose, "editorial"),
    "moved row": (moved_row, "editorial"),
    "re-sorted table": (sorted_table, "editorial"),
    "renamed heading": (renamed_heading, "editorial"),
    "added column": (added_column, "none"),
    "reversed columns": (reversed_columns, "none"),
    "split row": (split_row, "editorial"),
    "merged rows": (merged_rows, "editorial"),
    "merged rows of other purpose": (merged_rows_of_other_purpose, "editorial"),
    "table turned to a list": (table_to_list, "editorial"),
    "ports in other words": (respelled_ports, "editorial"),
    "Markdown turned to HTML": (turned_to_html, "none"),
    "changed port": (changed_port, "advisory"),
    "widened port": (widened_port, "advisory"),
    "changed protocol": (changed_protocol, "advisory"),
    "added host": (added_host, "advisory"),
    "repeated row": (repeated_row, "advisory"),
    "host to wildcard": (host_to_wildcard, "advisory"),
    "wildcard to host": (wildcard_to_host, "advisory"),
    "typo fixed in a name": (typo_fixed, "advisory"),
    "host to anywhere": (host_to_anywhere, "advisory"),
    "host to network": (host_to_network, "advisory"),
    "removed row": (removed_row, "advisory"),
    "cloud said": (cloud_said, "advisory"),
    "condition added": (condition_added, "advisory"),
    "source said": (source_said, "requirement"),
    "necessity lowered": (necessity_lowered, "advisory"),
}
