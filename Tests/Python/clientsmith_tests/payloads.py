"""Makes a package that reads payloads through the Swift generated of every document under Schemas/Cases.

    python -m clientsmith_tests.payloads --clientsmith TOOL --output FOLDER

A case is a folder with a document, whose schema `Value` is judged, and payloads: JSON, what it is read as (an outline, see
Outline.swift), and what is written where that differs. A document whose case is about unions is generated twice, the
second time with the branches of every `oneOf` and `anyOf` in the opposite order: both must read alike. Those of LONG are
generated once more, with so many further branches that the union is spelled in its long form. All clients become one
module, so that the compiler runs once.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from .folders import INTEGRATION

HERE = INTEGRATION / "Payloads"


LONG = [
    "best-fit", "discriminator-default-mapping", "discriminator-of-integers", "discriminator-shared-target",
    "discriminator-written-on-encode", "required-members",
]


class Case:
    def __init__(self, folder, variant=""):
        """The variant is `reversed`, `long` or none."""
        self.name = f"{folder.parent.name}/{folder.name}"
        self.variant = variant
        self.document = yaml.safe_load((folder / "document.yaml").read_text())
        self.payloads = yaml.safe_load((folder / "payloads.yaml").read_text())
        words = re.split(r"[^A-Za-z0-9]", self.name) + [variant]
        self.module = "".join(word[:1].upper() + word[1:] for word in words)
        if variant == "reversed":
            turn(self.document)
        if variant == "long":
            lengthen(self.document["components"]["schemas"])

    def rows(self):
        for payload in self.payloads:
            row = {"name": self.name, "variant": self.variant, "json": payload["json"], "reads": payload["reads"]}
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


def lengthen(schemas):
    """Adds branches that fit no payload of a case to the union `Value`, and a long enumeration."""
    union = schemas["Value"]
    branches = union["oneOf"] if "oneOf" in union else union["anyOf"]
    for index in range(60):
        name = f"Further{index}"
        schemas[name] = {"type": "object", "required": [name], "properties": {name: {"type": "string"}}}
        branches.append({"$ref": f"#/components/schemas/{name}"})
        if "discriminator" in union:
            union["discriminator"]["mapping"][name] = f"#/components/schemas/{name}"
    schemas["Size"] = {"type": "string", "enum": [f"size-{index}" for index in range(120)]}


def cases():
    for folder in sorted((HERE / "Cases").glob("*/*")):
        yield Case(folder)
        if folder.parent.name == "unions":
            yield Case(folder, "reversed")
            if folder.name in LONG:
                yield Case(folder, "long")


def generate(tool, all_cases, scratch):
    scratch.mkdir(parents=True, exist_ok=True)
    clients = []
    for case in all_cases:
        (scratch / f"{case.module}.json").write_text(json.dumps(case.document))
        clients.append({"document": f"{case.module}.json", "module": case.module})
    configuration = {"package": "Schemas", "output": "generated", "runtimeParts": "all", "clients": clients}
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
