"""The table: for people as Markdown, for programs as TSV and JSON."""

from .inventory import KINDS_OF_ELEMENTS
from .joining import STATES

JUDGED = ("operations", "schemas", "properties", "values", "branches", "parameters", "bodies", "statuses")
HEADS = {"values": "enum values", "branches": "union branches"}


def lost(counts: dict) -> int:
    return counts["degraded"] + counts["left out"]


def excess(row, percent: float) -> list:
    """The kinds of which more than `percent` are skipped or degraded."""
    return [kind for kind in JUDGED if row.counts and lost(row.counts[kind]) * 100 > percent * row.counts[kind]["document"]]


def faults(row, percent: float) -> list:
    """Why a row is not as it should be."""
    if not row.accepted:
        return [f"refused: {row.refusal}"]
    found = [f"{kind}: {lost(row.counts[kind])} of {row.counts[kind]['document']} lost" for kind in excess(row, percent)]
    if row.refusal:
        found.append(row.refusal)
    if row.not_written:
        found.append(f"{len(row.not_written)} declarations of the model are not in the Swift text, {row.not_written[0]} first")
    for mode, result in row.compiled.items():
        if not result["passed"]:
            found.append(f"does not compile ({mode}): {result['first']}")
    if row.round_trip and not row.round_trip["passed"]:
        found.append(f"round trip: {row.round_trip['first']}")
    return found


def cell(counts: dict) -> str:
    """The number in the document and what is not generated of it. For example: `505 (7 degraded)`."""
    rest = [f"{counts[state]} {state}" for state in STATES[1:] if counts[state]]
    return str(counts["document"]) + (f" ({', '.join(rest)})" if rest else "")


def markdown(rows: list) -> str:
    heads = ["document", *(HEADS.get(kind, kind) for kind in KINDS_OF_ELEMENTS)]
    heads += ["warnings", "CPU s", "MB", "files", "lines"]
    extra = [name for name in ("compiled", "round_trip") if any(getattr(row, name) for row in rows)]
    lines = ["| " + " | ".join(heads + [name.replace("_", " ") for name in extra]) + " |"]
    lines.append("| --- |" + " ---: |" * (len(heads) - 1) + " --- |" * len(extra))
    for row in rows:
        lines.append("| " + " | ".join(_cells(row, extra)) + " |")
    return "\n".join(lines) + "\n"


def _cells(row, extra) -> list:
    if not row.counts:
        return [row.shown, "refused: " + row.refusal.replace("|", "\\|")]
    cells = [row.shown, *(cell(row.counts[kind]) for kind in KINDS_OF_ELEMENTS)]
    warnings = sum(row.findings[kind] for kind in ("repaired", "leftOut", "degraded"))
    cells += [str(warnings), f"{row.cost['cpu']:.2f}", f"{row.cost['megabytes']:.0f}"]
    cells += [str(row.cost["files"]), str(row.cost["lines"])]
    for name in extra:
        cells.append(_compiled(row.compiled) if name == "compiled" else _round_trip(row.round_trip))
    return cells


def _compiled(result: dict) -> str:
    """For example: `yes 12 s 410 MB, yes 9 s 380 MB`, the modes in order."""
    return ", ".join(f"{'yes' if mode['passed'] else 'NO'} {mode['cpu']:.0f} s {mode['megabytes']:.0f} MB" for mode in result.values())


def _round_trip(result: dict) -> str:
    if not result:
        return ""
    without = f", {len(result['without'])} schemas without a value" if result["without"] else ""
    counted = f"{result['tests']} tests, {result['values']} values of {result['schemas']} schemas{without}"
    return f"{'yes' if result['passed'] else 'NO'} {result['cpu']:.0f} s, {counted}"


def tsv(rows: list) -> str:
    heads = ["document", "accepted", "refusal"]
    heads += [f"{kind} {state}" for kind in KINDS_OF_ELEMENTS for state in ("document", *STATES)]
    heads += ["repaired", "left out", "degraded", "remarks", "seconds", "cpu", "megabytes", "files", "lines"]
    heads += ["compiles", "compiles on the main actor", "round trip"]
    return "\n".join("\t".join(map(str, cells)) for cells in [heads, *map(_record, rows)]) + "\n"


def _record(row) -> list:
    cells = [row.shown, row.accepted, row.refusal.replace("\t", " ").replace("\n", " ")]
    for kind in KINDS_OF_ELEMENTS:
        counts = row.counts.get(kind)
        cells += [counts[state] if counts else "" for state in ("document", *STATES)]
    cells += [row.findings.get(kind, "") for kind in ("repaired", "leftOut", "degraded", "remark")]
    cells += [row.cost.get(name, "") for name in ("seconds", "cpu", "megabytes", "files", "lines")]
    cells += [row.compiled.get(mode, {}).get("passed", "") for mode in ("Swift 6", "main actor")]
    return [*cells, row.round_trip.get("passed", "")]


def summary(rows: list) -> str:
    """The sums, and how much of each kind is lost."""
    accepted = [row for row in rows if row.accepted]
    lines = [f"{len(accepted)} of {len(rows)} documents accepted"]
    for kind in KINDS_OF_ELEMENTS:
        found = [row.counts[kind] for row in rows if row.counts]
        sums = {state: sum(counts[state] for counts in found) for state in ("document", *STATES)}
        lines.append(f"{HEADS.get(kind, kind)}: {cell(sums)}")
    return "\n".join(lines) + "\n"
