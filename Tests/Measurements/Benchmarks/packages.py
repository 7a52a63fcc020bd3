#!/usr/bin/env python3
"""What whole generated packages cost their users: compiling, linking, and compiling again after an edit.

    Tests/Measurements/Benchmarks/packages.py [--tool PATH] [--json FILE] [--no-release] DOCUMENT ...

For each document the tool writes a package, and `swift build` compiles it and a program that uses it: what it depends on first, then its runtime,
then its client, which are measured one by one. User seconds are of all processes, memory is the peak of one. An edit is made to the struct whose
file is of middle length: first to the body of a function, then by a property more. Expressions and functions that take the compiler over
200 ms are counted in a build of their own. Exit status 1 where a package does not compile.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from models import ROOT, run

SLOW = [
    part
    for flag in ("-warn-long-function-bodies=200", "-warn-long-expression-type-checking=200")
    for part in ("-Xswiftc", "-Xfrontend", "-Xswiftc", flag)
]
PROGRAM = """// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "Program",
    dependencies: [.package(path: "../package")],
    targets: [.executableTarget(name: "Program", dependencies: [.product(name: "Measured", package: "package")])]
)
"""


def measured(command):
    """User seconds and peak megabytes of a command and all it starts, and what it printed."""
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} fails\n{output[-3000:]}")
    return {"user": usage.ru_utime, "peak": usage.ru_maxrss / 1024, "output": output}


def text(folder):
    """Bytes of machine code and constants in the object files of a folder."""
    sizes = run(["size", *sorted(folder.glob("*.o"))]).splitlines()[1:]
    return sum(int(line.split()[0]) for line in sizes)


def declared(tool, document):
    model = json.loads(run([tool, "model", document, "--quiet"]))
    counts = {kind: sum(kind in declared["shape"] for declared in model["types"]) for kind in ("structure", "enumeration", "union")}
    return counts | {"operation": sum(len(group.get("operations", ())) for group in model["groups"])}


EDITS = {
    "body": ("let fields = FieldEncoder(encoder)\n", "let fields = FieldEncoder(encoder)\n            let _ = 0\n"),
    "property": ("\n        public init(", "\n        public var addedByHand: String? = nil\n\n        public init("),
}


def edits(package, build):
    """What each kind of edit of one file has compiled again."""
    structs = [path for path in (package / "Sources/Measured/Types").glob("*.swift") if EDITS["body"][0] in path.read_text()]
    path = sorted(structs, key=lambda path: (path.stat().st_size, path.name))[len(structs) // 2]
    result = {"of": len(list((package / "Sources/Measured").rglob("*.swift")))}
    for kind, (old, new) in EDITS.items():
        path.write_text(path.read_text().replace(old, new, 1))
        again = measured(build)
        files = set(re.findall(r"Compiling Measured (\S+\.swift)", again["output"]))
        result[kind] = {"user": again["user"], "files": len(files)}
    return result


def measure(tool, document, folder, levels):
    package, program = folder / "package", folder / "program"
    run([tool, "generate", document, "--module", "Measured", "--output", package, "--quiet"])
    (program / "Sources/Program").mkdir(parents=True)
    (program / "Package.swift").write_text(PROGRAM)
    (program / "Sources/Program/main.swift").write_text("import Measured\n\nprint(Measured.self)\n")
    result = {"declared": declared(tool, document)}
    for level in levels:
        build = ["swift", "build", "-c", level, "--package-path", program]
        products = pathlib.Path(run([*build, "--show-bin-path"]).splitlines()[-1])
        run([*build, "--target", "HTTPTypes"])
        runtime = measured([*build, "--target", "MeasuredRuntime"])
        client = measured([*build, "--target", "Measured"])
        linked = measured(build)
        result[level] = {
            "runtime": runtime["user"], "client": client["user"], "peak": client["peak"],
            "text": text(products / "Measured.build"), "program": (products / "Program").stat().st_size, "linking": linked["user"],
        }
    slow = measured(["swift", "build", "--package-path", package, "--target", "Measured", "--scratch-path", folder / "slow", *SLOW])["output"]
    result["slow"] = sorted(set(re.findall(r"warning: .* took \d+ms to type-check.*", slow)))
    result["edits"] = edits(package, ["swift", "build", "-c", "debug", "--package-path", program])
    return result


def row(name, result):
    counts = result["declared"]
    cells = [name, " ".join(str(counts[kind]) for kind in ("structure", "enumeration", "union", "operation"))]
    for level in ("debug", "release"):
        if level not in result:
            cells.append("")
            continue
        cost = result[level]
        each = cost["client"] / sum(counts.values()) * 1e3
        cells.append(
            f"{cost['runtime']:.1f} + {cost['client']:.1f} s ({each:.0f} ms each), {cost['peak']:.0f} MB, {cost['text'] / 1e6:.2f} MB,"
            f" {cost['program'] / 1e6:.1f} MB")
    changes = result["edits"]
    cells += [f"{changes[kind]['files']} of {changes['of']} files, {changes[kind]['user']:.1f} s" for kind in EDITS]
    cells.append(str(len(result["slow"])))
    return "| " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", default=ROOT / ".build/release/clientsmith", type=pathlib.Path)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--no-release", action="store_true")
    parser.add_argument("documents", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    if not options.tool.exists():
        run(["swift", "build", "-c", "release", "--product", "clientsmith", "--package-path", ROOT])
    levels = ["debug"] if options.no_release else ["debug", "release"]
    print("Runtime + client in user seconds, client for each declaration and operation, peak memory, text of the client, program.\n")
    print("| document | structs, enums, unions, operations | debug | release | an edit of a body | a property more | slow bodies and expressions |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        for index, document in enumerate(options.documents):
            folder = pathlib.Path(scratch) / str(index)
            folder.mkdir()
            results["/".join(document.parts[-2:])] = result = measure(options.tool.resolve(), document, folder, levels)
            print(row("/".join(document.parts[-2:]), result), flush=True)
            for line in result["slow"]:
                print(f"  {line}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
