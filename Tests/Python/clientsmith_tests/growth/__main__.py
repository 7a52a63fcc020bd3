"""Shows that a document may grow without breaking the programs that call its client.

    python -m clientsmith_tests.growth --clientsmith TOOL --modules FOLDER --scratch FOLDER [--only MODULE…]

Every document and every addition of grow.py: the client is generated anew and compiled, and the program that was written for the old
one (Programs/MODULE.swift), which stands in another package, is compiled against it as it is. An error fails, and so does a warning
that was not there before; for a new branch of a union one that asks for it to be told apart is allowed. `diff --fail-on swift` has to say
the same, and to report the three additions of grow.py that change a type. Last, a change that does break callers has to be noticed.

The documents are those of the four services, one for what they lack, and three of others, which stand in the folder ../shared/corpus
beside the repository; where it is missing they are skipped. FOLDER of `--modules` is where HTTPTypes was compiled to.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..folders import CORPUS, INTEGRATION, ROOT, SPECS
from .grow import ADDITIONS, BREAKING, grown

HERE = INTEGRATION / "Growth"
DOCUMENTS = {
    "ShipEngine": SPECS / "shipengine.yaml",
    "Forsta": SPECS / "forsta.yaml",
    "RunAI": SPECS / "runai.yaml",
    "Togai": SPECS / "togai.yaml",
    "Shapes": HERE / "shapes.yaml",
    "Museum": CORPUS / "museum" / "openapi.yaml",
    "Petstore": CORPUS / "swagger-petstore" / "openapi.yaml",
    "Cafe": CORPUS / "redocly-cafe" / "cafe.yaml",
}
# Additions the documents have no place for.
NO_PLACE = {
    "ShipEngine": ["union branch", "first error"],
    "Forsta": ["enum value", "union branch", "error status", "another error"],
    "RunAI": ["union branch", "first error"],
    "Togai": ["enum value", "union branch", "first error"],
    "Shapes": ["first error"],
    "Museum": ["union branch", "first error"],
    "Petstore": ["union branch", "another error"],
    "Cafe": ["first error"],
}
COLUMNS = [*ADDITIONS, "breaks", *BREAKING]
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


def compile_module(module, sources, output, options):
    flags = [flag for feature in FEATURES for flag in ("-enable-upcoming-feature", feature)]
    command = ["swiftc", "-emit-module", "-wmo", "-parse-as-library", "-swift-version", "6", "-warnings-as-errors", *flags]
    command += ["-module-name", module, "-package-name", "client", *options]
    must([*command, "-o", output / f"{module}.swiftmodule", *sorted(sources.rglob("*.swift"))], f"{module} does not compile")


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class Runtime:
    """What every client has a copy of under a name of its own, of the parts that it uses; the whole is compiled once."""

    def __init__(self, options):
        self.modules = options.modules
        self.folder = options.scratch / "runtime"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.text = files_of(ROOT / "Sources" / "ClientRuntime")
        compile_module("ClientRuntime", ROOT / "Sources" / "ClientRuntime", self.folder, ["-I", self.modules])

    def hold(self, sources, old):
        """A copy has to consist of files of the whole, and of those that the old copy had."""
        files = files_of(sources)
        if not files.items() <= self.text.items():
            raise Failure("the runtime differs")
        if not files_of(old).keys() <= files.keys():
            raise Failure("the runtime has lost a part")

    def flags(self, name):
        """What lets sources import it by the name of their copy."""
        return ["-module-alias", f"{name}=ClientRuntime", "-I", self.folder, "-I", self.modules]


class Service:
    """One document, its client as it was, and the program written for that."""

    def __init__(self, module, document, runtime, options):
        self.module = module
        self.document = document
        self.runtime = runtime
        self.tool = options.clientsmith
        self.folder = options.scratch / module
        shutil.rmtree(self.folder, ignore_errors=True)

    def begin(self):
        """Compiles the old client and the program; gives what went wrong."""
        try:
            self.old_warnings = self.client("old", self.document)
        except Failure as failure:
            return str(failure)
        return None

    def client(self, name, document):
        """Generates the client with the old one's names, compiles it and then the program against it; gives the program's warnings."""
        output = self.folder / name
        package = output / "package"
        record = self.folder / "old" / "package" / "clientsmith.names.yaml"
        if record.exists():
            package.mkdir(parents=True)
            shutil.copy(record, package)
        must([self.tool, "generate", document, "--module", self.module, "--output", package, "--quiet"], "not generated")
        sources = Path("package", "Sources", f"{self.module}Runtime")
        self.runtime.hold(output / sources, self.folder / "old" / sources)
        flags = self.runtime.flags(f"{self.module}Runtime")
        compile_module(self.module, package / "Sources" / self.module, output, flags)
        command = ["swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-module-name", "Program", "-package-name", "program"]
        text = must([*command, "-I", output, *flags, HERE / "Programs" / f"{self.module}.swift"], "the program does not compile")
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
        warnings = self.client(name, document) - self.old_warnings
        if addition == "union branch":
            warnings = {text for text in warnings if not ABOUT_BRANCHES.search(text)}
        if warnings:
            raise Failure("new warnings:\n" + "\n".join(sorted(warnings)))
        return True

    def diff(self, document, breaks):
        """Holds what `diff` says of callers, and its exit status, against what has to be."""
        command = [self.tool, "diff", self.document, document, "--module", self.module, "--format", "json", "--quiet"]
        status, text = run([*command, "--fail-on", "swift"])
        if status not in (0, 1):
            raise Failure(f"not compared (exit status {status})\n{text}")
        changes = json.loads(text)["modules"][0]["changes"]
        found = [f"{change['kind']} {change['subject']}" for change in changes if change["verdict"] == "swift"]
        if bool(found) != breaks or bool(status) != breaks or not changes:
            raise Failure(f"diff ends with {status} and says of Swift callers: {', '.join(found) or 'nothing'}")

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


def attempts(services):
    """What became of every change of every document, and the number of faults there were before."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        broken = {service: text for service, text in zip(services, pool.map(Service.begin, services)) if text}
        for service, text in broken.items():
            print(f"{service.module}, before it grows: {text}", file=sys.stderr)
        tasks = {
            (service.module, column): pool.submit(attempt_report if column in BREAKING else attempt, service, column)
            for service in services
            if service not in broken
            for column in COLUMNS
        }
        return {key: task.result() for key, task in tasks.items()}, len(broken)


