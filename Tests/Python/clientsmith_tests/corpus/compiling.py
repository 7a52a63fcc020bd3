"""Compiles what was generated, as SwiftPM would, but with all that the documents share compiled once.

There are two modes: *Swift 6*, the package as it is; and *main actor*, the same sources in modules whose default isolation is
`MainActor`. Warnings are errors in both.
"""

import fcntl
import hashlib
from contextlib import contextmanager
from pathlib import Path

from .running import run

FEATURES = ("InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny")
MODES = {"Swift 6": [], "main actor": ["-default-isolation", "MainActor"]}
BASE = ["-swift-version", "6", "-parse-as-library", "-wmo", "-package-name", "corpus"]
STRICT = [*BASE, "-warnings-as-errors", *(word for name in FEATURES for word in ("-enable-upcoming-feature", name))]
BIG = 50_000  # lines; modules with more are compiled one at a time, for the memory they need


class CompileError(Exception):
    pass


class Compiler:
    """`http_types` is a checkout of swift-http-types; what documents share is kept in `shared`."""

    def __init__(self, http_types: Path, shared: Path):
        self.shared = shared.resolve()
        self.shared.mkdir(parents=True, exist_ok=True)
        self.dependency = self._once(self.shared / "HTTPTypes", "HTTPTypes", http_types / "Sources" / "HTTPTypes", [], BASE)

    def folder(self, mode: str, runtime: Path) -> Path:
        """Where the runtime is compiled to, in one of the modes; runtimes of the same text share it."""
        digest = hashlib.sha256()
        for path in sorted(runtime.rglob("*.swift")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        folder = self.shared / digest.hexdigest()[:16] / mode.replace(" ", "-")
        return self._once(folder, runtime.name, runtime, [self.dependency], [*STRICT, *MODES[mode]])

    def _once(self, folder: Path, module: str, sources: Path, imports: list, flags: list) -> Path:
        """Compiles a module into `folder`, unless that was done before."""
        folder.mkdir(parents=True, exist_ok=True)
        with self.turn(folder / "lock"):
            if not (folder / f"{module}.o").exists():
                made = self.compile(module, sources, folder, imports, flags)
                if not made["passed"]:
                    raise CompileError(f"{module}: {made['first']}")
        return folder

    def client(self, mode: str, row, objects: bool) -> dict:
        """Compiles the client of a row, with `objects` to where `product` says."""
        try:
            runtime = self.folder(mode, row.sources / "CorpusRuntime")
        except CompileError as error:
            return {"passed": False, "seconds": 0, "cpu": 0, "megabytes": 0, "first": str(error)}
        folder = product(row.folder, mode)
        folder.mkdir(parents=True, exist_ok=True)
        imports = [runtime, self.dependency]
        with self.turn(self.shared / "big" if row.cost["lines"] > BIG else folder / "lock"):
            return self.compile(row.module, row.sources / row.module, folder, imports, [*STRICT, *MODES[mode]], objects)

    def compile(self, module: str, sources: Path, folder: Path, imports: list, flags: list, objects: bool = True) -> dict:
        """Without `objects`, everything up to what can be an error: SIL, which is thrown away."""
        files = sorted(sources.rglob("*.swift"))
        result = folder / (f"{module}.o" if objects else f"{module}.sib")
        command = ["swiftc", *flags, "-module-name", module, *(word for path in imports for word in ("-I", path))]
        command += ["-c", "-emit-module-path", folder / f"{module}.swiftmodule"] if objects else ["-emit-sib"]
        ran = run([*command, "-o", result, *files], folder, "compile")
        if not objects or ran.status:
            result.unlink(missing_ok=True)
        return outcome(ran)

    @staticmethod
    @contextmanager
    def turn(path: Path):
        with open(path, "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def product(folder: Path, mode: str) -> Path:
    """Where a client is compiled to."""
    return folder / mode.replace(" ", "-")


def outcome(ran) -> dict:
    first = "" if ran.status == 0 else diagnostic(ran.output + ran.errors) or f"status {ran.status}"
    return {"passed": ran.status == 0, "seconds": ran.seconds, "cpu": ran.cpu, "megabytes": ran.megabytes, "first": first}


def diagnostic(text: str) -> str:
    """The first error or warning."""
    found = (line for line in text.splitlines() if "error: " in line or "warning: " in line)
    return next(found, text.strip()[-300:])
