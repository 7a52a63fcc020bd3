"""Changes the structure of documents at random, and requires that each result is refused or compiles.

    Tests/Fuzzing/mutate FOLDER… [--runs N] [--seed TEXT] [--jobs N] [--cases FOLDER] [--first N]

A run takes one document, cuts it to a few operations with all they refer to, and changes its structure in one to four places: delete,
duplicate, swap, rename, retype, borrow, re-reference, null. The tool gets 10 s of processor time and 1 GB. It must accept the result, with sources
that compile with warnings as errors, or refuse it: status 65, an error message and nothing written. Run N of a seed is the same on every
machine and for every number of runs.

The cases (Tests/Fuzzing/Cases by default) run first. Each failure of a new kind is minimized and added to them. The exit status is 1 if
anything failed.
"""

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from ..folders import FUZZING
from .compiling import Compiler
from .documents import load, roots
from .minimizing import minimize
from .running import Run, Tool, mutant

BATCH = 24  # outputs compiled by one call of the compiler


def options():
    parser = argparse.ArgumentParser(prog="Tests/Fuzzing/mutate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="+", help="folders of documents")
    parser.add_argument("--runs", type=int, default=300, help="(default: 300)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first run (default: 0)")
    parser.add_argument("--seed", default="clientsmith")
    parser.add_argument("--jobs", type=int, default=2, help="batches worked on at once (default: 2)")
    parser.add_argument("--cases", type=Path, default=FUZZING / "Cases", help="where failures are kept")
    parser.add_argument("--clientsmith", type=Path, required=True, help="the tool")
    parser.add_argument("--http-types", type=Path, required=True, help="a checkout of swift-http-types")
    parser.add_argument("--runtime", type=Path, required=True, help="the sources of the runtime")
    parser.add_argument("--scratch", type=Path, default=FUZZING / ".build" / "mutations")
    return parser.parse_args()


class Worker:
    """What each process needs; made before the processes start, so that documents are read once."""

    def __init__(self, chosen):
        self.chosen = chosen
        self.tool = Tool(chosen.clientsmith.resolve())
        self.compiler = Compiler(chosen.http_types, chosen.runtime, chosen.scratch.resolve() / "modules")
        self.documents = [load(path) for folder in chosen.folder for path in roots(folder)]
        self.documents = [document for document in self.documents if document]

    def batch(self, first: int) -> list:
        last = min(first + BATCH, self.chosen.first + self.chosen.runs)
        made = [(number, mutant(self.documents, self.chosen.seed, number)) for number in range(first, last)]
        return self.judge([(f"Run{number}", document) for number, document in made])

    def judge(self, documents: list) -> list:
        """A `Run` for each pair of a name and a document."""
        folder = self.chosen.scratch.resolve() / "runs"
        runs = [self.tool.run(Run(name, document, folder / name)) for name, document in documents]
        self.compiler.check([run for run in runs if run.verdict == "accepted"])
        for run in runs:
            run.clean()
        return runs

    def minimize(self, run: Run) -> str:
        def fault(document):
            return self.judge([(f"{run.name}Minimized", document)])[0].fault

        return minimize(run, fault, self.chosen.cases)


worker = None


def batch(first: int) -> list:
    return worker.batch(first)


def reduced(run: Run) -> str:
    return worker.minimize(run)


def replay(cases: Path) -> list:
    documents = [(f"Case{index}", load(path)) for index, path in enumerate(sorted(cases.glob("*.json")))]
    return worker.judge(documents) if documents else []


def main() -> int:
    global worker
    chosen = options()
    worker = Worker(chosen)
    began = time.monotonic()
    counts, failures = Counter(), {}

    def count(runs):
        for run in runs:
            counts[run.verdict] += 1
            if run.fault and run.fault not in failures:
                failures[run.fault] = run
                print(f"{run.name}: {run.verdict}: {run.fault}", flush=True)

    count(replay(chosen.cases))
    cases = sum(counts.values())
    firsts = range(chosen.first, chosen.first + chosen.runs, BATCH)
    with ProcessPoolExecutor(chosen.jobs) as pool:
        for done, runs in enumerate(pool.map(batch, firsts), 1):
            count(runs)
            if done % 10 == 0:
                print(f"  {sum(counts.values())} runs: {dict(counts)}, {time.monotonic() - began:.0f} s", flush=True)
        for name in pool.map(reduced, failures.values()):
            print(f"kept {name}")
    names = ("accepted", "refused", "crash", "hang", "does not compile", "wrong refusal")
    shown = ", ".join(f"{counts[name]} {name}" for name in names)
    print(f"{chosen.runs} mutations of {len(worker.documents)} documents and {cases} cases, seed {chosen.seed}: {shown}")
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
