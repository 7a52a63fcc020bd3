"""Holds `clientsmith diff` against what compilers and other tools say.

    python -m clientsmith_tests.diff_verdicts --clientsmith TOOL --modules FOLDER --scratch FOLDER [--only NAME]

Each pair of pairs.yaml is a document before and after one change. What the label says of Swift is proved: the program, which names
everything callers can name, is compiled against both clients, and has to compile against the old one, and against the new one if and only
if the label says so. What the label says of the wire is held against the level oasdiff documents for its rule; where they differ, the pair
says why. Then `diff` has to say what the label says, and what swift-api-digester says of both modules (digester.py). FOLDER of `--modules` is where HTTPTypes was compiled to.
"""

import argparse
import copy
import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..folders import INTEGRATION, ROOT
from ..judge.reading import read
from .digester import REASONS, Digester, Unreadable

HERE = INTEGRATION / "DiffVerdicts"
FEATURES = ["InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny"]
BREAKING = {"err": True, "warn": True, "info": False}


class Failure(Exception):
    pass


def run(command):
    result = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return result.returncode, result.stdout, result.stderr


def keys(path):
    return [part.strip("'") for part in path.split(" ")]


def holder(document, path):
    """What holds the last key of a path, and that key."""
    *way, last = keys(path)
    for part in way:
        document = document[int(part)] if isinstance(document, list) else document.setdefault(part, {})
    return document, int(last) if isinstance(document, list) else last


def changed(base, pair):
    document = copy.deepcopy(base)
    for path in pair.get("remove", []):
        inside, key = holder(document, path)
        del inside[key]
    for path, value in pair.get("set", {}).items():
        inside, key = holder(document, path)
        inside[key] = value
    return reversed_keys(document) if pair.get("reversed") else document


def reversed_keys(value, key=None):
    """A value whose mappings and lists of parameters are the other way round."""
    if isinstance(value, dict):
        return {name: reversed_keys(value[name], name) for name in reversed(value)}
    if isinstance(value, list):
        items = [reversed_keys(item) for item in value]
        return items[::-1] if key == "parameters" else items
    return value


RECORD = "clientsmith.names.yaml"


