"""Makes a package that reads payloads through the Swift generated of every document under Cases/.

    prepare.py --clientsmith TOOL --output FOLDER

A case is a folder with a document, whose schema `Value` is judged, and payloads: JSON, what it is read as (an outline, see
Outline.swift), and what is written where that differs. A document whose case is about unions is generated twice, the
second time with the branches of every `oneOf` and `anyOf` in the opposite order: both must read alike. All clients become
one module, so that the compiler runs once.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent


class Case:
    def __init__(self, folder, is_reversed):
        self.name = f"{folder.parent.name}/{folder.name}"
        self.is_reversed = is_reversed
        self.document = yaml.safe_load((folder / "document.yaml").read_text())
        self.payloads = yaml.safe_load((folder / "payloads.yaml").read_text())
        words = re.split(r"[^A-Za-z0-9]", self.name) + (["reversed"] if is_reversed else [])
        self.module = "".join(word[:1].upper() + word[1:] for word in words)
        if is_reversed:
            turn(self.document)

    def rows(self):
        for payload in self.payloads:
            row = {"name": self.name, "isReversed": self.is_reversed, "json": payload["json"], "reads": payload["reads"]}
            yield row | {"writes": payload.get("writes", payload["json"])}


def turn(node):
    """Reverses the branches of every union."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("oneOf", "anyOf") and isinstance(value, list):
                value.reverse()
            turn(value)
    elif isinstance(node, list):
        for value in node:
            turn(value)


def cases():
    for folder in sorted((HERE / "Cases").glob("*/*")):
        yield Case(folder, False)
        if folder.parent.name == "unions":
            yield Case(folder, True)


def generate(tool, all_cases, scratch):
    scratch.mkdir(parents=True, exist_ok=True)
    clients = []
    for case in all_cases:
        (scratch / f"{case.module}.json").write_text(json.dumps(case.document))
        clients.append({"document": f"{case.module}.json", "module": case.module})
    configuration = {"package": "Schemas", "output": "generated", "clients": clients}
    (scratch / "clientsmith.yaml").write_text(json.dumps(configuration))
    command = [tool, "generate", "--config", scratch / "clientsmith.yaml", "--quiet"]
    subprocess.run([str(part) for part in command], check=True)
    return scratch / "generated" / "Sources"


def write(path, text):
    """Leaves a file alone that is right already, so that nothing is compiled twice."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def collect(sources, all_cases, output):
    wanted = set()
    for case in all_cases:
        for file in sorted((sources / case.module).rglob("*.swift")):
            # A module may not hold two files of one name.
            target = output / "Sources" / "Cases" / f"{case.module}_{file.name}"
            wanted.add(target)
            write(target, file.read_text())
    for stale in set((output / "Sources" / "Cases").glob("*.swift")) - wanted:
        stale.unlink()
    for file in (sources / "SchemasRuntime").glob("*.swift"):
        write(output / "Sources" / "SchemasRuntime" / file.name, file.read_text())


def table(all_cases):
    lines = [f'    "{case.module}": Reading({case.module}.Value.self),' for case in all_cases]
    return "import Cases\n\nlet readings: [String: Reading] = [\n" + "\n".join(lines) + "\n]\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clientsmith", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    all_cases = list(cases())
    shutil.copytree(HERE / "Tests", options.output / "Tests", dirs_exist_ok=True)
    write(options.output / "Package.swift", (HERE / "Package.swift").read_text())
    collect(generate(options.clientsmith.resolve(), all_cases, options.output / "documents"), all_cases, options.output)
    tests = options.output / "Tests" / "SchemasTests"
    write(tests / "Readings.swift", table(all_cases))
    rows = [row | {"module": case.module} for case in all_cases for row in case.rows()]
    write(tests / "rows.json", json.dumps(rows, indent=1))
    print(f"{len({case.name for case in all_cases})} documents, {len(rows)} payloads")


if __name__ == "__main__":
    sys.exit(main())
