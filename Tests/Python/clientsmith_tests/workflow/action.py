"""Runs the steps of the repository's action, as GitHub's runner does for a composite action, against a release on this machine."""

import os
import re
import shutil
import subprocess
import sys
import tarfile

import yaml

ROLE = re.compile(r"^\$\{\{\s*(.*?)\s*\}\}$")


class Release:
    """A checkout of a release: the action, and what it downloads below `folder`, which a server has at `url`."""

    def __init__(self, root, tool, checkout, folder, url):
        self.checkout, self.folder = checkout, folder
        checkout.mkdir(parents=True)
        shutil.copytree(root / "Release", checkout / "Release")
        for name in ("action.yml", ".pre-commit-hooks.yaml", "Package.swift"):
            shutil.copy(root / name, checkout / name)
        # What it was packed at is a part of an archive.
        subprocess.run(["git", "init", "--quiet"], cwd=checkout, check=True)
        subprocess.run(["git", "add", "--all"], cwd=checkout, check=True)
        subprocess.run(
            ["git", "-c", "user.name=Users", "-c", "user.email=users@example.com", "commit", "--quiet", "-m", "Release"],
            cwd=checkout, check=True)
        version = subprocess.run([tool, "--version"], check=True, capture_output=True, text=True).stdout.strip()
        name = f"clientsmith-{version}-linux-{os.uname().machine}"
        (folder / name / "bin").mkdir(parents=True)
        subprocess.run(["strip", "-o", folder / name / "bin" / "clientsmith", tool], check=True)
        self.archive = folder / (name + ".tar.gz")
        self.publish("archive", folder / name, self.archive)
        self.publish("release", folder, "--url", url)
        self.publish("mark", folder, "--url", url)

    def publish(self, *arguments):
        subprocess.run(
            [sys.executable, self.checkout / "Release" / "publish.py", *map(str, arguments)], check=True,
            stdout=subprocess.DEVNULL)

    def damage(self):
        """Puts another archive in the place of the true one; returns a function that puts it back."""
        true = self.archive.read_bytes()
        with tarfile.open(self.archive, "w:gz") as tar:
            tar.add(__file__, arcname="x/bin/clientsmith")
        return lambda: self.archive.write_bytes(true)


class Action:
    def __init__(self, checkout):
        self.checkout = checkout
        self.definition = yaml.safe_load((checkout / "action.yml").read_text())

    def run(self, given, folder, temporary, environment):
        """The exit status, the outputs and the text of a run with the given inputs."""
        declared = self.definition["inputs"]
        if unknown := set(given) - set(declared):
            sys.exit(f"the action has no input {unknown}")
        inputs = {name: given.get(name, spec.get("default", "")) for name, spec in declared.items()}
        if required := [name for name, spec in declared.items() if spec.get("required") and name not in given]:
            sys.exit(f"the action needs {required}")
        scope = Scope(inputs, temporary)
        path, said = temporary / "path", ""
        for step in self.definition["runs"]["steps"]:
            if not scope.holds(step.get("if")):
                continue
            outputs = temporary / "outputs"
            outputs.write_text("")
            added = path.read_text().split() if path.exists() else []
            variables = environment | {name: scope.text(value) for name, value in step.get("env", {}).items()} | {
                "PATH": ":".join([*reversed(added), environment["PATH"]]), "GITHUB_ACTION_PATH": str(self.checkout),
                "GITHUB_OUTPUT": str(outputs), "GITHUB_PATH": str(path), "RUNNER_TEMP": str(temporary),
                "GITHUB_STEP_SUMMARY": str(temporary / "summary.md")}
            ended = subprocess.run(
                ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]], cwd=folder, env=variables,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            said += ended.stdout
            scope.steps[step.get("id")] = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
            if ended.returncode:
                return ended.returncode, {}, said
        return 0, {name: scope.text(spec["value"]) for name, spec in self.definition["outputs"].items()}, said


class Scope:
    """What expressions of GitHub's can name. Those that the action has no use for are errors."""

    def __init__(self, inputs, temporary):
        self.inputs, self.temporary, self.steps = inputs, temporary, {}

    def text(self, value):
        return re.sub(r"\$\{\{\s*(.*?)\s*\}\}", lambda found: self.alternatives(found[1]), value)

    def alternatives(self, expression):
        return next(filter(None, map(self.value, expression.split(" || "))), "")

    def value(self, name):
        if name == "runner.temp":
            return str(self.temporary)
        if name.startswith("'"):
            return name.strip("'")
        if found := re.fullmatch(r"inputs\.([\w-]+)", name):
            return self.text(self.inputs[found[1]])
        if found := re.fullmatch(r"steps\.(\w+)\.outputs\.(\w+)", name):
            return self.steps.get(found[1], {}).get(found[2], "")
        if name.startswith("github.event."):
            return ""
        sys.exit(f"an unknown expression: {name}")

    def holds(self, condition):
        if condition is None:
            return True
        expression = ROLE.match(condition)[1]
        if found := re.fullmatch(r"inputs\.command == '(\w+)'", expression):
            return self.inputs["command"] == found[1]
        if found := re.fullmatch(r"!contains\(fromJSON\('(.*)'\), inputs\.command\)", expression):
            return self.inputs["command"] not in yaml.safe_load(found[1])
        sys.exit(f"an unknown condition: {condition}")
