#!/usr/bin/env python3
"""usage: firewall_rules.py FOLDER
Reads FOLDER's ARM templates as Resource Manager would, expressions and all, and holds them against catalog.json: a rule
may allow no destination, protocol or port that its record does not ask for, every record must be accounted for in the
sidecar, and names and priorities must be such as the service takes."""
import json
import pathlib
import re
import sys

import flat_view

PORTS = {"Https": "443", "Http": "80", "Mssql": "1433"}
APPLICATIONS = {"Https": {"HTTPS", "WSS"}, "Http": {"HTTP", "WS"}, "Mssql": {"MSSQL", "TDS"}}
TOKEN = re.compile(r"\s*(?:'((?:[^']|'')*)'|([A-Za-z]+)|([(),]))")


def evaluated(value, template, parameters):
    """What Resource Manager makes of a string: of `[…]` the value of its expression, of `[[…]` the string without one
    bracket. A parameter that stands for a placeholder gives the placeholder back."""
    if not value.startswith("[") or not value.endswith("]"):
        return value
    if value.startswith("[["):
        return value[1:]
    tokens, place, end = [], 0, value[1:-1]
    while place < len(end):
        match = TOKEN.match(end, place)
        assert match, f"no expression: {value}"
        tokens.append(match.groups())
        place = match.end()

    def expression():
        text, name, mark = tokens.pop(0)
        if text is not None:
            return text.replace("''", "'")
        assert name and not mark and tokens.pop(0)[2] == "(", f"no call: {value}"
        arguments = [expression()]
        while tokens.pop(0)[2] == ",":
            arguments.append(expression())
        if name == "concat":
            return "".join(arguments)
        if name == "variables":
            return template["variables"][arguments[0]]
        assert name == "parameters" and arguments[0] in template["parameters"], f"no parameter: {value}"
        return parameters.get(arguments[0], f"<{arguments[0]}>")

    result = expression()
    assert not tokens, f"more than an expression: {value}"
    return result


def rules(template, parameters):
    for resource in template["resources"]:
        for collection in resource["properties"]["ruleCollections"]:
            for rule in collection["rules"]:
                read = lambda key: [evaluated(item, template, parameters) for item in rule.get(key, [])]
                if rule["ruleType"] == "ApplicationRule":
                    services = [
                        (evaluated(item["protocolType"], template, parameters), str(item["port"]))
                        for item in rule["protocols"]
                    ]
                    destinations = read("targetFqdns")
                else:
                    services = [(p, port) for p in rule["ipProtocols"] for port in rule["destinationPorts"]]
                    destinations = read("destinationAddresses") + read("destinationFqdns")
                yield rule, collection, destinations, services


def asks(atom, destination, protocol, port):
    """Whether the flow is one that the atom asks for."""
    if atom["destination"].removesuffix("/32") != destination:
        return False
    wanted = {"any": "*"}.get(atom["port"], atom["port"])
    if protocol in APPLICATIONS:
        by_name = atom["application"] in APPLICATIONS[protocol]
        by_port = atom["application"] == "" and port == PORTS[protocol]
        return port == wanted and atom["transport"] in ("", "TCP") and (by_name or by_port)
    if protocol == "ICMP":
        return atom["transport"] == "ICMP"
    transport = atom["transport"] or ("TCP" if atom["application"] in ("HTTPS", "HTTP", "WSS", "WS") else "")
    return port == wanted and transport == ("any" if protocol == "Any" else protocol)


def check(folder, cloud, catalog):
    base = folder / "azure-firewall"
    template = json.loads((base / f"{cloud}.template.json").read_text(encoding="utf-8"))
    sidecar = json.loads((base / f"{cloud}.sidecar.json").read_text(encoding="utf-8"))
    parameters = {item["name"]: item["placeholder"] for item in sidecar["parameters"]}
    records = {record["id"]: record for record in catalog["records"] if record["kind"] == "network"}
    wrong, names, total = [], {}, 0
    for rule, collection, destinations, services in rules(template, parameters):
        total += 1
        record = records.get(rule["name"][:12])
        if record is None:
            wrong.append(f"rule {rule['name']} belongs to no record")
            continue
        names.setdefault(record["id"], []).append(rule["name"])
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", rule["name"]):
            wrong.append(f"rule {rule['name']}: no name for a rule")
        if collection["action"]["type"].lower() != record["access"]:
            wrong.append(f"rule {rule['name']}: {collection['action']['type']} for {record['access']}")
        if evaluated(rule["description"], template, parameters) != rule["description"]:
            wrong.append(f"rule {rule['name']}: its description is an expression")
        atoms = [atom for atom in flat_view.atoms(record) if atom["cloud"] in ("", cloud)]
        for destination in destinations:
            for protocol, port in services:
                if not any(asks(atom, destination, protocol, port) for atom in atoms):
                    wrong.append(f"rule {rule['name']} opens {destination} {protocol} {port}, which no record asks for")
    excluded = {record for group in sidecar["excluded"].values() for record in group}
    unexpressed = {item["record"] for item in sidecar["unexpressed"]}
    listed = {item["record"]: item["rules"] for item in sidecar["rules"]}
    if {record: sorted(own) for record, own in listed.items()} != {record: sorted(own) for record, own in names.items()}:
        wrong.append("the sidecar's rules are not the template's")
    lost = set(records) - excluded - unexpressed - set(listed)
    if lost or excluded & (unexpressed | set(listed)):
        wrong.append(f"the books do not balance: {sorted(lost)[:3]}")
    books = sidecar["books"]
    if books["records"] != len(records) or books["records"] != sum(
            books[key] for key in ("expressed", "partly", "unexpressed", "excluded")):
        wrong.append(f"the books do not balance: {books}")
    return total, wrong


def main(folder):
    catalog, total, problems = flat_view.catalog(folder), 0, []
    templates = sorted((folder / "azure-firewall").glob("*.template.json"))
    for template in templates:
        cloud = template.name.removesuffix(".template.json")
        count, wrong = check(folder, cloud, catalog)
        total += count
        problems += [f"{cloud}: {message}" for message in wrong]
    if not templates:
        problems.append("no template")
    for message in problems[:20]:
        print(f"{folder}: {message}")
    print(f"{total} rules held against the catalog, {len(problems)} wrong")
    return len(problems) > 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])) if len(sys.argv) == 2 else __doc__)