def show(results):
    names = list(dict.fromkeys(name for name, _ in results))
    print(f"  {'grown by':<20}" + "".join(f"{name:<12}" for name in names).rstrip())
    for column in COLUMNS:
        print(f"  {column:<20}" + "".join(f"{results[name, column][0]:<12}" for name in names).rstrip())
    additions = Counter(verdict for (_, column), (verdict, _) in results.items() if column in ADDITIONS)
    breaking = Counter(verdict for (_, column), (verdict, _) in results.items() if column in BREAKING)
    print("  -: the document has no place for it")
    print(f"  {len(names)} documents x {len(ADDITIONS)} additions: {additions['ok']} programs compile unchanged, {additions['-']} have no place")
    print(f"  {len(names)} documents x {len(BREAKING)} breaking ones: {breaking['reported']} reported, {breaking['-']} have no place")


def faults(results):
    found = 0
    for (name, column), (verdict, text) in results.items():
        wish = "-" if column in NO_PLACE[name] else "noticed" if column == "breaks" else "reported" if column in BREAKING else "ok"
        if verdict != wish:
            found += 1
            print(f"{name}, {column}: '{verdict}' instead of '{wish}'. {text}", file=sys.stderr)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clientsmith", type=Path, required=True)
    parser.add_argument("--modules", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--only", choices=DOCUMENTS, nargs="+", default=list(DOCUMENTS))
    options = parser.parse_args()
    began = time.monotonic()
    runtime = Runtime(options)
    services = []
    for name, document in DOCUMENTS.items():
        if name not in options.only:
            continue
        if document.is_relative_to(CORPUS) and not document.exists():
            print(f"  {name} skipped: ../shared/corpus/{document.relative_to(CORPUS)} is not there")
        else:
            services.append(Service(name, document, runtime, options))
    results, broken = attempts(services)
    show(results)
    print(f"  in {time.monotonic() - began:.0f} s")
    return 1 if broken + faults(results) else 0


if __name__ == "__main__":
    sys.exit(main())
