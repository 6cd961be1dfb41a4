#!/usr/bin/env python3
"""Edit documents in known ways and hold `requisite diff` to what each edit means.

usage: check.py REQUISITE [--each N] [--verbose] DOCUMENT|FOLDER…

Each edit of each document must have exactly the class, the level, the opened and the closed atoms that it means. What an edit means is
told without `diff`: the atoms that `extract` reads before and after, as sets (cloud, destination, transport, port). That the page is read
as the edit says is checked first; where it is not (a word that is a heading's, too), the edit is no trial, and is counted so.

Besides, for each edit: nothing is removed or added where only words, places and order differ; the reverse comparison closes what this one
opens; and of two edits one after the other, the first to the last is the net of both.
"""
import argparse, collections, csv, io, ipaddress, itertools, json, pathlib, re, subprocess, sys, tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from edits import KINDS, Page

KEY = ("cloud", "destination_type", "destination", "transport", "port")
SAID = ("cloud", "direction", "access", "source_type", "source", "destination_type", "destination", "path", "transport",
        "application", "port", "alternative", "necessity", "condition")
SUFFIXES = {".md", ".html", ".txt"}


def key(atom):
    return tuple(atom[c].lower() if c == "destination" else atom[c] for c in KEY)


def asked(atoms):
    return {key(a) for a in atoms if a["access"] == "allow"}


def said(atoms):
    """The atoms, and whether each is one of several to choose from, which depends on the others of its record."""
    alternatives = collections.defaultdict(set)
    for a in atoms: alternatives[a["record"]].add(a["alternative"])
    return collections.Counter(tuple(a[c] for c in SAID) + (len(alternatives[a["record"]]) > 1,) for a in atoms)


def words(atoms):
    """The records with their headings, their purposes, and the order in which they name things."""
    records = collections.defaultdict(list)
    for a in atoms: records[a["record"]].append(tuple(a[c] for c in SAID + ("section", "purpose")))
    return collections.Counter(map(tuple, records.values()))


class Tool:
    def __init__(self, path, folder):
        self.path, self.folder, self.count = pathlib.Path(path).resolve(), folder, 0

    def write(self, text, suffix):
        self.count += 1
        path = self.folder / f"{self.count}{suffix}"
        path.write_bytes(text.encode())
        return path

    def atoms(self, path):
        run = subprocess.run([self.path, "extract", path, "--format", "csv"], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"extract {path} exited {run.returncode}: {run.stderr[-300:]}")
        return list(csv.DictReader(io.StringIO(run.stdout)))

    def diff(self, old, new):
        run = subprocess.run([self.path, "diff", old, new, "--format", "json", "--fail-on", "never"], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"diff {old} {new} exited {run.returncode}: {run.stderr[-300:]}")
        return json.loads(run.stdout)


def sides(said):
    """What a comparison opens and closes; each atom at most once."""
    found = {}
    for side in ("opened", "closed"):
        keys = [key({c: str(a[c]) for c in KEY}) for change in said["changes"] for a in change[side]]
        if len(set(keys)) < len(keys):
            return None
        found[side] = set(keys)
    return found["opened"], found["closed"]


def level(said):
    order = ["notice", "warning", "error"]
    return max((c["level"] for c in said["changes"]), key=order.index, default=None)


