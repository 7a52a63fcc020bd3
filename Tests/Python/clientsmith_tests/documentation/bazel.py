"""The action of the Bazel example: the rule is evaluated as Starlark, and what it runs is run where nothing else is.

Once in a root folder of its own with the program, its libraries and the declared inputs, without a network or an environment, as an
action on another machine has it; and once in a folder with links to the inputs, as a sandbox of Bazel has it.
"""

import hashlib
import json
import re
import shutil
import subprocess

import starlark

from ..folders import INTEGRATION, ROOT

HERE = INTEGRATION / "Documentation"
EXAMPLES = ROOT / "Documentation" / "Bazel"
ISOLATED = ["unshare", "--map-root-user", "--mount", "--pid", "--fork", "--net", "--mount-proc"]


def isolates():
    """Whether this machine gives a program a root folder of its own; containers may forbid it, and macOS has no `unshare`."""
    return shutil.which("unshare") is not None and subprocess.run([*ISOLATED, "true"], capture_output=True).returncode == 0


def actions(package):
    """What the BUILD file of a package asks for."""
    build = (EXAMPLES / "BUILD.bazel").read_text()
    texts = [(HERE / "bazel.star").read_text(), (EXAMPLES / "clientsmith.bzl").read_text()]
    texts.append(re.sub(r"^load\(.*\)\n", "", build, flags=re.M))
    module = starlark.Module()

    def glob(include, exclude):
        paths = [path for pattern in include for path in package.glob(pattern.replace("**", "**/*"))]
        return sorted({str(path.relative_to(package)) for path in paths if path.is_file()} - set(exclude))

    module.add_callable("glob", glob)
    dialect = starlark.Dialect.extended()
    globals_ = starlark.Globals.extended_by([starlark.LibraryExtension.StructType, starlark.LibraryExtension.Json])
    tree = starlark.parse("BUILD.bazel", "\n".join(texts) + "\njson.encode(_actions)\n", dialect)
    return json.loads(starlark.eval(module, tree, globals_))


def libraries(tool):
    listed = subprocess.run(["ldd", str(tool)], capture_output=True, text=True).stdout
    return re.findall(r"(/\S+) \(0x", listed)


def files(folder):
    return {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()}


def prepare(root, action, package, inputs, place):
    """The folder of an action: the inputs, and the folders its outputs are to stand in."""
    for path in inputs:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        place(package / path, target)
    for path in action["outputs"]:
        (root / path).parent.mkdir(parents=True, exist_ok=True)


def apart(root, action, package, tool, inputs):
    """Runs the action in a root folder of its own."""
    prepare(root, action, package, inputs, shutil.copy)
    for source, path in [(str(tool), "/clientsmith")] + [(path, path) for path in libraries(tool)]:
        target = root / path.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    (root / "proc").mkdir()
    before = files(root)
    ended = subprocess.run(
        [*ISOLATED, f"--root={root}", "/clientsmith", *action["arguments"]], env={}, capture_output=True, text=True)
    return ended, {path: file for path, file in files(root).items() if path not in before}


def linked(root, action, package, tool):
    """Runs the action in a folder with links to its inputs."""
    prepare(root, action, package, action["inputs"], lambda source, target: target.symlink_to(source))
    ended = subprocess.run([str(tool), *action["arguments"]], cwd=root, env={}, capture_output=True, text=True)
    return ended, files(root)


def check(package, tool, scratch):
    """What is wrong with the example, run on a package's files; and what was seen."""
    found = actions(package)
    if len(found) != 1:
        return [f"the BUILD file has {len(found)} actions"], "did not run"
    action = found[0]
    alone = isolates()
    runs = [linked(scratch / f"linked{number}", action, package, tool) for number in (1, 2)]
    runs += [apart(scratch / f"apart{number}", action, package, tool, action["inputs"]) for number in (1, 2) if alone]
    failures, digests = [], set()
    for ended, written in runs:
        if ended.returncode or ended.stderr:
            failures.append(f"the action ends with {ended.returncode}: {ended.stderr}")
        if set(written) != set(action["outputs"]):
            failures.append(f"written and not declared, or the other way: {sorted(set(written) ^ set(action['outputs']))}")
        digests.add(tuple((path, hashlib.sha256(file.read_bytes()).hexdigest()) for path, file in sorted(written.items())))
    if len(digests) != 1:
        failures.append("two runs of the action differ")
    seen = f"{len(action['outputs'])} files, the same bytes {len(runs)} times, and no others"
    if not alone:
        return failures, f"{seen}; not in a root folder of its own, since `unshare` is missing or forbidden"
    fewer = [path for path in action["inputs"] if not path.endswith("billing.yaml")]
    ended, written = apart(scratch / "fewer", action, package, tool, fewer)
    if ended.returncode == 0 or written or "billing.yaml" not in ended.stderr:
        failures.append(f"a document that is not declared was read: {ended.returncode}, {ended.stderr}")
    return failures, f"{seen}; with nothing but what was declared in its root folder, and refused where a document was not"
