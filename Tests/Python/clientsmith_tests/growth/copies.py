"""Grows one copy of each group of equal inline types, and checks that callers notice nothing.

    copies.py --clientsmith TOOL DOCUMENT...

The record of names of each document tells which inline types are one. One type of each group gets two members or a value more, all groups
at once, and `diff` compares both versions with the record. Exit status 1 where it reports that Swift callers or the wire break.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from clientsmith_tests.judge.pointers import at
from clientsmith_tests.judge.reading import read


def grow(schema, number):
    """Adds members or a value that no other schema has; whether there was a place for them."""
    if not isinstance(schema, dict):
        return False
    members, values = schema.get("properties"), schema.get("enum")
    if isinstance(members, dict):
        inner = {"type": "object", "properties": {"inner": {"type": "string"}}}
        schema["properties"] = {"added_first": {"type": "string"}, **members, "added_last": inner}
    elif isinstance(values, list) and len(values) > 1 and all(isinstance(value, str) for value in values):
        values.insert(0, f"an_added_value_{number}")
    else:
        return False
    return True


def copies(tool, document, scratch):
    """The recorded labels of inline types, by pointer."""
    subprocess.run([tool, "generate", document, "--output", scratch, "--module", "Client", "--names-only", "--quiet"], check=True)
    return read((scratch / "clientsmith.names.yaml").read_bytes()).get("Client", {}).get("copies", {})


def check(tool, document):
    root = read(document.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.json"), Path(folder, "new.json")
        old.write_text(json.dumps(root))
        labels = copies(tool, old, Path(folder, "output"))
        groups = {}
        for pointer, label in sorted(labels.items()):
            groups.setdefault(label, []).append(pointer)
        grown = sum(grow(at(root, pointers[-1]), number) for number, pointers in enumerate(groups.values()))
        new.write_text(json.dumps(root))
        result = subprocess.run([tool, "diff", old, new, "--fail-on", "swift", "--quiet"], capture_output=True, text=True)
    print(f"{document.name}: {len(labels)} copies, {grown} of {len(groups)} groups grown, {'ok' if result.returncode == 0 else 'breaks'}")
    if result.returncode:
        print(result.stdout + result.stderr)
    return result.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clientsmith", type=Path, required=True, help="the tool")
    parser.add_argument("document", type=Path, nargs="+")
    chosen = parser.parse_args()
    results = [check(chosen.clientsmith.resolve(), document) for document in chosen.document]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