def covers(wide, atom):
    """Whether a rule that stands lets an atom through: in the words of the contract, over names, networks, ports and protocols."""
    def within(value, wider):
        if wider == "any": return True
        bounds = [[int(n) for n in (v.split("-") * 2)[:2]] if v and v != "any" else None for v in (value, wider)]
        return value == wider or None not in bounds and bounds[1][0] <= bounds[0][0] and bounds[0][1] <= bounds[1][1]

    def reaches(value, kind, wider, wider_kind):
        if wider_kind == "any": return bool(kind)
        if kind != wider_kind: return False
        if kind == "fqdn":
            front = "(?:[^.]+\\.)*" if wider.startswith("*.") else ""
            own = "[^.]+\\." if wider.startswith("*.") else ""
            rest = wider[2:] if own else wider
            return value == wider or "*" in wider and bool(re.fullmatch(front + own + re.escape(rest).replace("\\*", "[^.]*"), value))
        if kind == "cidr" and "/" in value and "/" in wider:
            networks = [ipaddress.ip_network(v, strict=False) for v in (value, wider)]
            return networks[0].version == networks[1].version and networks[0].subnet_of(networks[1])
        return kind == "service-tag" and value.lower().startswith(wider.lower() + ".")

    rank = ["required", "recommended", "optional"].index
    return (wide["cloud"] in ("", atom["cloud"]) and wide["direction"] in ("", "both", atom["direction"])
            and wide["path"] in ("", atom["path"]) and wide["condition"] in ("", atom["condition"])
            and rank(wide["necessity"]) <= rank(atom["necessity"]) and wide["source"] in ("", "any", atom["source"])
            and wide["transport"] in ("any", atom["transport"]) and wide["application"] in ("", atom["application"])
            and (within(atom["port"], wide["port"]) if atom["port"] and wide["port"] else wide["port"] in (atom["port"], "any"))
            and reaches(atom["destination"], atom["destination_type"], wide["destination"], wide["destination_type"])
            and key(wide) != key(atom))


def urgent(opened, old, new):
    """Whether something must be opened: atoms that no rule lets through which stood before and still does."""
    alternatives = collections.defaultdict(set)
    for a in new: alternatives[a["record"]].add(a["alternative"])
    before = {tuple(a[c] for c in SAID) for a in old}
    standing = [a for a in new if a["access"] == "allow" and len(alternatives[a["record"]]) == 1 and tuple(a[c] for c in SAID) in before]
    return any(not any(covers(w, a) for w in standing) for a in new if key(a) in opened and a["access"] == "allow")


def turned(these, others):
    """Whether an atom that others ask for too goes another way here, or comes from elsewhere; what is not said limits nothing."""
    ways = collections.defaultdict(set)
    for a in others:
        if a["access"] == "allow": ways[key(a)].add((a["direction"], a["source"]))
    return any(
        a["access"] == "allow" and ways[key(a)] and not any(
            (d in ("", "both", a["direction"]) or not a["direction"]) and (s in ("", "any", a["source"]) or not a["source"])
            for d, s in ways[key(a)]) for a in these)


def expected(kind_class, old, new):
    """Class, level, opened and closed, but for risks."""
    opened, closed = asked(new) - asked(old), asked(old) - asked(new)
    if opened: return "requirement", "error" if urgent(opened, old, new) or turned(new, old) else "warning", opened, closed
    if turned(new, old): return "requirement", "error", opened, closed
    if closed or turned(old, new): return "requirement", "warning", opened, closed
    if kind_class == "none" and words(old) != words(new): kind_class = "editorial"
    return kind_class, {"none": None, "editorial": "notice"}.get(kind_class, "warning"), opened, closed


def judge(tool, old, new, page, atoms, kind_class, result):
    want_class, want_level, opened, closed = expected(kind_class, page.atoms, atoms)
    faults = []
    if any(c["risks"] for c in result["changes"]): want_level = "error"
    if result["class"] != want_class: faults.append(f"class {result['class']}, not {want_class}")
    if level(result) != want_level: faults.append(f"level {level(result)}, not {want_level}")
    found = sides(result)
    if found != (opened, closed): faults.append(f"opened and closed {found}, not {(opened, closed)}")
    if want_class in ("none", "editorial"):
        lost = [c["id"] for c in result["changes"] if c["id"] in ("requirement-added", "requirement-removed", "row-added", "row-removed")]
        if lost: faults.append(f"records did not keep their ids: {lost}")
    back = tool.diff(new, old)
    # A page that loses most of its records on the way back is an error of its own, and removes nothing.
    if not any(c["id"].startswith("document-") and c["record"] is None for c in back["changes"]):
        if sides(back) != (closed, opened): faults.append("the reverse is no mirror")
        if back["class"] != result["class"]: faults.append(f"class {back['class']} in reverse")
    return faults


