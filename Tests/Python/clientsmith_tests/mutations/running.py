"""Runs the tool on one document, and judges how it ended."""

import json
import random
import re
import resource
import shutil
import signal
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

from .changing import change
from .documents import cut

SECONDS = 10  # of processor time
PATIENCE = 120  # of waiting, where other programs have the processor
STACK = 512 << 20  # address space that the tool reserves for its stack
MEMORY = (1 << 30) + STACK
LARGEST = 400_000  # bytes of a document


def mutant(documents: list, seed: str, number: int) -> dict:
    """The document of a run: decided by its number, the seed and the documents alone."""
    chance = random.Random(f"{seed}/{number}")
    while True:
        document = cut(documents[number % len(documents)], chance)
        change(document, chance)
        if len(json.dumps(document)) <= LARGEST:
            return document


@dataclass
class Run:
    name: str
    document: object
    folder: Path
    verdict: str = ""
    # The kind of failure; empty where there is none. Failures of one kind have one text.
    fault: str = ""

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def fail(self, verdict: str, fault: str):
        self.verdict, self.fault = verdict, f"{verdict}: {re.sub(r'[0-9]+', 'N', fault)[:200]}"

    def clean(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Tool:
    def __init__(self, path: Path):
        self.path = path

    def run(self, run: Run) -> Run:
        run.clean()
        run.folder.mkdir(parents=True)
        document = run.folder / "document.json"
        document.write_text(json.dumps(run.document))
        command = [self.path, "generate", document, "--module", run.name, "--layout", "sources", "--runtime", "ClientRuntime"]
        with open(run.folder / "errors", "w+b") as errors:
            process = subprocess.Popen(
                [*command, "--output", run.output], stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, preexec_fn=limit
            )
            timer = threading.Timer(PATIENCE, process.kill)
            timer.start()
            status = process.wait()
            timer.cancel()
            errors.seek(0)
            text = errors.read(1 << 20).decode(errors="replace")
        judge(run, status, text)
        return run


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def judge(run: Run, status: int, text: str):
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        run.fail("hang", f"more than {SECONDS} s")
    elif status == 65:
        run.verdict = "refused"
        if "error" not in text:
            run.fail("wrong refusal", "no message")
        elif run.output.exists() and any(run.output.iterdir()):
            run.fail("wrong refusal", "something was written")
    elif status == 0:
        run.verdict = "accepted"
    else:
        lines = [line for line in text.splitlines() if "Fatal error" in line or " at /" in line] or text.splitlines()[:1] or [""]
        run.fail("crash", f"status {status}: {lines[0].strip()}")


