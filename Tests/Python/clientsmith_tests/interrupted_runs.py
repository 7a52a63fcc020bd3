"""Holds what `check` says of a package, and what is left of a run that is killed.

    python -m clientsmith_tests.interrupted_runs --clientsmith TOOL --scratch FOLDER [--kills NUMBER]

Twelve scripted states of a package have each the exit status the README gives it, and the same where the whole file system is read-only. Then
`generate` is killed at random moments: what is left is the old package, the new one, or a state that `check` calls 3; and never does `check`
call a mixture current. Runs at once leave what one leaves. On a terminal progress is shown and colours are used; in a pipe, or where
NO_COLOR says so, they are not.
"""

import argparse
import os
import pty
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from .folders import SPECS

MODEL = "Generated/Sources/Togai/Types/TokenResponse.swift"


class Package:
    """A folder with a configuration, a document and current output."""

    def __init__(self, tool, folder):
        self.tool = tool
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "specs").mkdir(parents=True)
        self.write("specs/togai.yaml", (SPECS / "togai.yaml").read_text())
        self.write("specs/clientsmith.yaml", "package: Tokens\noutput: ../Generated\nclients:\n  - {document: togai.yaml, module: Togai}\n")

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def edit(self, path, old, new):
        text = (self.folder / path).read_text()
        if old not in text:
            raise SystemExit(f"{path} does not hold {old!r}")
        self.write(path, text.replace(old, new))

    def run(self, *arguments):
        return subprocess.run([self.tool, *arguments], cwd=self.folder, capture_output=True, text=True)

    def must(self, *arguments):
        result = self.run(*arguments)
        if result.returncode:
            raise SystemExit(f"{' '.join(arguments)} ends with {result.returncode}\n{result.stderr}")

    def contents(self):
        root = self.folder / "Generated"
        files = [path for path in sorted(root.rglob("*")) if path.is_file() and ".clientsmith.staging" not in path.parts]
        return {str(path.relative_to(root)): path.read_bytes() for path in files}


STATES = {
    "as it was written": (0, lambda package: None),
    "a comment in the document": (0, lambda package: package.edit("specs/togai.yaml", "openapi:", "# A comment.\nopenapi:")),
    "built since": (0, lambda package: package.write("Generated/.build/debug/x.o", "")),
    "a property more": (1, lambda package: package.edit("specs/togai.yaml", "        token:\n", "        added: {type: string}\n        token:\n")),
    "another description": (1, lambda package: package.edit("specs/togai.yaml", "title: ", "title: New ")),
    "another access": (2, lambda package: package.edit("specs/clientsmith.yaml", "clients:", "access: internal\nclients:")),
    "another template": (2, lambda package: (
        package.write("templates/swift/header.mustache", "// Another.\n\n{{#imports}}\n{{.}}\n{{/imports}}\n\n"),
        package.edit("specs/clientsmith.yaml", "clients:", "templates: ../templates\nclients:"))),
    "both": (1, lambda package: (
        package.edit("specs/clientsmith.yaml", "clients:", "access: internal\nclients:"),
        package.edit("specs/togai.yaml", "title: ", "title: New "))),
    "edited": (3, lambda package: package.edit(MODEL, "public var", "public  var")),
    "missing": (3, lambda package: (package.folder / MODEL).unlink()),
    "extra": (3, lambda package: package.write("Generated/Sources/Togai/Mine.swift", "let mine = 1\n")),
    "cut off": (3, lambda package: package.write("Generated/.clientsmith.pending.json", "{\n")),
}


def read_only(package):
    """What `check` says where nothing can be written anywhere."""
    script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && mount -o remount,bind,ro / 2>/dev/null; cd "$1" && ! touch x 2>/dev/null && "$2" check --quiet'
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh", package.folder, package.tool]
    return subprocess.run(command, capture_output=True, text=True).returncode


def states(options):
    can_mount = subprocess.run(["unshare", "--mount", "--map-root-user", "true"], capture_output=True).returncode == 0
    faults = 0
    for name, (expected, change) in STATES.items():
        package = Package(options.clientsmith, options.scratch / "state")
        package.must("generate", "--quiet")
        change(package)
        found = [package.run("check", "--quiet").returncode]
        if can_mount:
            found.append(read_only(package))
        if any(status != expected for status in found):
            faults += 1
            print(f"{name}: {found} instead of {expected}", file=sys.stderr)
    print(f"  {len(STATES) - faults} of {len(STATES)} states" + (", each on a read-only file system too" if can_mount else ""))
    return faults


