"""Shows that a document may grow without breaking the programs that call its client.

    growth.py --clientsmith TOOL --modules FOLDER --scratch FOLDER [--only MODULE]

Every document and every addition of grow.py: the client is generated anew and compiled, and the program that was written for the old
one (Programs/MODULE.swift), which stands in another package, is compiled against it as it is. An error fails, and so does a warning
that was not there before; `diff` has to say the same, and to report the three additions of grow.py that change a type. For a new branch of a union one that asks for it to be told apart is allowed. Last, a change that does
break callers has to be noticed. FOLDER of `--modules` is where HTTPTypes was compiled to.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

from grow import ADDITIONS, BREAKING, grown  # noqa: E402

HERE = Path(__file__).parent
SPECS = HERE.parent.parent / "specs"
DOCUMENTS = {
    "ShipEngine": SPECS / "shipengine.yaml",
    "Forsta": SPECS / "forsta.yaml",
    "RunAI": SPECS / "runai.yaml",
    "Togai": SPECS / "togai.yaml",
    "Shapes": HERE / "shapes.yaml",
}
# Additions the documents have no place for.
NO_PLACE = {
    "ShipEngine": ["union branch", "first error"],
    "Forsta": ["enum value", "union branch", "error status", "another error"],
    "RunAI": ["union branch", "first error"],
    "Togai": ["enum value", "union branch", "first error"],
    "Shapes": ["first error"],
}
FEATURES = ["InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny"]
ABOUT_BRANCHES = re.compile(r"switch must be exhaustive|default will never be executed")


class Failure(Exception):
    pass


def run(command):
    result = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.returncode, result.stdout


def must(command, what):
    status, text = run(command)
    if status:
        raise Failure(f"{what} (exit status {status})\n{text}")
    return text


class Service:
    """One document, its client as it was, and the program written for that."""

    def __init__(self, module, document, options):
        self.module = module
        self.document = document
        self.tool = options.clientsmith
        self.modules = options.modules
        self.folder = options.scratch / module
        shutil.rmtree(self.folder, ignore_errors=True)
        self.runtime = self.folder / "runtime"
        self.runtime.mkdir(parents=True)

    def begin(self):
        """Compiles the old client, its runtime and the program; gives what went wrong."""
        try:
            self.compile_old()
        except Failure as failure:
            return str(failure)
        return None

    def compile_old(self):
        sources = self.generate("old", self.document)
        self.runtime_text = self.text_of_runtime(sources)
        self.compile(f"{self.module}Runtime", sources, self.runtime)
        self.old_warnings = self.client("old", sources)

    def generate(self, name, document):
        output = self.folder / name / "package"
        must([self.tool, "generate", document, "--module", self.module, "--output", output, "--quiet"], "not generated")
        return output / "Sources"

    def text_of_runtime(self, sources):
        return [(path.name, path.read_bytes()) for path in sorted((sources / f"{self.module}Runtime").iterdir())]

    def compile(self, module, sources, output):
        flags = [flag for feature in FEATURES for flag in ("-enable-upcoming-feature", feature)]
        command = ["swiftc", "-emit-module", "-wmo", "-parse-as-library", "-swift-version", "6", "-warnings-as-errors", *flags]
        command += ["-module-name", module, "-package-name", "client", "-I", self.modules, "-I", self.runtime]
        command += ["-o", output / f"{module}.swiftmodule", *sorted((sources / module).rglob("*.swift"))]
        must(command, f"{module} does not compile")

    def client(self, name, sources):
        """Compiles the client and then the program against it; gives the program's warnings."""
        output = self.folder / name
        self.compile(self.module, sources, output)
        command = ["swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-module-name", "Program", "-package-name", "program"]
        command += ["-I", output, "-I", self.runtime, "-I", self.modules, HERE / "Programs" / f"{self.module}.swift"]
        text = must(command, "the program does not compile")
        return {line.split("warning: ", 1)[1] for line in text.splitlines() if "warning: " in line}

    def grow(self, addition):
        """Whether there was anything to add."""
        text = grown(addition, self.document.read_bytes())
        if text is None:
            return False
        name = addition.replace(" ", "-")
        folder = self.folder / name
        folder.mkdir()
        document = folder / "larger.json"
        document.write_text(text)
        self.diff(document, breaks=addition == "breaks")
        sources = self.generate(name, document)
        if self.text_of_runtime(sources) != self.runtime_text:
            raise Failure("the runtime differs")
        warnings = self.client(name, sources) - self.old_warnings
        if addition == "union branch":
            warnings = {text for text in warnings if not ABOUT_BRANCHES.search(text)}
        if warnings:
            raise Failure("new warnings:\n" + "\n".join(sorted(warnings)))
        return True

    def diff(self, document, breaks):
        """Holds what `diff` says of callers against what has to be."""
        command = [self.tool, "diff", self.document, document, "--module", self.module, "--format", "json", "--quiet"]
        changes = json.loads(must(command, "not compared"))["modules"][0]["changes"]
        found = [f"{change['kind']} {change['subject']}" for change in changes if change["verdict"] == "swift"]
        if bool(found) != breaks or not changes:
            raise Failure(f"diff says of Swift callers: {', '.join(found) or 'nothing'}")

    def report(self, name):
        """Whether there was anything to add that `diff` has to report."""
        text = grown(name, self.document.read_bytes())
        if text is None:
            return False
        document = self.folder / f"{name.replace(' ', '-')}.json"
        document.write_text(text)
        self.diff(document, breaks=True)
        return True


def attempt_report(service, name):
    try:
        return "reported" if service.report(name) else "-", ""
    except Failure as failure:
        return "FAILS", str(failure)


def attempt(service, addition):
    try:
        return "ok" if service.grow(addition) else "-", ""
    except Failure as failure:
        if addition == "breaks" and str(failure).startswith("the program does not compile"):
            return "noticed", ""
        return "FAILS", str(failure)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clientsmith", type=Path, required=True)
    parser.add_argument("--modules", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--only", choices=DOCUMENTS)
    options = parser.parse_args()
    began = time.monotonic()
    names = [options.only] if options.only else list(DOCUMENTS)
    services = [Service(name, DOCUMENTS[name], options) for name in names]
    columns = [*ADDITIONS, "breaks", *BREAKING]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        broken = {service.module: text for service, text in zip(services, pool.map(Service.begin, services)) if text}
        for module, text in broken.items():
            print(f"{module}, before it grows: {text}", file=sys.stderr)
        services = [service for service in services if service.module not in broken]
        names = [service.module for service in services]
        tasks = {
            (service.module, column): pool.submit(attempt_report if column in BREAKING else attempt, service, column)
            for service in services
            for column in columns
        }
        results = {key: task.result() for key, task in tasks.items()}
    for column in columns:
        cells = [f"{name}: {results[name, column][0]}" for name in names]
        print(f"  {column:<20}" + "  ".join(f"{cell:<19}" for cell in cells).rstrip())
    faults = len(broken)
    for (name, column), (verdict, text) in results.items():
        wish = "-" if column in NO_PLACE[name] else "noticed" if column == "breaks" else "reported" if column in BREAKING else "ok"
        if verdict != wish:
            faults += 1
            print(f"{name}, {column}: '{verdict}' instead of '{wish}'. {text}", file=sys.stderr)
    builds = sum(result[0] in ("ok", "noticed") for result in results.values())
    print(f"  {builds} grown clients compiled in {time.monotonic() - began:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
