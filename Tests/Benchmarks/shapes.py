"""Pages of one shape that get longer where real pages do not: one cell, row, item or line of thousands of names, ports or marks."""

HEAD = "# Required endpoints\n\n"


def joined(piece, count, between=""):
    return between.join(piece(number) for number in range(count))


def table(*cells, header="Endpoint|Port|Purpose"):
    rule = "|".join("--" for _ in header.split("|"))
    return f"{HEAD}|{header}|\n|{rule}|\n|{'|'.join(cells)}|\n"


def name(number):
    return f"h{number}.example{number % 977}.com"


def port(number):
    return f"TCP {number % 65000}"


# By what gets longer; in Markdown.
MARKDOWN = {
    "names in a cell": lambda n: table(joined(name, n, ", "), "443", "x"),
    "lines in a cell": lambda n: table(joined(lambda i: f"`{name(i)}`", n, "<br>"), "443", "x"),
    "words in a cell": lambda n: table(joined(lambda i: f"a host {i}", n, "<br>"), "443", "x"),
    "ports in a cell": lambda n: table("a.example.com", joined(port, n, "<br>"), "x"),
    "emphasis in a cell": lambda n: table("*r*.example.com " * n, "443", "x"),
    "columns": lambda n: table(*["443"] * n, header=joined(lambda i: f"Port {i}", n, "|")),
    "columns of names": lambda n: table(*map(name, range(n)), header=joined(lambda i: f"Host {i}", n, "|")),
    "rows": lambda n: table("a.example.com", "443", "x") + joined(lambda i: f"|{name(i)}|443|x|\n", n),
    "rows continued": lambda n: table("a.example.com", "443", "x") + joined(lambda i: f"||{i}|x|\n", n),
    "rows as above": lambda n: table("a.example.com", "443", "x") + joined(lambda i: f"|{name(i)}|same as above|x|\n", n),
    "names in an item": lambda n: f"{HEAD}Allow these:\n\n- {joined(name, n, ', ')}\n",
    "ports in an item": lambda n: f"{HEAD}Open:\n\n- {joined(port, n, ', ')}\n",
    "items": lambda n: f"{HEAD}Allow on TCP 443:\n\n" + joined(lambda i: f"- {name(i)}\n", n),
    "sentences": lambda n: HEAD + joined(lambda i: f"Allow {port(i)} to {name(i)}. ", n),
    "tables": lambda n: table("a.example.com", "443", "x") * n,
    "footnotes": lambda n: table(*(f"{name(i)}[^{i}]" for i in range(3))) + joined(lambda i: f"\n[^{i}]: only if x\n", n),
    "brackets": lambda n: table("[" * n, "443", "x"),
    "arrows": lambda n: table("<-- " * n, "443", "x"),
}

# By what gets longer; in plain text.
TEXT = {
    "aligned rows": lambda n: f"Endpoint{' ' * 24}Port\n" + joined(lambda i: f"{name(i):30}  443\n", n),
    "wrapped rows": lambda n: f"Endpoint{' ' * 24}Port  Use\n" + joined(lambda i: f"{name(i):30}  443   a b\n{' ' * 38}c\n", n),
    "flattened rows": lambda n: "Source Destination Port Use\n" + joined(lambda i: f"Agents Servers {i % 65000} for x\n", n),
    "ruled tables": lambda n: "=== ===\na   b\n=== ===\n" * n,
    "lines of cells": lambda n: "Endpoint\nPort\n" + joined(lambda i: f"{name(i)}\n443\n", n),
}
