#!/usr/bin/env python3
"""usage: atom_feed.py ARTIFACTS
Reads the feed of ARTIFACTS by feedparser: an entry for each version, with an id of its own, in order, and with every change of
the version in its content."""
import sys

import feedparser

import changes


def check(artifacts):
    feed = feedparser.parse(f"{artifacts}/changelog-atom/changelog.atom", sanitize_html=False)
    if feed.bozo:
        yield f"it is not well-formed: {feed.bozo_exception}"
    if feed.version != "atom10":
        yield f"it is read as {feed.version!r}"
    versions = changes.versions(artifacts)[:100]
    ids = [entry.id for entry in feed.entries]
    if [entry_id.rpartition(":")[2] for entry_id in ids] != [entry["version"] for entry in versions]:
        yield f"its entries are {ids}"
    if not all(entry_id.startswith("tag:") for entry_id in [feed.feed.id, *ids]):
        yield "an id is no tag"
    times = [entry.updated_parsed for entry in feed.entries]
    if times != sorted(times, reverse=True) or feed.feed.updated_parsed != times[0]:
        yield f"its times are out of order: {times}"
    for entry, version in zip(feed.entries, versions):
        if not entry.updated.startswith(version["date"]):
            yield f"{entry.id} is of {entry.updated}"
        for change in version["diff"]["changes"]:
            if (change["record"] or change["fingerprint"]) not in entry.content[0].value:
                yield f"{entry.id} lacks the change of {change['record']}"


def main(artifacts):
    problems = list(check(artifacts))
    for message in problems[:20]:
        print(f"{artifacts}: {message}")
    print(f"Atom, {len(problems)} wrong")
    return len(problems) > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 2 else __doc__)
