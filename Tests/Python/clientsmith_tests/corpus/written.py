"""What the generated Swift text declares, read from the text itself, and what of the client model is not in it."""

import re
from pathlib import Path

from .model import Model

EXTENSION = re.compile(r"( *)(?:nonisolated )?extension ([\w.`]+)[^{]*\{$")
TYPE = re.compile(r"( *)(?:@\w+ )*(?:\w+ )*?(?:struct|enum|class|actor) (`?\w+`?)[^{]*\{(\})?$")
MEMBER = re.compile(r"( *)(?:@\w+ )*(?:\w+ )*?(var|let|case|func|typealias) (`?\w+`?)")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')

class Written:
    """`names` holds the qualified name of each declaration, `cases` those of cases, `literals` the literals within each type."""

    def __init__(self, folder: Path):
        self.names = set()
        self.cases = set()
        self.literals = {}
        self.files = sorted(folder.rglob("*.swift"))
        self.lines = 0
        for path in self.files:
            self._read(path.read_text(encoding="utf-8").splitlines())

    def _read(self, lines):
        scopes = []
        self.lines += len(lines)
        for line in lines:
            text = line.lstrip(" ")
            if not text or text.startswith("//"):
                continue
            indent = len(line) - len(text)
            while scopes and indent <= scopes[-1][0] and not text.startswith(("}", ")", "where")):
                scopes.pop()
            inside = scopes[-1][1] if scopes else ""
            self._line(line, inside, scopes)

    def _line(self, line, inside, scopes):
        if match := EXTENSION.match(line):
            scopes.append((len(match[1]), match[2].replace("`", "")))
            return
        if match := TYPE.match(line):
            name = (inside + "." if inside else "") + match[2].strip("`")
            self.names.add(name)
            if not match[3]:
                scopes.append((len(match[1]), name))
            return
        if match := MEMBER.match(line):
            name = inside + "." + match[3].strip("`")
            self.names.add(name)
            if match[2] == "case":
                self.cases.add(name)
        self.literals.setdefault(inside, set()).update(LITERAL.findall(line))


def missing(model: Model, written: Written) -> list:
    """Declarations of the model the Swift text has not, and wire names that are not in the type they belong to."""
    found = []

    def demand(name, names=written.names):
        if name not in names:
            found.append(name)

    for declared in model.types:
        name = ".".join(model.path(declared["id"]))
        demand(name)
        (form, body), *_ = declared["shape"].items()
        items = body.get("properties" if form == "structure" else "cases", ()) if isinstance(body, dict) else ()
        for item in items:
            demand(f"{name}.{item['name']}", written.cases if form == "union" else written.names)
        wires = [item["wireName"] for item in items] if form == "structure" else []
        wires += [item["value"]["string"] for item in items] if form == "enumeration" and body["rawType"] == "string" else []
        for wire in wires:
            if re.fullmatch(r"[ -!#-\[\]-~]+", wire) and wire not in written.literals.get(name, ()):
                found.append(f"{name} has no {wire!r}")
    for group in model.groups:
        for operation in group.get("operations", ()):
            demand(f"{model.name}.{group['typeName']}.{operation['name']}")
            endpoint = f"{model.name}.{group['typeName']}.{operation['typeName']}"
            demand(endpoint)
            for parameter in operation.get("parameters", ()):
                demand(f"{endpoint}.{parameter['name']}")
    return found
