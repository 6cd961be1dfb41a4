#!/usr/bin/env python3
"""usage: scripts.py FILE…
Prints the scripts in workflows, actions and GitLab pipelines as one shell script, each in a subshell, for shellcheck."""
import sys

import yaml


def scripts(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "run" and isinstance(inner, str):
                yield inner
            elif key in ("script", "before_script"):
                yield "\n".join(inner)
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


print("#!/bin/bash\nset -eo pipefail")
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        for script in scripts(yaml.safe_load(file)):
            print(f"(\n{script}\n)")
