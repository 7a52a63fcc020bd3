"""Runs the tool on every document of a folder, and writes what became of each: a table.

    Tests/corpus FOLDER [--compile] [--round-trip] [--list] [--json FILE] [--tsv FILE]

A document is a file with `openapi` or `swagger` at its root; the files it refers to are part of it. For each there are, per kind of
element, how many the document has (counted by `inventory.py`, which knows nothing of the tool), and how many of these
are generated, beside what is generated (limits without a type of their own), degraded or left out (found by `joining.py`,
which looks in the client model for each of them). `--list` names all that is not generated, by its JSON pointer.

`--compile` compiles every package with warnings as errors, in Swift 6 mode and once more in modules whose default isolation is the main
actor. `--round-trip` runs its generated tests, and decodes and encodes samples that are made of the document alone, of every schema:
what comes of them has to be valid by the document, and the same as before. What documents share is compiled once, and a large module at a time.

The exit status is 0 if every document is accepted, at most `--allowed` percent of each kind are degraded or left out, and everything
asked for compiles and passes; else 1.
"""

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from . import table
from .compiling import MODES, Compiler
from .finding import documents, modules
from .round_trip import Package, round_trip
from .rows import Row, make


def options():
    parser = argparse.ArgumentParser(prog="Tests/corpus", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="+", help="folders of documents, or documents")
    parser.add_argument("--compile", action="store_true", help="compile each package, in Swift 6 mode and on the main actor")
    parser.add_argument("--round-trip", action="store_true", help="run the generated tests, and validate what the types encode")
    parser.add_argument("--list", action="store_true", help="name everything that is not generated")
    parser.add_argument("--only", default="", help="only documents whose path has this in it")
    parser.add_argument("--allowed", type=float, default=1, help="percent of each kind that may be lost (default: 1)")
    parser.add_argument("--jobs", type=int, default=2, help="documents worked on at once (default: 2)")
    parser.add_argument("--markdown", type=Path, help="write the table here instead of standard output")
    parser.add_argument("--json", type=Path, help="write everything that was found")
    parser.add_argument("--tsv", type=Path)
    parser.add_argument("--clientsmith", type=Path, required=True, help="the tool")
    parser.add_argument("--http-types", type=Path, required=True, help="a checkout of swift-http-types")
    parser.add_argument("--scratch", type=Path, required=True, help="a folder for what is generated and built")
    return parser.parse_args()


def rows_of(chosen) -> list:
    rows, taken = [], set()
    for folder in chosen.folder:
        found = documents(folder)
        names = modules(found, folder, taken)
        for path in found:
            shown = str(path.relative_to(folder)) if folder.is_dir() else path.name
            if chosen.only in shown:
                rows.append(Row(path, shown, names[path], chosen.scratch.resolve() / names[path]))
    return rows


def work(row: Row, chosen) -> Row:
    """Everything that is to be done for one document."""
    found = make(row, chosen.clientsmith.resolve())
    if found is None or not (chosen.compile or chosen.round_trip):
        return row
    inventory, join = found
    compiler = Compiler(chosen.http_types, chosen.scratch / "shared")
    for mode in MODES if chosen.compile else ["Swift 6"]:
        row.compiled[mode] = compiler.client(mode, row, objects=chosen.round_trip and mode == "Swift 6")
    if chosen.round_trip and row.compiled["Swift 6"]["passed"]:
        package = Package(row.module, row.folder, inventory.document, join.model, join.types)
        row.round_trip = round_trip(package, compiler)
    return row


def main() -> int:
    chosen = options()
    rows = rows_of(chosen)
    if not rows:
        print("no document found", file=sys.stderr)
        return 64
    chosen.scratch.mkdir(parents=True, exist_ok=True)
    return report(worked(rows, chosen), chosen)


def worked(rows: list, chosen) -> list:
    """The rows filled in: those of small documents first, which are told about as they are done."""
    done = {}
    with ProcessPoolExecutor(chosen.jobs) as pool:
        ordered = sorted(range(len(rows)), key=lambda number: rows[number].path.stat().st_size)
        numbers = {pool.submit(work, rows[number], chosen): number for number in ordered}
        for future in as_completed(numbers):
            row = done[numbers[future]] = future.result()
            print(f"{len(done)}/{len(rows)} {row.shown}", "; ".join(table.faults(row, chosen.allowed)), file=sys.stderr)
    return [done[number] for number in range(len(rows))]


def report(rows: list, chosen) -> int:
    text = table.markdown(rows)
    if chosen.markdown:
        chosen.markdown.write_text(text)
    else:
        print(text)
    if chosen.tsv:
        chosen.tsv.write_text(table.tsv(rows))
    if chosen.json:
        chosen.json.write_text(json.dumps([row.json() for row in rows], indent=1))
    if chosen.list:
        show_differences(rows)
    print(table.summary(rows))
    failing = [row for row in rows if table.faults(row, chosen.allowed)]
    for row in failing:
        for fault in table.faults(row, chosen.allowed):
            print(f"{row.shown}: {fault}")
    return 1 if failing else 0


def show_differences(rows: list):
    for row in rows:
        for differences in row.differences.values():
            for pointer, state, why in differences:
                print(f"{row.shown}\t{state}\t{pointer}\t{why}")
        for kind, pointers in row.unused.items():
            for pointer in pointers:
                print(f"{row.shown}\tunused\t{pointer}\t{kind} that nothing uses")
        for name in row.not_written:
            print(f"{row.shown}\tnot written\t{name}")
    print()


if __name__ == "__main__":
    sys.exit(main())