class Bench:
    """Generates, compiles and compares."""

    def __init__(self, options):
        self.options = options
        self.base = read((HERE / "base.yaml").read_bytes())
        self.program = (HERE / "Program.swift").read_text()
        shutil.rmtree(options.scratch, ignore_errors=True)
        self.runtime = options.scratch / "runtime"
        self.runtime.mkdir(parents=True)
        self.digester = Digester([self.runtime, options.modules], options.scratch / "digester", run)
        self.verdicts = {}
        self.old = self.client(options.scratch / "base", self.base, isFirst=True)
        status, text = self.compiles(self.old, self.program)
        if not status:
            raise Failure("the program does not compile against the client of base.yaml\n" + text)

    def client(self, folder, document, isFirst=False, old=None):
        """Generates the client of a document, with the names recorded for an old one, and compiles what callers see of it."""
        folder.mkdir(parents=True)
        source = folder / "document.json"
        source.write_text(json.dumps(document, indent=2, ensure_ascii=False))
        package = folder / "package"
        if old and (old / "package" / RECORD).exists():
            package.mkdir()
            shutil.copy(old / "package" / RECORD, package)
        command = [self.options.clientsmith, "generate", source, "--module", "Store", "--output", package, "--quiet"]
        status, _, errors = run(command)
        if status:
            raise Failure(f"not generated\n{errors}")
        if isFirst:
            # The other documents use parts of the runtime that this one doesn't.
            shutil.copytree(ROOT / "Sources" / "ClientRuntime", package / "Sources" / "StoreRuntime", dirs_exist_ok=True)
            self.emit("StoreRuntime", folder, self.runtime, [])
        self.emit("Store", folder, folder, ["-Xfrontend", "-experimental-skip-all-function-bodies"])
        return folder

    def emit(self, module, folder, output, more):
        flags = [flag for feature in FEATURES for flag in ("-enable-upcoming-feature", feature)]
        command = ["swiftc", "-emit-module", "-wmo", "-parse-as-library", "-swift-version", "6", *flags, *more]
        command += ["-module-name", module, "-package-name", "client", "-I", self.options.modules, "-I", self.runtime]
        command += ["-o", output / f"{module}.swiftmodule", *sorted((folder / "package/Sources" / module).rglob("*.swift"))]
        status, output, errors = run(command)
        if status:
            raise Failure(f"{module} does not compile\n{output}{errors}")

    def compiles(self, client, program):
        source = client / "Program.swift"
        source.write_text(program)
        command = ["swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-module-name", "Program"]
        command += ["-package-name", "program", "-I", client, "-I", self.runtime, "-I", self.options.modules, source]
        status, output, errors = run(command)
        return status == 0, output + errors

    def judge(self, pair):
        """What is wrong with a pair, line by line."""
        folder = self.options.scratch / pair["name"]
        base, old = self.base, self.old
        if "both" in pair:
            base = changed(base, {"set": pair["both"]})
            old = self.client(folder / "both", base)
        keeps = pair.get("record", True) and not pair.get("swap")
        edited = self.client(folder / "edited", changed(base, pair), old=old if keeps else None)
        before, after = (edited, old) if pair.get("swap") else (old, edited)
        faults = list(self.prove(pair, before, after))
        changes, found = self.compare(pair, before, after)
        faults += found
        verdict = self.verdicts[pair["name"]] = self.digester.judge(before, after, changes)
        faults += verdict.faults
        faults += self.agree(pair)
        return faults

    def prove(self, pair, before, after):
        if "layout" in pair:
            yield from self.prove_within(pair, before, after)
            return
        program = self.program
        if "program" in pair:
            program = f"import Store\nimport StoreRuntime\nlet client = Store()\nfunc probe() async throws {{ {pair['program']} }}\n"
            status, text = self.compiles(before, program)
            if not status:
                yield "the program does not compile against the old client\n" + text
        status, text = self.compiles(after, program)
        if status == pair["swift"]:
            yield "the program " + ("compiles" if status else "does not compile") + " against the new client\n" + text

    def prove_within(self, pair, before, after):
        """Compiles the program in the module of the client, as its layout has it."""
        for client, wanted in ((before, True), (after, not pair["swift"])):
            source = client / "Within.swift"
            source.write_text(f"func probe(_ client: Store, _ answer: Store.Answer) {{ {pair['program']} }}\n")
            files = sorted((client / "package/Sources/Store").rglob("*.swift"))
            command = ["swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-module-name", "Store"]
            command += ["-package-name", "client", "-I", self.runtime, "-I", self.options.modules, source, *files]
            status, output, errors = run(command)
            if (status == 0) != wanted:
                yield f"the program {'does not compile' if status else 'compiles'} within {client.name}\n{output}{errors}"

    def compare(self, pair, before, after):
        """The changes that `diff` finds, and what is wrong with them."""
        versions = [before / "document.json", after / "document.json"]
        if not pair.get("record", True):
            versions = [self.model(client) for client in (before, after)]
        command = [self.options.clientsmith, "diff", *versions]
        command += ["--layout", pair["layout"]] if "layout" in pair else []
        status, output, errors = run([*command, "--module", "Store", "--format", "json", "--quiet"])
        if status:
            raise Failure(f"diff ends with {status}\n{errors}")
        changes = json.loads(output)["modules"][0]["changes"]
        return changes, list(self.faults(pair, changes))

    def model(self, client):
        """The model of a client's document, which has no record of names."""
        path = client / "model.json"
        status, output, errors = run([self.options.clientsmith, "model", client / "document.json", "--module", "Store", "--quiet"])
        if status:
            raise Failure(f"no model\n{errors}")
        path.write_text(output)
        return path

    def faults(self, pair, changes):
        for verdict in ["wire", "swift"]:
            found = [f"{change['kind']} {change['subject']}" for change in changes if change["verdict"] == verdict]
            if bool(found) != pair[verdict]:
                yield f"diff says of '{verdict}': {', '.join(found) or 'nothing'}"
        if bool(changes) == pair.get("same", False):
            yield f"diff finds {len(changes)} changes"
        if "kind" in pair and pair["kind"] not in [change["kind"] for change in changes]:
            yield f"there is no {pair['kind']} in {', '.join(change['kind'] for change in changes)}"
        if "says" in pair and pair["says"] not in [change["message"] for change in changes]:
            yield f"not said: {pair['says']}; but: {'; '.join(change['message'] for change in changes)}"

    def agree(self, pair):
        if "oasdiff" not in pair:
            return
        rule, level = pair["oasdiff"]
        if (BREAKING[level] == pair["wire"]) == ("differs" in pair):
            yield f"{rule} is {level}: " + ("no reason is needed" if "differs" in pair else "a reason is needed")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clientsmith", type=Path, required=True)
    parser.add_argument("--modules", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--only")
    options = parser.parse_args()
    began = time.monotonic()
    pairs = [pair for pair in read((HERE / "pairs.yaml").read_bytes()) if options.only in (None, pair["name"])]
    bench = Bench(options)

    def attempt(pair):
        try:
            return bench.judge(pair)
        except (Failure, Unreadable) as failure:
            return [str(failure)]

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        results = list(pool.map(attempt, pairs))
    faulty = 0
    for pair, faults in zip(pairs, results):
        faulty += bool(faults)
        for fault in faults:
            print(f"{pair['name']}: {fault}", file=sys.stderr)
    verdicts = list(bench.verdicts.values())
    used = [reason for verdict in verdicts for reason in verdict.used if reason]
    unused = [reason for reason in REASONS if reason not in used and not options.only]
    for reason in unused:
        print(f"no pair needs the reason of the digester: {reason}", file=sys.stderr)
    ruled = [pair for pair in pairs if "oasdiff" in pair]
    print(f"  {len(pairs) - faulty} of {len(pairs)} pairs are judged as labelled, in {time.monotonic() - began:.0f} s")
    print(f"  break the wire: {sum(pair['wire'] for pair in pairs)}, Swift callers: {sum(pair['swift'] for pair in pairs)}")
    missed = sum(len(verdict.faults) for verdict in verdicts)
    print(f"  swift-api-digester: {sum(verdict.breaks for verdict in verdicts)} breaks; not explained by the report or a reason: {missed}")
    for reason, count in Counter(used).most_common():
        print(f"    {count} times: {reason}")
    print(f"  as oasdiff: {sum('differs' not in pair for pair in ruled)} of {len(ruled)}; otherwise:")
    for pair in ruled:
        if "differs" in pair:
            print(f"    {pair['oasdiff'][0]} ({pair['oasdiff'][1]}): {pair['differs']}")
    return 1 if faulty or unused else 0


if __name__ == "__main__":
    sys.exit(main())