def trials(tool, page, each):
    """The edits of a page that are read as they say, as (kind, text, atoms, class), and those that are not as (kind, None, …)."""
    for kind, (edit, kind_class) in KINDS.items():
        made = 0
        for text, effect, *suffix in edit(page):
            if text is None or text == page.text: continue
            path = tool.write(text, *suffix or [page.suffix])
            atoms = tool.atoms(path)
            want = said(page.atoms if effect is None else [b for a in page.atoms for b in effect(a)])
            if said(atoms) == want:
                yield kind, path, atoms, kind_class
                made += 1
            else:
                yield kind, None, atoms, kind_class
            if made == each: break


def renamed(tool, document, text, atoms, counts):
    """The page under another name in another folder, beside one that stays."""
    folder = tool.folder / f"renamed-{tool.count}"
    for side, name in (("old", "a/" + document.name), ("new", "b/renamed" + document.suffix)):
        for path, content in ((name, text), ("stays.md", "# Rules\n\n| FQDN | Port |\n|---|---|\n| `stays.example.com` | 443 |\n")):
            (folder / side / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / side / path).write_bytes(content.encode())
    result = tool.diff(folder / "old", folder / "new")
    records = {a["record"] for a in atoms}
    right = sides(result) == (set(), set()) and {c["op"] for c in result["changes"]} <= {"moved"} and len(result["changes"]) >= len(records)
    counts["right" if right else "wrong"] += 1
    return [] if right else [f"{document}: renamed document: {result['class']}, {collections.Counter(c['id'] for c in result['changes'])}"]


def documents(paths):
    for path in map(pathlib.Path, paths):
        yield from (p for p in sorted(path.rglob("*")) if p.is_file() and p.suffix in SUFFIXES) if path.is_dir() else [path]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("requisite")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--each", type=int, default=2, help="edits of each kind for each document")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    counts = {kind: collections.Counter() for kind in KINDS}
    names, nets, failures = collections.Counter(), collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        tool = Tool(options.requisite, pathlib.Path(folder))
        for document in documents(options.paths):
            text = document.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
            old = tool.write(text, document.suffix)
            page = Page(text, document.suffix, tool.atoms(old))
            failures += renamed(tool, document, text, page.atoms, names) if page.atoms else []
            steps = []
            for kind, new, atoms, kind_class in trials(tool, page, options.each):
                if new is None:
                    counts[kind]["not so read"] += 1
                    continue
                faults = judge(tool, old, new, page, atoms, kind_class, tool.diff(old, new))
                counts[kind]["right" if not faults else "wrong"] += 1
                for fault in faults:
                    failures.append(f"{document}: {kind}: {fault}")
                    if options.verbose: print(failures[-1], new, file=sys.stderr)
                steps.append((new, atoms))
            # From one edited state to another, by way of the page or not.
            for (one, before), (two, after) in itertools.islice(zip(steps, steps[1:]), 0, None, 3):
                said_net = tool.diff(one, two)
                if any(c["record"] is None for c in said_net["changes"]): continue
                right = sides(said_net) == (asked(after) - asked(before), asked(before) - asked(after))
                nets["right" if right else "wrong"] += 1
                if not right: failures.append(f"{document}: {one.name} to {two.name} is not the net of both")
    for kind, count in counts.items():
        print(f"{kind:30} {count['right']:5} right {count['wrong']:4} wrong {count['not so read']:5} not so read")
    print(f"{'renamed document':30} {names['right']:5} right {names['wrong']:4} wrong")
    print(f"{'net of two edits':30} {nets['right']:5} right {nets['wrong']:4} wrong")
    met = sum(1 for c in counts.values() if c["right"] + c["wrong"])
    print(f"{sum(c['right'] for c in counts.values())} trials right, of {met} kinds; {len(failures)} faults")
    for failure in failures[:40]: print(failure, file=sys.stderr)
    sys.exit(1 if failures or met < 20 else 0)


if __name__ == "__main__":
    main()