def kills(options):
    package = Package(options.clientsmith, options.scratch / "killed")
    old = (package.folder / "specs/togai.yaml").read_text()
    new = old.replace("        token:\n", "        added: {type: string}\n        token:\n").replace("ErrorResponse", "Problem")
    packages = []
    for text in (old, new):
        package.write("specs/togai.yaml", text)
        package.must("generate", "--quiet")
        packages.append(package.contents())
    began = time.monotonic()
    package.write("specs/togai.yaml", old)
    package.must("generate", "--quiet")
    longest = time.monotonic() - began
    staging = package.folder / "Generated/.clientsmith.staging"
    seen, faults, cut = {}, 0, 0
    for round in range(options.kills):
        package.write("specs/togai.yaml", (new, old)[round % 2])
        process = subprocess.Popen([package.tool, "generate", "--quiet"], cwd=package.folder, stderr=subprocess.DEVNULL)
        if round % 4 < 2:
            time.sleep(random.uniform(0, longest * 1.1))
        else:
            # Writing takes a small part of a run, and is what matters.
            while process.poll() is None and not staging.exists():
                pass
            time.sleep(random.uniform(0, 0.01))
        process.send_signal(signal.SIGKILL)
        cut += process.wait() == -signal.SIGKILL
        status = package.run("check", "--quiet").returncode
        contents = package.contents()
        kind = "new" if contents == packages[(round + 1) % 2] else "old" if contents == packages[round % 2] else "between"
        seen[kind, status] = seen.get((kind, status), 0) + 1
        if status not in (0, 1, 3) or (kind == "between") != (status == 3) or (status == 0) != (kind == "new"):
            faults += 1
            print(f"round {round}: {kind}, and check says {status}", file=sys.stderr)
        package.must("generate", "--quiet")
        if package.contents() != packages[(round + 1) % 2]:
            faults += 1
            print(f"round {round}: the next run does not repair it", file=sys.stderr)
    told = ", ".join(f"{count} {kind} (check {status})" for (kind, status), count in sorted(seen.items()))
    print(f"  killed {cut} of {options.kills} runs before their end: {told}")
    return faults


def at_once(options):
    package = Package(options.clientsmith, options.scratch / "together")
    runs = [subprocess.Popen([package.tool, "generate", "--quiet"], cwd=package.folder) for _ in range(8)]
    statuses = [run.wait() for run in runs]
    together = package.contents()
    alone = Package(options.clientsmith, options.scratch / "alone")
    alone.must("generate", "--quiet")
    if any(statuses) or together != alone.contents():
        print(f"runs at once end with {statuses}, or leave something else", file=sys.stderr)
        return 1
    print("  8 runs at once leave the bytes of one")
    return 0


def on_terminal(command, folder, **environment):
    """What a command writes to a terminal."""
    pid, descriptor = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ.update({"TERM": "xterm", **environment})
        os.execv(command[0], [str(part) for part in command])
    text = b""
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:
            break
        if not part:
            break
        text += part
    os.waitpid(pid, 0)
    os.close(descriptor)
    return text.decode()


def terminals(options):
    package = Package(options.clientsmith, options.scratch / "terminal")
    package.edit("specs/togai.yaml", "type: string\n    Err", "type: 'string,'\n    Err")
    command = [package.tool, "generate"]
    shown = on_terminal(command, package.folder)
    plain = on_terminal(command, package.folder, NO_COLOR="1")
    piped = package.run("generate").stderr
    faults = [
        "progress" * ("\r\x1b[Kreading documents" not in shown), "colours" * ("\x1b[1" not in shown and "\x1b[3" not in shown),
        "NO_COLOR" * ("\x1b[1" in plain or "\x1b[3" in plain), "a pipe" * ("\x1b" in piped or "\r" in piped),
    ]
    for fault in filter(None, faults):
        print(f"not as it has to be: {fault}\n{shown!r}\n{plain!r}\n{piped!r}", file=sys.stderr)
    if not any(faults):
        print("  progress and colours on a terminal, no colours with NO_COLOR, neither in a pipe")
    return sum(map(bool, faults))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clientsmith", type=lambda path: str(Path(path).resolve()), required=True)
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--kills", type=int, default=200)
    options = parser.parse_args()
    options.scratch = options.scratch.resolve()
    faults = states(options) + kills(options) + at_once(options) + terminals(options)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
