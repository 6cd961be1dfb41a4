#!/usr/bin/env python3
"""usage: json_schemas.py FOLDER
Checks the JSON artifacts in FOLDER against the JSON Schemas that lie beside them, and the schemas themselves."""
import json
import pathlib
import sys

import jsonschema

ARTIFACTS = {
    "catalog-json/catalog.schema.json": "catalog-json/catalog.json",
    "changelog-json/changelog.schema.json": "changelog-json/changelog.json",
    "azure-firewall/sidecar.schema.json": "azure-firewall/*.sidecar.json",
}


def main(folder):
    wrong = checked = 0
    for schema_path, pattern in ARTIFACTS.items():
        schema = json.loads((folder / schema_path).read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        files = sorted(folder.glob(pattern))
        if not files:
            print(f"{folder}: no {pattern}")
            wrong += 1
        for file in files:
            checked += 1
            for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
                print(f"{file}: {error.json_path}: {error.message[:300]}")
                wrong += 1
    print(f"{checked} JSON artifacts, {wrong} wrong")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])) if len(sys.argv) == 2 else __doc__)
