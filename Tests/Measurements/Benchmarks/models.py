#!/usr/bin/env python3
"""What generated models cost to compile, against the same models with synthesized conformances.

    Tests/Measurements/Benchmarks/models.py [--tool PATH] [--rounds N] [--level -Onone|-O] [--json FILE] [DOCUMENT ...]

Without a document, one of 150 schemas with 10 mixed properties each is made. For each document the tool writes a package; its models
alone, without operations, are compiled as one module, and so is a copy in which every struct has `CodingKeys` and synthesized `Codable` and
`Hashable` in place of what the tool writes, and holds its parts in place. Both are compiled in turn, debug and optimized, and the least user seconds of all rounds
are compared. Exit status 1 where a copy does not compile.
"""

import argparse
import json
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
FLAGS = ["-wmo", "-c", "-parse-as-library", "-swift-version", "6"] + [
    flag
    for feature in ("InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny")
    for flag in ("-enable-upcoming-feature", feature)
]
LEVELS = ("-Onone", "-O")
CODING = re.compile(
    r"\n *public init\(from decoder: any Decoder\) throws \{\n *let fields = try FieldDecoder\(decoder\)\n.*?\n(?P<indent> *)public func hash\(into hasher: inout Hasher\) \{.*?\n(?P=indent)\}\n",
    re.DOTALL,
)
STRUCT = re.compile(r"^ *public struct .*: Codable, Hashable, Sendable", re.MULTILINE)
MEMBER = re.compile(r'fields\.\w+\("((?:[^"\\]|\\.)*)", self\.(`?\w+`?)\)')


def sample_document(schemas=150):
    """An OpenAPI document whose properties are a mix of what real ones have."""
    kinds = [
        ("id", {"type": "string"}, True),
        ("display_name", {"type": "string"}, True),
        ("item_count", {"type": "integer"}, True),
        ("is_active", {"type": "boolean"}, True),
        ("ratio", {"type": "number"}, False),
        ("created_at", {"type": "string", "format": "date-time"}, True),
        ("tags", {"type": "array", "items": {"type": "string"}}, False),
        ("status", {"$ref": "#/components/schemas/Status"}, True),
        ("note", {"type": "string"}, False),
        ("owner", None, False),
    ]
    components = {"Status": {"type": "string", "enum": ["open", "closed", "waiting"]}}
    for index in range(schemas):
        properties = {name: schema for name, schema, _ in kinds if schema is not None}
        # A chain of values in values would measure its depth instead.
        if index >= 10:
            properties["owner"] = {"$ref": f"#/components/schemas/Model{index % 10}"}
        else:
            properties["owner"] = {"type": "string", "format": "uuid"}
        components[f"Model{index}"] = {
            "type": "object",
            "properties": properties,
            "required": [name for name, _, required in kinds if required],
        }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Models", "version": "1"},
        "paths": {},
        "components": {"schemas": components},
    }


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command[:3]))} … ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def synthesized(source):
    """A generated file with what the tool writes for coding, equality and hashing left to the compiler."""

    def keys(match):
        members = MEMBER.findall(match.group(0))
        indent = match.group("indent")
        lines = [f'{indent}    case {name} = "{wire}"' for wire, name in members]
        return f"\n{indent}enum CodingKeys: String, CodingKey {{\n" + "\n".join(lines) + f"\n{indent}}}\n"

    return CODING.sub(keys, source).replace(", FieldComparable {", " {")


BOXED = re.compile(
    r"(public var `?(?P<name>\w+)`?: [^\n]*) \{\n *get \{ _(?P=name)\.wrappedValue \}\n *set \{ [^\n]*\n *\}\n *private var _(?P=name): Indirect<[^\n]*\n"
)
BOXING = re.compile(r"self\._(\w+) = Indirect\(wrappedValue: (.*)\)$", re.MULTILINE)


def unboxed(source):
    """A generated file whose large parts are held in place, as one would write them."""
    return BOXING.sub(r"self.`\1` = \2", BOXED.sub(r"\1\n", source))


