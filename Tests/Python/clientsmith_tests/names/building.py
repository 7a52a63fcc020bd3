"""Generates one package of all the documents, compiles it in both isolation modes, and runs a program that uses every name."""

import json
import subprocess

from . import documents, program
from .names import MODULES, PLACES, RUNTIME, is_token, names

FEATURES = ["InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny"]
STRICT = ["-swift-version", "6", "-warnings-as-errors", "-parse-as-library", "-wmo", "-package-name", "hostile"]
STRICT += [part for feature in FEATURES for part in ("-enable-upcoming-feature", feature)]


def run(command):
    result = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.returncode, result.stdout


class Build:
    """What became of the names: `errors` by place and mode, `used` by place and index, `model` by place."""

    def __init__(self, tool, modules, scratch):
        self.tool, self.modules, self.scratch = tool, modules, scratch
        self.package = scratch / "package"
        self.errors = {}
        self.accepted = {place: [name for name in names(place) if place != "header" or is_token(name)] for place in PLACES}
        for place, accepted in self.accepted.items():
            (scratch / f"{place}.json").write_text(documents.text(place, accepted))
        (scratch / "clientsmith.json").write_text(documents.configuration())
        self.status, self.said = run([tool, "generate", "--config", scratch / "clientsmith.json", "--output", self.package])
        if self.status == 0:
            self.compile("alone", ["-c"])
            # Everything up to what can be an error: no program is made of this one.
            self.compile("main actor", ["-default-isolation", "MainActor"])
            self.model = {place: self.read_model(place) for place in PLACES}
            self.used = self.use()

    def compile(self, mode, flags):
        """The runtime and each module, with `-c` to an object of its own."""
        output = self.output(mode)
        output.mkdir(exist_ok=True)
        for module in [RUNTIME, *MODULES.values()]:
            sources = sorted((self.package / "Sources" / module).rglob("*.swift"))
            command = ["swiftc", *STRICT, *flags, "-I", self.modules, "-I", output, "-module-name", module]
            command += ["-emit-module", "-emit-module-path", output / f"{module}.swiftmodule", *sources]
            command += ["-o", output / f"{module}.o"] if "-c" in flags else []
            status, text = run(command)
            self.errors[module, mode] = text if status else ""

    def output(self, mode):
        return self.scratch / mode.replace(" ", "-")

    def read_model(self, place):
        status, text = run([self.tool, "model", self.scratch / f"{place}.json", "--module", MODULES[place], "--quiet"])
        return json.loads(text) if status == 0 else None

    def use(self):
        """What the program found, by place and index."""
        if any(self.errors.values()):
            return {}
        output = self.output("alone")
        (output / "Program.swift").write_text(program.text(self.model, self.accepted))
        objects = [output / f"{module}.o" for module in [RUNTIME, *MODULES.values()]]
        objects += sorted((self.modules.parent / "HTTPTypes.build").glob("*.o"))
        command = ["swiftc", "-parse-as-library", "-swift-version", "6", "-I", self.modules, "-I", output]
        status, text = run([*command, "-module-name", "Program", "-o", output / "Program", output / "Program.swift", *objects])
        if status == 0:
            status, text = run([output / "Program"])
        if status:
            raise RuntimeError(text[-20_000:])
        lines = [json.loads(line) for line in text.split("\n") if line]
        return {(place, int(index)): found for place, index, *found in lines}

    def files(self):
        return [str(path.relative_to(self.package)) for path in self.package.rglob("*") if path.is_file()]

    def refusal(self, place, name):
        """Exit status and messages for a document with one name in the place."""
        document = self.scratch / "refused.json"
        document.write_text(documents.text(place, [name]))
        return run([self.tool, "lint", "--strict", document]), document.read_text()
