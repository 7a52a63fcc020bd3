"""Runs what the pages of the documentation catalogue tell users to run, and converts the catalogue.

    python -m clientsmith_tests.documentation --clientsmith PATH --scratch FOLDER

Every page has a folder of its own: a git repository with two documents in `specs`. Its blocks are taken in their order. One whose first line
names a file is written there; shell blocks run, and what a console block shows must be what is printed. A shell block that does not run here is
named in `elsewhere.py` with the reason, or with the script that runs its commands. Files to copy are shown as they are under Documentation.
`swift run clientsmith` is the given tool, and example.com a server on this machine.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

import yaml

from ..folders import INTEGRATION, ROOT
from . import bazel, blocks, elsewhere, upstream

HERE = INTEGRATION / "Documentation"
CATALOGUE = ROOT / "Documentation" / "Clientsmith.docc"

# Files to copy, and where the pages have them.
COPIES = {
    "Makefile/Makefile": "Makefile",
    "Bazel/clientsmith.bzl": "tools/clientsmith.bzl",
    "Bazel/BUILD.bazel": "BUILD.bazel",
}

SWIFT = """#!/bin/sh
[ "$1 $2" = "run clientsmith" ] || exit 64
shift 2
exec clientsmith "$@"
"""


class Pages:
    def __init__(self, tool, scratch):
        self.tool, self.scratch = tool, scratch
        shutil.rmtree(scratch, ignore_errors=True)
        programs, home = scratch / "bin", scratch / "home"
        programs.mkdir(parents=True)
        home.mkdir()
        (programs / "clientsmith").symlink_to(tool)
        (programs / "swift").write_text(SWIFT)
        (programs / "swift").chmod(0o755)
        (home / ".gitconfig").write_text("[user]\nname = Users\nemail = users@example.com\n[init]\ndefaultBranch = main\n")
        self.environment = {
            "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(home), "LANG": "C.UTF-8", "NO_COLOR": "1"}
        self.copies = {(ROOT / "Documentation" / source).read_text(): place for source, place in COPIES.items()}
        self.shown = set()
        self.server = upstream.Server(HERE / "petstore.yaml", scratch / "upstream")
        self.failures, self.skipped = [], {}
        self.ran = self.written = self.compared = 0

    def folder(self, name):
        """The repository of a page."""
        folder = self.scratch / "pages" / name
        (folder / "specs").mkdir(parents=True)
        for document in HERE.glob("*.yaml"):
            shutil.copy(document, folder / "specs")
        (folder / ".gitignore").write_text(".build/\n")
        self.script(folder, "git init --quiet")
        return folder

    def script(self, folder, text):
        """What a script prints where it fails."""
        ended = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", text], cwd=folder, env=self.environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        return f"ends with {ended.returncode}: {text}\n{ended.stdout}" if ended.returncode else None

    def read(self, path):
        folder = self.folder(path.stem)
        for block in blocks.blocks(path):
            if reason := self.take(block, folder):
                self.failures.append(reason)

    def take(self, block, folder):
        """Does with a block what it is for; returns what is wrong with it."""
        if block.language in blocks.SHELL and not elsewhere.names(block):
            if "fetch --dry-run" in block.text:
                self.server.change()
            self.ran += len(block.commands)
            return blocks.run(block, folder, self.environment)
        if block.language in blocks.SHELL:
            self.skipped[block.name] = elsewhere.reason(block)
            return elsewhere.objection(block)
        if place := self.copies.get(block.text) or (block.language == "yaml" and block.path):
            self.shown.add(place)
            return self.write(block, folder, place)
        self.compared += 1
        return elsewhere.objection(block)

    def write(self, block, folder, place):
        """Writes a file a page shows, and runs the steps of a workflow."""
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text.replace("https://example.com", self.server.address))
        self.written += 1
        if not place.startswith(".github/workflows/"):
            return None
        steps = [step["run"] for job in yaml.safe_load(block.text)["jobs"].values() for step in job["steps"] if "run" in step]
        self.ran += len(steps)
        return "".join(filter(None, (self.script(folder, step) for step in steps))) or None

    def finish(self):
        """What holds for the pages together."""
        self.failures += elsewhere.unused()
        self.failures += [f"no page shows Documentation/{source}" for source, place in COPIES.items() if place not in self.shown]
        failures, seen = bazel.check(self.scratch / "pages" / "Bazel", self.tool, self.scratch / "Bazel")
        self.failures += failures
        if reason := converted(self.scratch / "Clientsmith.doccarchive"):
            self.failures.append(reason)
        return seen


def converted(output):
    """What is wrong with the catalogue's links and markup."""
    ended = subprocess.run(
        ["docc", "convert", str(CATALOGUE), "--warnings-as-errors", "--output-dir", str(output)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return ended.stdout if ended.returncode or "warning:" in ended.stdout else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--clientsmith", required=True, type=pathlib.Path)
    parser.add_argument("--scratch", required=True, type=pathlib.Path)
    options = parser.parse_args()
    pages = Pages(options.clientsmith.resolve(), options.scratch.resolve())
    found = sorted(CATALOGUE.glob("*.md"))
    for page in found:
        pages.read(page)
    seen = pages.finish()
    for failure in pages.failures:
        print(failure.rstrip())
    print(f"{len(found)} pages: {pages.ran} commands run, {pages.written} files written, {pages.compared} examples compared")
    print(f"Bazel's action: {seen}")
    for name, why in pages.skipped.items():
        print(f"not run here: {name}, {why}")
    return 1 if pages.failures else 0


if __name__ == "__main__":
    sys.exit(main())
