#!/usr/bin/env python3
"""usage: sarif_report.py REPORT ARTIFACTS [SCHEMA]
Reads REPORT (SARIF 2.1.0) by pysarif: a result for each of the newest changes of ARTIFACTS and for each of their risks, with
level, message, line and fingerprint as the change has them. SCHEMA is OASIS's schema, where it is at hand."""
import json
import pathlib
import urllib.parse

import jsonschema
import pysarif

import changes

LEVELS = {"error": "error", "warning": "warning", "notice": "note"}


def escaped(text):
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def check(report, artifacts, schema):
    run = pysarif.load_from_file(str(report)).runs[0]
    results = iter(run.results)
    for change in changes.newest(artifacts):
        record = change["after"] or change["before"]
        exempt = change["cause"] != "source" or "accepted" in change
        for risk in [None, *change["risks"]]:
            result = next(results, None)
            if result is None:
                yield f"no result for {change['fingerprint']} {risk}"
                continue
            place = result.locations[0].physical_location
            wanted = {
                "rule": f"risk/{risk}" if risk else change["id"],
                "indexed rule": f"risk/{risk}" if risk else change["id"],
                "level": "note" if exempt else "error" if risk else LEVELS[change["level"]],
                "fingerprint": f"{change['fingerprint']}/{risk}" if risk else change["fingerprint"],
                "path": "Corpus/" + record["file"] if record else "Corpus/" + change["document"],
                "line": change["after"]["line"] if change["after"] else 1,
            }
            found = {
                "rule": result.rule_id,
                "indexed rule": run.tool.driver.rules[result.rule_index].id,
                "level": result.level,
                "fingerprint": result.partial_fingerprints["requisite/v1"],
                "path": urllib.parse.unquote(place.artifact_location.uri),
                "line": place.region.start_line,
            }
            if found != wanted:
                yield f"found {found}, wanted {wanted}"
            text = escaped(changes.sentence(change) + changes.former_place(change))
            if not result.message.text.endswith(text):
                yield f"the message is {result.message.text!r}, not {text!r}"
    for result in results:
        yield f"a result that no change asks for: {result.message.text!r}"
    if schema:
        schema = json.loads(pathlib.Path(schema).read_text(encoding="utf-8"))
        validator = jsonschema.validators.validator_for(schema)(schema)
        for error in validator.iter_errors(json.loads(report.read_text(encoding="utf-8"))):
            yield f"{error.json_path}: {error.message[:300]}"


if __name__ == "__main__":
    changes.judge("SARIF", check, __doc__)
