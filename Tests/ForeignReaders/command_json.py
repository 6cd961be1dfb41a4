#!/usr/bin/env python3
"""usage: command_json.py REQUISITE
Checks what commands print for programs against the JSON Schemas that `requisite schema` prints for them."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

COMMANDS = {
    "extract": [["extract", "Corpus", "--format", "json"]],
    "extract-books": [["extract", "Corpus", "--books", "--format", "json"]],
    "extract-tables": [["extract", "Corpus", "--format", "tables"]],
    "log": [["log"], ["log", "quay.io"]],
    "show": [["show", "{version}"], ["show", "{record}"]],
    "explain": [["explain", "quay.io:443"], ["explain", "nobody.invalid"]],
    "diff": [["changelog"], ["check", "--fail-on", "never"]],
    "sync": [["sync", "--config", "{folder}/requisite.yml"]],
}


def main(requisite):
    def printed(*arguments):
        result = subprocess.run([requisite, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return json.loads(result.stdout)

    wrong = checked = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REQUISITE_CACHE"] = f"{folder}/cache"
        here = pathlib.Path.cwd()
        # One source that is there, and one that is not.
        pathlib.Path(folder, "requisite.yml").write_text(
            f"sources:\n  - {{name: here, git: {here}, paths: [Corpus/]}}\n  - {{name: gone, git: gone, paths: [a.md]}}\n")
        places = {
            "folder": folder,
            "version": printed("log", "--format", "json")["versions"][0]["version"],
            "record": printed("extract", "Corpus", "--format", "json")[0]["id"],
        }
        for name, commands in COMMANDS.items():
            schema = printed("schema", name)
            jsonschema.Draft202012Validator.check_schema(schema)
            for command in commands:
                arguments = [word.format(**places) for word in command]
                if "--format" not in arguments:
                    arguments += ["--format", "json"]
                checked += 1
                for error in jsonschema.Draft202012Validator(schema).iter_errors(printed(*arguments)):
                    print(f"{' '.join(arguments)}: {error.json_path}: {error.message[:300]}")
                    wrong += 1
    print(f"{checked} commands' JSON, {wrong} wrong")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
