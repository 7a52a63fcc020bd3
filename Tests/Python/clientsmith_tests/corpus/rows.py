"""One document from the tool to its row of the table."""

import json
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from ..judge.documents import Document
from ..judge.reading import Unreadable
from .calls import join_operations
from .inventory import KINDS_OF_ELEMENTS, Inventory
from .joining import Join
from .model import Model
from .running import run
from .written import Written, missing

PACKAGE = "Corpus"
FINDINGS = ("repaired", "leftOut", "degraded", "remark")
sys.setrecursionlimit(50_000)


@dataclass
class Row:
    path: Path
    shown: str
    module: str
    folder: Path
    accepted: bool = False
    refusal: str = ""
    counts: dict = field(default_factory=dict)
    differences: dict = field(default_factory=dict)
    unused: dict = field(default_factory=dict)
    findings: dict = field(default_factory=dict)
    not_written: list = field(default_factory=list)
    cost: dict = field(default_factory=dict)
    compiled: dict = field(default_factory=dict)
    round_trip: dict = field(default_factory=dict)

    @property
    def sources(self) -> Path:
        return self.folder / "package" / "Sources"

    def json(self) -> dict:
        names = ("module", "accepted", "refusal", "counts", "findings", "cost", "compiled", "round_trip", "unused")
        return {"document": self.shown} | {name: getattr(self, name) for name in names} | self._lists()

    def _lists(self) -> dict:
        return {"differences": self.differences, "not_written": self.not_written}


def make(row: Row, tool: Path) -> tuple | None:
    """Generates the package and fills in the row; returns the document, the inventory and the join."""
    shutil.rmtree(row.folder, ignore_errors=True)
    row.folder.mkdir(parents=True)
    configuration = {
        "package": PACKAGE,
        "output": str(row.folder / "package"),
        "clients": [{"document": str(row.path.resolve()), "module": row.module}],
    }
    config = row.folder / "clientsmith.json"
    config.write_text(json.dumps(configuration))
    made = run([tool, "generate", "--config", config, "--format", "json", "--verbose"], row.folder, "generate")
    messages = [json.loads(line) for line in made.errors.splitlines() if line.startswith("{")]
    row.cost = {"seconds": made.seconds, "cpu": made.cpu, "megabytes": made.megabytes}
    row.findings = {kind: sum(item["finding"] == kind for item in messages) for kind in FINDINGS}
    row.accepted = made.status == 0
    if not row.accepted:
        row.refusal = _refusal(messages, made)
        return None
    return _compare(row, tool, messages)


def _refusal(messages, made) -> str:
    for item in messages:
        if item["finding"] == "error":
            place = f"{item['line']}:{item['column']}: " if "line" in item else ""
            return place + item["message"]
    return f"status {made.status}: " + (made.errors.strip().splitlines() or ["no message"])[-1]


def _compare(row: Row, tool: Path, messages: list) -> tuple | None:
    shown = run([tool, "model", row.path, "--module", row.module, "--quiet"], row.folder, "model")
    try:
        inventory = Inventory(Document(row.path))
    except Unreadable as error:
        row.refusal = f"not read by the independent program: {error}"
        return None
    model = Model(json.loads(shown.output))
    join = Join(inventory, model, messages)
    join_operations(join)
    for kind in KINDS_OF_ELEMENTS:
        row.counts[kind] = {"document": inventory.count(kind), **join.counts(kind)}
        if differences := join.differences(kind):
            row.differences[kind] = differences
    row.unused = inventory.unused
    written = Written(row.sources / row.module)
    row.not_written = missing(model, written)
    row.cost |= {"files": len(written.files), "lines": written.lines}
    return inventory, join