def recursive(tool, document):
    """The files of types that hold themselves: there a box is needed."""
    types = json.loads(run([tool, "model", document, "--quiet"]))["types"]

    def held(reference):
        if isinstance(reference, str):
            return []
        kind, value = next(iter(reference.items()))
        return [value] if kind == "named" else held(value) if kind == "nullable" else []

    parts = []
    for declared in types:
        kind, body = next(iter(declared["shape"].items()))
        parts.append({"structure": lambda: body.get("properties", ()), "union": lambda: body["cases"], "alias": lambda: [{"type": body}]}.get(kind, list)())
    edges = [[number for part in of for number in held(part["type"])] for of in parts]

    def reaches(start, goal):
        stack, seen = [start], set()
        while stack:
            number = stack.pop()
            if number == goal:
                return True
            if number not in seen:
                seen.add(number)
                stack += edges[number]
        return False

    def file(number):
        while isinstance(scope := types[number]["scope"], dict) and "type" in scope:
            number = scope["type"]
        return types[number]["name"] + ".swift"

    boxed = [(number, other) for number, of in enumerate(parts) for part in of if part.get("isIndirect") for other in held(part["type"])]
    return {file(number) for number, other in boxed if reaches(other, number)}


def user_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run(command)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def measure(tool, document, folder, rounds, levels):
    package = folder / "package"
    run([tool, "generate", document, "--module", "Models", "--output", package, "--quiet"])
    run(["swift", "build", "--package-path", package, "--target", "ModelsRuntime", "--quiet"])
    modules = run(["swift", "build", "--package-path", package, "--show-bin-path"]).strip() + "/Modules"
    variants, boxed = {}, recursive(tool, document)
    for name, change in (("written", lambda text: text), ("synthesized", lambda text: unboxed(synthesized(text)))):
        sources = folder / name
        sources.mkdir()
        (sources / "_Models.swift").write_text("public nonisolated struct Models {}\n")
        for path in sorted((package / "Sources/Models/Types").glob("*.swift")):
            text = path.read_text()
            # Recursive values and open members have no synthesized twin.
            changed = text if path.name in boxed or "fields.rest(" in text else change(text)
            (sources / path.name).write_text(changed)
        variants[name] = [str(path) for path in sorted(sources.glob("*.swift"))]
    result = {"structs": sum(len(STRUCT.findall(pathlib.Path(path).read_text())) for path in variants["written"])}
    for level in levels:
        best, text = {}, {}
        for _ in range(rounds):
            for name, files in variants.items():
                output = folder / f"{name}.o"
                command = ["swiftc", level, *FLAGS, "-module-name", "Models", "-I", modules, *files, "-o", output]
                best[name] = min(best.get(name, 1e9), user_seconds(list(map(str, command))))
                text[name] = int(run(["size", output]).splitlines()[1].split()[0])
        result[level] = {
            "written": round(best["written"], 2),
            "synthesized": round(best["synthesized"], 2),
            "ratio": round(best["written"] / best["synthesized"], 3),
            "text": text,
        }
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", default=ROOT / ".build/release/clientsmith", type=pathlib.Path)
    parser.add_argument("--rounds", default=3, type=int)
    parser.add_argument("--level", choices=LEVELS)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("documents", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    levels = [options.level] if options.level else LEVELS
    if not options.tool.exists():
        run(["swift", "build", "-c", "release", "--product", "clientsmith", "--package-path", ROOT, "--quiet"])
    results = {}
    print("| document | structs | level | written, user s | synthesized, user s | ratio | text, written / synthesized |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as scratch:
        documents = options.documents
        if not documents:
            made = pathlib.Path(scratch) / "models-150.json"
            made.write_text(json.dumps(sample_document()))
            documents = [made]
        for index, document in enumerate(documents):
            folder = pathlib.Path(scratch) / str(index)
            folder.mkdir()
            result = results[document.name] = measure(options.tool, document, folder, options.rounds, levels)
            for level in levels:
                row = result[level]
                print(
                    f"| {document.name} | {result['structs']} | {level} | {row['written']} | {row['synthesized']} | {row['ratio']} |"
                    f" {row['text']['written'] // 1024} K / {row['text']['synthesized'] // 1024} K |",
                    flush=True,
                )
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
