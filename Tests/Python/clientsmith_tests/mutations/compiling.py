"""Type-checks what the tool wrote, many outputs at once, against a runtime that is compiled once."""

import hashlib
import re
import subprocess
from pathlib import Path

FLAGS = ["-swift-version", "6", "-parse-as-library", "-wmo", "-package-name", "mutations"]
FEATURES = ("InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny")
STRICT = [*FLAGS, "-warnings-as-errors", *(word for name in FEATURES for word in ("-enable-upcoming-feature", name))]
PATIENCE = 900  # seconds; a batch takes a few


class Compiler:
    def __init__(self, http_types: Path, runtime: Path, scratch: Path):
        sources = sorted((http_types / "Sources" / "HTTPTypes").rglob("*.swift")) + sorted(runtime.rglob("*.swift"))
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
        self.modules = scratch / digest
        self.modules.mkdir(parents=True, exist_ok=True)
        self._module("HTTPTypes", http_types / "Sources" / "HTTPTypes", [*FLAGS, "-suppress-warnings"])
        self._module("ClientRuntime", runtime, STRICT)

    def _module(self, name: str, folder: Path, flags: list):
        path = self.modules / f"{name}.swiftmodule"
        if not path.exists():
            command = ["swiftc", *flags, "-module-name", name, "-I", self.modules, "-emit-module", "-emit-module-path", path]
            subprocess.run([*command, *sorted(folder.rglob("*.swift"))], check=True)

    def check(self, runs: list):
        """Marks the runs whose output does not compile. An error in one output can hide those of others, so these are compiled again."""
        while runs:
            status, text = self._compile(runs)
            if status == 0:
                return
            failed = self._failed(runs, text)
            if not failed and len(runs) > 1:
                # The compiler crashed, or named no file.
                self.check(runs[: len(runs) // 2])
                return self.check(runs[len(runs) // 2 :])
            for run in failed or runs:
                run.fail("does not compile", first(text, run))
            runs = [run for run in runs if run not in failed] if failed else []

    def _compile(self, runs: list):
        files = [path for run in runs for path in sorted(run.output.rglob("*.swift"))]
        response = runs[0].folder / "files"
        response.write_text("\n".join(f'"{path}"' for path in files))
        command = ["swiftc", *STRICT, "-typecheck", "-module-name", "Mutants", "-I", self.modules, f"@{response}"]
        try:
            ran = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return -1, ""
        return ran.returncode, ran.stderr + ran.stdout

    @staticmethod
    def _failed(runs: list, text: str) -> list:
        # A warning that counts as an error is one line with `error:` too.
        places = [line.split(": error: ")[0] for line in text.splitlines() if ": error: " in line]
        return [run for run in runs if any(place.startswith(f"{run.output}/") for place in places)]


def first(text: str, run) -> str:
    """The first error message of a run, without names and places."""
    for line in text.splitlines():
        if ": error: " in line and line.startswith(f"{run.output}/"):
            return re.sub(r"'[^']*'", "'…'", line.split(": error: ", 1)[1])
    return "the compiler crashed: " + next((line for line in text.splitlines() if "Assertion" in line or "error:" in line), "")
