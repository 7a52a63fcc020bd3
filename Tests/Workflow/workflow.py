"""Runs the steps of the workflow users copy, as written, against a repository and a server on this machine.

    python workflow.py --clientsmith PATH --scratch FOLDER

`swift run clientsmith` is the given tool and `gh` keeps what it is asked for; git, curl and everything else are what the machine has. The
server's document stays as it is, then gains an operation, then another: no pull request, a new one, and the same one renewed.
"""

import argparse
import functools
import hashlib
import http.server
import os
import pathlib
import shutil
import subprocess
import sys
import threading

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / "Documentation" / "Workflows" / "update-clients.yml"

SWIFT = """#!/bin/sh
[ "$1 $2" = "run clientsmith" ] || exit 64
shift 2
exec {tool} "$@"
"""

GH = """#!/bin/sh
echo "$@" >>{log}
case "$1 $2" in
    "pr list") cat {log}.open 2>/dev/null ;;
    "pr create") echo 7 >{log}.open ;;
    "pr edit") ;;
    *) exit 64 ;;
esac
"""


def git(folder, *arguments):
    identity = ["-c", "user.name=Users", "-c", "user.email=users@example.com"]
    ended = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return ended.stdout.strip()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Run:
    def __init__(self, tool, scratch):
        self.scratch = scratch
        shutil.rmtree(scratch, ignore_errors=True)
        self.upstream = scratch / "upstream"
        self.origin = scratch / "origin.git"
        self.log = scratch / "asked"
        for folder in (self.upstream, scratch / "bin", scratch / "home"):
            folder.mkdir(parents=True)
        for name, text in (("swift", SWIFT.format(tool=tool)), ("gh", GH.format(log=self.log))):
            program = scratch / "bin" / name
            program.write_text(text)
            program.chmod(0o755)
        handler = functools.partial(Quiet, directory=str(self.upstream))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.jobs = yaml.safe_load(WORKFLOW.read_text())["jobs"]

    def publish(self, tool):
        """The user's repository, with the document as it is upstream and its client."""
        document = (ROOT / "specs" / "togai.yaml").read_bytes()
        (self.upstream / "togai.yaml").write_bytes(document)
        work = self.scratch / "work"
        (work / "specs").mkdir(parents=True)
        (work / "specs" / "togai.yaml").write_bytes(document)
        (work / "specs" / "clientsmith.yaml").write_text(
            "package: Billing\noutput: ../Generated\nclients:\n  - document: togai.yaml\n    module: Togai\n"
            f"    source: http://127.0.0.1:{self.server.server_port}/togai.yaml\n"
            f"    sha256: {hashlib.sha256(document).hexdigest()}\n")
        subprocess.run([tool, "generate", "--quiet"], cwd=work, check=True)
        git(self.scratch, "init", "--quiet", "--bare", "--initial-branch=main", str(self.origin))
        git(work, "init", "--quiet", "--initial-branch=main")
        git(work, "add", "--all")
        git(work, "commit", "--quiet", "--message", "Begin")
        git(work, "push", "--quiet", str(self.origin), "main")

    def job(self, name, temporary):
        """The outputs of a job that runs in a new checkout."""
        checkout = self.scratch / name
        shutil.rmtree(checkout, ignore_errors=True)
        git(self.scratch, "clone", "--quiet", str(self.origin), str(checkout))
        outputs = temporary / f"{name}.outputs"
        environment = os.environ | {
            "PATH": f"{self.scratch / 'bin'}:{os.environ['PATH']}", "HOME": str(self.scratch / "home"),
            "RUNNER_TEMP": str(temporary), "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(temporary / "summary.md"),
        }
        for step in self.jobs[name]["steps"]:
            script = step.get("run", "")
            if not script or "apt-get" in script:
                continue
            ended = subprocess.run(
                ["bash", "-e", "-o", "pipefail", "-c", script], cwd=checkout, env=environment, capture_output=True,
                text=True)
            if ended.returncode:
                sys.exit(f"{step['name']}: ends with {ended.returncode}\n{ended.stdout}{ended.stderr}")
        return dict(line.split("=", 1) for line in outputs.read_text().split()) if outputs.exists() else {}

    def whole(self, number):
        temporary = self.scratch / f"temporary-{number}"
        temporary.mkdir()
        outputs = self.job("generate", temporary)
        if outputs["changed"] == "true":
            self.job("propose", temporary)
        return outputs["changed"], temporary

    def grow(self, name):
        path = self.upstream / "togai.yaml"
        text = path.read_text()
        added = f"  /{name}:\n    get:\n      operationId: {name}\n      responses: {{'204': {{description: Done.}}}}\n"
        path.write_text(text.replace("paths:\n", "paths:\n" + added, 1))


def expect(what, wanted, got):
    if wanted != got:
        sys.exit(f"{what}: expected {wanted!r}, got {got!r}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--clientsmith", required=True, type=pathlib.Path)
    parser.add_argument("--scratch", required=True, type=pathlib.Path)
    options = parser.parse_args()
    tool = options.clientsmith.resolve()
    run = Run(tool, options.scratch.resolve())
    run.publish(tool)

    expect("nothing new", "false", run.whole(1)[0])
    expect("nothing new, branches", "main", git(run.origin, "branch", "--format=%(refname:short)"))

    for number, name, asked in ((2, "ping", "pr create"), (3, "pong", "pr edit")):
        run.grow(name)
        changed, temporary = run.whole(number)
        expect(name, "true", changed)
        expect(f"{name}, in the report", True, name in (temporary / "update" / "report.md").read_text())
        files = git(run.origin, "diff", "--name-only", "main", "update-clients").split()
        expect(f"{name}, files", [], [wanted for wanted in (
            "specs/togai.yaml", "specs/clientsmith.yaml", "Generated/clientsmith.json") if wanted not in files])
        client = git(run.origin, "grep", "--name-only", f"func {name}(", "update-clients", "--", "Generated/Sources")
        expect(f"{name}, a method", True, bool(client))
        expect(f"{name}, asked", asked, " ".join(run.log.read_text().splitlines()[-1].split()[:2]))
    print("3 runs of the workflow: nothing new and no branch; a new operation and a pull request; another, and the same one renewed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
