"""Runs a program and says what it cost."""

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Run:
    status: int
    output: str
    errors: str
    seconds: float
    cpu: float
    megabytes: float


def run(command: list, scratch: Path, name: str, stdin: Path | None = None, limit: int = 3600) -> Run:
    """Runs `command`; its output goes through files in `scratch`, named after `name`. Above `limit` seconds it is ended."""
    paths = scratch / f"{name}.out", scratch / f"{name}.err"
    began = time.monotonic()
    with open(paths[0], "wb") as output, open(paths[1], "wb") as errors, open(stdin or os.devnull, "rb") as given:
        process = subprocess.Popen([str(word) for word in command], stdin=given, stdout=output, stderr=errors)
        usage = _wait(process, began + limit)
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in paths)
    cpu = usage.ru_utime + usage.ru_stime
    status = os.waitstatus_to_exitcode(process.returncode)
    return Run(status, *texts, time.monotonic() - began, cpu, usage.ru_maxrss / 1024)


def _wait(process, deadline):
    pause = 0.002
    while True:
        number, status, usage = os.wait4(process.pid, os.WNOHANG)
        if number:
            process.returncode = status
            return usage
        if time.monotonic() > deadline:
            process.kill()
            deadline = float("inf")
        time.sleep(pause)
        pause = min(pause * 1.3, 0.1)
