#!/usr/bin/env python3
"""usage: junit_report.py REPORT ARTIFACTS [SCHEMA]
Reads REPORT by junitparser: a test for each of the newest changes of ARTIFACTS, which failed when the gate trips on it, and was
skipped when nobody has to do anything. SCHEMA is the JUnit schema of Apache Ant for xmllint, where it is at hand."""
import collections
import subprocess

import junitparser

import changes
import flat_view


def outcome(change):
    if changes.trips(change):
        return "Failure"
    return "Skipped" if change["cause"] != "source" or "accepted" in change else "passed"


def name(change):
    return changes.sentence(change) + (f" [{change['record']}]" if change["record"] else "")


def check(report, artifacts, schema):
    found = collections.Counter()
    for suite in junitparser.JUnitXml.fromfile(report):
        cases = list(suite)
        if suite.tests != len(cases) or suite.failures != sum(len(case.result) and case.is_failure for case in cases):
            yield f"the numbers of suite {suite.name!r} are wrong"
        for case in cases:
            found[suite.name, case.name, type(case.result[0]).__name__ if case.result else "passed"] += 1
    wanted = collections.Counter(
        (flat_view.visible(change["document"]), name(change), outcome(change)) for change in changes.newest(artifacts))
    if not wanted:
        found = collections.Counter({key: count for key, count in found.items() if key[1:] != ("no changes", "passed")})
    for test in (found - wanted) + (wanted - found):
        yield f"{'found' if test in found else 'lacks'} {test}"
    if schema:
        result = subprocess.run(["xmllint", "--noout", "--schema", schema, report], capture_output=True, encoding="utf-8")
        if result.returncode:
            yield result.stderr


if __name__ == "__main__":
    changes.judge("JUnit", check, __doc__)
