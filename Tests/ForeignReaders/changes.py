"""The changes that reports show, from changelog.json: what every format is compared with."""
import json
import pathlib
import sys

import flat_view


def versions(folder):
    """The entries of the changelog in FOLDER, a folder of artifacts, newest first."""
    text = pathlib.Path(folder, "changelog-json/changelog.json").read_text(encoding="utf-8")
    return json.loads(text)["versions"]


def newest(folder):
    return versions(folder)[0]["diff"]["changes"]


def trips(change):
    return change["cause"] == "source" and change["level"] == "error" and "accepted" not in change


def sentence(change):
    """What a change says where nothing turns what stands between backticks into code."""
    return flat_view.visible(change["text"]).replace("`", "")


def former_place(change):
    line = change["before"]["line"] if change["before"] and not change["after"] else 0
    return f" (was on line {line})" if line else ""


def judge(kind, check, usage):
    """Runs CHECK over what the command line names (a report, the artifacts beside it and, where at hand, its format's schema);
    prints what is wrong and exits with 1 for it."""
    if len(sys.argv) not in (3, 4):
        sys.exit(usage)
    report, artifacts, schema = [*sys.argv[1:], None][:3]
    problems = list(check(pathlib.Path(report), artifacts, schema))
    for message in problems[:20]:
        print(f"{report}: {message}")
    print(f"{kind}{'' if schema else ' (without its schema)'}, {len(problems)} wrong")
    sys.exit(bool(problems))
