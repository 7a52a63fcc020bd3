"""Runs the steps of the action, and of the workflow users copy, as written, against a repository and a server on this machine.

    python -m clientsmith_tests.workflow --clientsmith PATH --scratch FOLDER

The action is that of a release with the given tool, which the server has. `gh` keeps what it is asked for; git, curl and everything else are what the
machine has. The server's document stays as it is, then gains an operation, then another: no pull request, a new one, and the same one renewed. Then
the action checks and compares, and refuses a program that is not the release's.
"""

import argparse
import functools
import hashlib
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading

import yaml

from ..folders import ROOT
from . import action

WORKFLOW = ROOT / "Documentation" / "Workflows" / "update-clients.yml"

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
        program = scratch / "bin" / "gh"
        program.write_text(GH.format(log=self.log))
        program.chmod(0o755)
        handler = functools.partial(Quiet, directory=str(self.upstream))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.jobs = yaml.safe_load(WORKFLOW.read_text())["jobs"]
        address = f"http://127.0.0.1:{self.server.server_port}/releases"
        self.release = action.Release(ROOT, tool, scratch / "clientsmith", self.upstream / "releases", address)
        self.action = action.Action(self.release.checkout)

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

    def checkout(self, name):
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        git(self.scratch, "clone", "--quiet", str(self.origin), str(folder))
        return folder

    def environment(self, temporary):
        return os.environ | {
            "PATH": f"{self.scratch / 'bin'}:{os.environ['PATH']}", "HOME": str(self.scratch / "home"),
            "RUNNER_TEMP": str(temporary)}

    def job(self, name, temporary):
        """The outputs of a job that runs in a new checkout."""
        checkout, environment, outputs = self.checkout(name), self.environment(temporary), {}
        for step in self.jobs[name]["steps"]:
            if step.get("uses", "").startswith("OWNER/clientsmith@"):
                status, outputs, said = self.action.run(step["with"], checkout, temporary, environment)
            elif script := step.get("run"):
                ended = subprocess.run(
                    ["bash", "-e", "-o", "pipefail", "-c", script], cwd=checkout, env=environment, capture_output=True,
                    text=True)
                status, said = ended.returncode, ended.stdout + ended.stderr
            else:
                continue
            if status:
                sys.exit(f"{step['name']}: ends with {status}\n{said}")
        return outputs

    def act(self, number, checkout, **inputs):
        """The action alone."""
        temporary = self.scratch / f"action-{number}"
        temporary.mkdir()
        inputs = {name.replace("_", "-"): value for name, value in inputs.items()}
        return *self.action.run(inputs, checkout, temporary, self.environment(temporary)), temporary

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


def actions(run):
    """What the action does besides updating."""
    checkout = run.checkout("action")
    page = (ROOT / "Documentation" / "Clientsmith.docc" / "GitHubWorkflow.md").read_text()
    shown = re.findall(r"uses: OWNER/clientsmith@\S+\n *with:\n((?: {10}.*\n)+)", page)
    inputs = {name for text in shown for name in yaml.safe_load(text)}
    expect("inputs that the page shows", {"command", "fail-on"}, inputs & set(run.action.definition["inputs"]))
    expect("inputs that the action lacks", set(), inputs - set(run.action.definition["inputs"]))
    configuration = checkout / "specs" / "clientsmith.yaml"
    configuration.write_text("".join(line for line in configuration.open() if "sha256" not in line))
    git(checkout, "commit", "--quiet", "--all", "--message", "Edit the document by hand")
    expect("check", 0, run.act(1, checkout, command="check")[0])
    document = checkout / "specs" / "togai.yaml"
    old = document.read_text()
    document.write_text(old.replace("paths:\n", "paths:\n  /pang:\n    get:\n      responses: {'204': {description: Done.}}\n", 1))
    status, _, said, _ = run.act(2, checkout, command="check")
    expect("check of a changed document", (True, True), (status != 0, "::error" in said))
    status, outputs, said, temporary = run.act(3, checkout, command="diff", since="HEAD")
    expect(f"diff: {said}", 0, status)
    expect("diff, report", True, "/pang" in pathlib.Path(outputs["report"]).read_text())
    expect("diff, summary", True, "/pang" in (temporary / "summary.md").read_text())
    document.write_text(old.replace("/authenticate:", "/authenticated:", 1))
    expect("diff of a break", 1, run.act(4, checkout, command="diff", since="HEAD", fail_on="wire")[0])
    git(checkout, "checkout", "--quiet", "--", "specs")
    expect("an unknown command", 64, run.act(5, checkout, command="lint")[0])

    restore = run.release.damage()
    status, _, said, _ = run.act(6, checkout, command="check")
    expect(f"another program: {said}", (69, True), (status, "instead of" in said))
    restore()
    hooks(run, checkout)
    (run.release.checkout / "Release" / "URL").unlink()
    status, _, said, _ = run.act(7, checkout, command="check")
    expect("no release", (69, True), (status, "is not a release" in said))
    print("action: checks, compares, and refuses an unknown command, another program and a revision that is no release")


def hooks(run, checkout):
    """The hooks of pre-commit, by their entries."""
    found = yaml.safe_load((run.release.checkout / ".pre-commit-hooks.yaml").read_text())
    for hook in found:
        program, *arguments = hook["entry"].split()
        environment = run.environment(run.scratch / "home")
        # The program is downloaded in the first run alone.
        for _ in range(2):
            ended = subprocess.run(
                [run.release.checkout / program, *arguments], cwd=checkout, env=environment, capture_output=True, text=True)
            expect(f"{hook['id']}: {ended.stderr}", 0, ended.returncode)
        run.release.archive.rename(run.release.archive.with_suffix(".gone"))
        ended = subprocess.run([run.release.checkout / program, "--version"], env=environment, capture_output=True)
        run.release.archive.with_suffix(".gone").rename(run.release.archive)
        expect(f"{hook['id']}, without a server", 0, ended.returncode)
    print(f"{len(found)} hooks: {', '.join(hook['id'] for hook in found)}")


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
    actions(run)
    print("3 runs of the workflow: nothing new and no branch; a new operation and a pull request; another, and the same one renewed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
