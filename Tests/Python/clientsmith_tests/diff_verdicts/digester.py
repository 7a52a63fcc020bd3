"""What swift-api-digester calls a break between two modules, held against the report of `clientsmith diff`.

The digester compares declarations; `diff` tells of what callers notice. Where one of them is silent, a reason has to hold. Each has its
sentence below, and a condition that is read from the modules, from the digester's line or from the report.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass, field

# What the digester calls a break, and `diff` does not tell.
OWN_CALL = "a call without the new arguments still compiles, because they have default values"
PROMOTED = "a value is promoted to an optional one"
OPEN = "callers in another package have `@unknown default` for a new case"
INITIALIZER = "`diff` tells it of the property, which is an argument of the initializer as well"
IDENTITY = "`diff` tells it of the property `id`, which makes its type identifiable"
# What `diff` tells, and the digester does not call a break.
TYPED_ERROR = "the digester does not compare the errors of typed throws"
ALIAS = "the digester compares names, and not what an alias stands for"
REASONS = [OWN_CALL, PROMOTED, OPEN, INITIALIZER, IDENTITY, TYPED_ERROR, ALIAS]

LINE = re.compile(
    r"(?P<kind>Struct|Enum|Protocol|TypeAlias|Func|Constructor|Var|Accessor|EnumElement) (?P<name>\S+) (?P<what>.+)"
)
# What a line says, and the kinds of changes that say so too.
SAYINGS = [
    (re.compile(r"has been removed"), r"(removed|moved|renamed|kind-changed|argument-.+|arguments-reordered)"),
    (re.compile(r"has been renamed to \w+ (?P<new>.+)"), r"(removed|moved|renamed|argument-.+|arguments-reordered)"),
    (re.compile(r"has parameter (?P<index>\d+) type change from (?P<old>.+) to (?P<new>.+)"), r"(argument-.+|arguments-reordered|type-changed)"),
    (re.compile(r"has removed default argument from parameter \d+"), r"(argument-.+|arguments-reordered|type-changed)"),
    (re.compile(r"has return type change from .+"), r"(result-changed|type-changed)"),
    (re.compile(r"has declared type change from .+"), r"type-changed"),
    (re.compile(r"has been added as a new enum case"), r"case-added"),
    (re.compile(r"has been changed to an? .+"), r"kind-changed"),
    (re.compile(r"is now with @nonexhaustive"), r"kind-changed"),
    (re.compile(r"has removed conformance to (?P<protocol>.+)"), r"kind-changed"),
]


class Unreadable(Exception):
    pass


@dataclass
class Break:
    """One line of the digester."""

    text: str
    kind: str
    # As `diff` writes it, and the labels of a call.
    path: str
    labels: list
    # What is said about it.
    said: re.Match = None
    kinds: str = ""

    @property
    def parent(self):
        return self.path.rpartition(".")[0]


@dataclass
class Verdict:
    """What the digester and the report say of one pair."""

    breaks: int = 0
    used: list = field(default_factory=list)
    faults: list = field(default_factory=list)


class Digester:
    """Reads modules, each once."""

    def __init__(self, modules, cache, run):
        self.modules = modules
        self.cache = cache
        self.run = run

    def dump(self, folder):
        output = folder / "Store.api.json"
        if not output.exists():
            sdk = "/" if sys.platform == "linux" else subprocess.check_output(["xcrun", "--show-sdk-path"], text=True).strip()
            command = ["swift-api-digester", "-dump-sdk", "-module", "Store", "-o", output, "-avoid-location", "-avoid-tool-args"]
            command += ["-sdk", sdk, "-swift-version", "6", "-module-cache-path", self.cache, "-I", folder]
            status, _, errors = self.run(command + [part for path in self.modules for part in ("-I", path)])
            if status:
                raise Unreadable(f"swift-api-digester reads no module in {folder}\n{errors}")
        return output

    def breaks(self, before, after):
        command = ["swift-api-digester", "-diagnose-sdk", "-input-paths", self.dump(before), "-input-paths", self.dump(after)]
        status, output, errors = self.run(command)
        if status:
            raise Unreadable(f"swift-api-digester compares no modules\n{errors}")
        return [read_break(line) for line in (output + errors).splitlines() if line and not line.startswith("/*")]

    def judge(self, before, after, changes):
        found = self.breaks(before, after)
        told = [change for change in changes if change["verdict"] == "swift"]
        modules = [Module(json.loads(self.dump(side).read_text())) for side in (before, after)]
        verdict = Verdict(len(found))
        for item in found:
            if not any(tells(change, item) for change in told):
                verdict.used.append(reason_against_digester(item, told, modules[1]))
                if verdict.used[-1] is None:
                    verdict.faults.append(f"the digester says, and diff does not: {item.text}")
        for change in told:
            if not any(tells(change, item) for item in found):
                verdict.used.append(reason_against_diff(change, modules))
                if verdict.used[-1] is None:
                    verdict.faults.append(f"diff says, and the digester does not: {change['message']}")
        return verdict


def read_break(line):
    match = LINE.fullmatch(line)
    if not match:
        raise Unreadable(f"not understood: {line}")
    name, _, labels = match["name"].partition("(")
    if match["kind"] == "Accessor":
        name, labels = name.rpartition(".")[0], ""
    item = Break(line, match["kind"], name.removeprefix("Store."), labels.rstrip(")").split(":")[:-1])
    for pattern, kinds in SAYINGS:
        said = pattern.fullmatch(match["what"])
        if said:
            item.said, item.kinds = said, kinds
            return item
    raise Unreadable(f"not understood: {line}")


def subject(change):
    """The declaration that a change is about, as the digester names it."""
    first, _, rest = change["subject"].partition(" ")
    return f"ServerURL.{rest}" if first == "server" else first


def tells(change, item):
    """Whether a change of the report is what a line of the digester says."""
    path = subject(change)
    if item.path.startswith(path + "."):
        return re.fullmatch(r"swift-type-(removed|moved|renamed|kind-changed)", change["kind"]) is not None
    # A member of a type of the runtime has no longer path.
    if item.path.startswith("ExplicitNulls."):
        return path.endswith(".explicitNulls") or f".{path}".endswith(f".explicitNulls.{item.path.partition('.')[2]}")
    return path == item.path and re.fullmatch(rf"swift-(.+-)?{item.kinds}", change["kind"]) is not None


def reason_against_digester(item, told, after):
    """Why `diff` is right not to tell what the digester says."""
    if item.kind == "EnumElement" and "case-added" in item.kinds:
        return OPEN
    if item.kind in ("Func", "Constructor"):
        if any(after.takes(call, item.labels) for call in after.calls(item.path)):
            return OWN_CALL
        if "new" in item.said.groupdict() and item.said["new"] == f"{item.said.groupdict().get('old')}?":
            return PROMOTED
    if item.path.endswith(".init"):
        properties = [f"{item.parent}.{label}" for label in item.labels]
        if any(subject(change) in properties for change in told if change["kind"].startswith("swift-property-")):
            return INITIALIZER
    owner = item.path if "protocol" in item.said.groupdict() else item.parent
    if item.path == f"{owner}.ID" or item.said.groupdict().get("protocol") == "Identifiable":
        if any(subject(change) == f"{owner}.id" for change in told):
            return IDENTITY
    return None


def reason_against_diff(change, modules):
    """Why the digester is silent about what `diff` tells."""
    if change["kind"] == "swift-method-failure-changed":
        return TYPED_ERROR
    # The types that a message names.
    names = set(re.findall(r"[A-Z]\w*(?:\.[A-Z]\w*)*", change["message"]))
    before, after = ([module.aliases.get(name) for name in sorted(names)] for module in modules)
    if before != after:
        return ALIAS
    return None


class Module:
    """The declarations of a module by their paths."""

    def __init__(self, dump):
        self.by_path = {}
        # What each alias stands for.
        self.aliases = {}
        self.add(dump["ABIRoot"]["children"], "")

    def add(self, nodes, path):
        for node in nodes:
            if "declKind" not in node or node["declKind"] == "Import":
                continue
            own = f"{path}.{node['name']}" if path else node["name"]
            own = own.removeprefix("Store.")
            self.by_path.setdefault(own, []).append(node)
            if node["declKind"] == "TypeAlias":
                self.aliases[own] = node["children"][0]["printedName"]
            if node["kind"] == "TypeDecl":
                self.add(node.get("children", []), own)

    def calls(self, path):
        return [node for node in self.by_path.get(path, []) if node["declKind"] in ("Func", "Constructor")]

    def takes(self, call, labels):
        """Whether a call with some labels, in their order, leaves only arguments out that have default values."""
        wanted = list(labels)
        own = re.search(r"\((.*)\)", call["printedName"])[1].split(":")[:-1]
        for label, parameter in zip(own, call["children"][1:]):
            if wanted and wanted[0] == label:
                wanted.pop(0)
            elif not parameter.get("hasDefaultArg"):
                return False
        return not wanted and len(own) > len(labels)
