#!/usr/bin/env python3
"""usage: csv_catalog.py FOLDER [--extracted FILE]
Reads FOLDER/catalog-csv/catalog.csv by Python's csv module. Its lines must be the atoms of catalog.json, no cell may be
one that a spreadsheet runs, and with the apostrophes taken away each cell must be the catalog's value. With --extracted
the lines must also be those of FILE, what `requisite extract --format csv` printed, but for the record ids."""
import csv
import pathlib
import re
import sys

import flat_view

SIGNS = "=+\\-@＝＋－＠"
BEGINS = re.compile(f'((?:^|[;\\n])[ "\u00a0\']*)([{SIGNS}])')


def is_plain(cell):
    return re.fullmatch(f"[{SIGNS}]|[+-][0-9.]+", cell.lstrip(' "\u00a0')) is not None


def runs(cell):
    """Whether a spreadsheet takes the cell, or what another separator makes of it, for a formula."""
    if is_plain(cell):
        return False
    return any("'" not in match[1] for match in BEGINS.finditer(cell))


def undefused(cell):
    if is_plain(cell):
        return cell
    return BEGINS.sub(lambda match: match[1][::-1].replace("'", "", 1)[::-1] + match[2], cell)


def main(folder, extracted):
    wrong = []
    with open(folder / "catalog-csv/catalog.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    header, lines = rows[0], rows[1:]
    if header != flat_view.COLUMNS:
        wrong.append(f"the header is {header}")
    expected = [
        [flat_view.visible(atom[column]).replace("\t", " ") for column in flat_view.COLUMNS]
        for record in flat_view.catalog(folder)["records"] for atom in flat_view.atoms(record)
    ]
    if len(expected) != len(lines):
        wrong.append(f"{len(lines)} lines for {len(expected)} atoms")
    for number, (line, wanted) in enumerate(zip(lines, expected), 2):
        for column, cell, value in zip(flat_view.COLUMNS, line, wanted):
            if runs(cell):
                wrong.append(f"line {number}, {column}: {cell!r} runs as a formula")
            if undefused(cell) != value:
                wrong.append(f"line {number}, {column}: {cell!r} is not {value!r}")
    if extracted:
        with open(extracted, encoding="utf-8", newline="") as file:
            others = list(csv.reader(file, strict=True))
        place = flat_view.COLUMNS.index("record")
        mine = sorted([undefused(cell) for cell in row[:place] + row[place + 1:]] for row in lines)
        theirs = sorted(
            [flat_view.visible(cell).replace("\t", " ") for cell in row[:place] + row[place + 1:]] for row in others[1:])
        if mine != theirs:
            only = [row for row in mine if row not in theirs][:3] + [row for row in theirs if row not in mine][:3]
            wrong.append(f"'extract' prints {len(theirs)} lines, the catalog has {len(mine)}; differing: {only}")
    for message in wrong[:20]:
        print(f"{folder}: {message}")
    print(f"{len(lines)} lines of CSV, {len(wrong)} wrong")
    return len(wrong) > 0


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if len(arguments) not in (1, 3):
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(arguments[0]), arguments[2] if len(arguments) == 3 else None))
