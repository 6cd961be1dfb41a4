"""The flat view of a catalog, made from catalog.json alone: what every other artifact is compared with."""
import json
import pathlib
import unicodedata

COLUMNS = (
    "document file record section line cloud direction access priority name source_type source destination_type "
    "destination path transport application port alternative necessity condition purpose"
).split()


def catalog(folder):
    return json.loads(pathlib.Path(folder, "catalog-json/catalog.json").read_text(encoding="utf-8"))


def atoms(record):
    """One dictionary for each line of the flat view that the record yields."""
    if record["kind"] != "network":
        return
    for destination in record["destinations"] or [{}]:
        for cloud in destination.get("clouds") or record.get("clouds") or [""]:
            for service in destination.get("services") or record["services"] or [{}]:
                for source in record.get("sources") or [{}]:
                    yield {
                        "document": record["document"], "file": record["file"], "record": record["id"],
                        "section": " > ".join(record["section"]), "line": str(record["line"]), "cloud": cloud,
                        "direction": record.get("direction", ""), "access": record["access"],
                        "priority": record.get("priority", ""), "name": record.get("name", ""),
                        "source_type": source.get("type", ""), "source": source.get("value", ""),
                        "destination_type": destination.get("type", ""), "destination": destination.get("value", ""),
                        "path": destination.get("path", ""), "transport": service.get("transport", ""),
                        "application": service.get("application", ""), "port": service.get("port", ""),
                        "alternative": str(destination.get("alternative", 1)), "necessity": record["necessity"],
                        "condition": destination.get("condition", record.get("condition", "")),
                        "purpose": record.get("purpose", ""),
                    }


IGNORABLE = [
    (0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x3164, 0x3164), (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF), (0xFDD0, 0xFDEF),
] + [(plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)]


def visible(text):
    """Invisible characters written out, as artifacts for people do; tabs and line feeds stay."""
    def shown(character):
        code = ord(character)
        hidden = unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") or any(a <= code <= b for a, b in IGNORABLE)
        return f"⟨U+{code:04X}⟩" if hidden and character not in "\t\n" else character
    return "".join(map(shown, text))
