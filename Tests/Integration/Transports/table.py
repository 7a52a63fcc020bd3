#!/usr/bin/env python3
"""Runs each test of the suite over each transport in a process of its own, and prints what came out as a table.

    Tests/Integration/Transports/table.py measure FILE [--scratch FOLDER] [--root CHECKOUT] [--long]
    Tests/Integration/Transports/table.py print TITLE=FILE…

`measure` builds the suite and writes a JSON file. CHECKOUT is another version of the runtime. `print` compares files.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
ISSUE = re.compile(r"^✘ Test .* recorded an issue (?:with .*? )?at ", re.M)
DETAIL = re.compile(r"^✘ Test .* recorded an issue.*\n(?:↳ (.*))?", re.M)
DIED = re.compile(r"(\w+\.swift:\d+): Fatal error: (.*)")


def output(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=True, **options).stdout


def measure(options):
    environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1"}
    if options.root:
        root = environment["CLIENTSMITH_ROOT"] = str(pathlib.Path(options.root).resolve())
        if not pathlib.Path(root, "Sources/ClientRuntime/AsyncHTTPClientTransport.swift").exists():
            environment["CLIENTSMITH_TRANSPORTS"] = "urlSession"
    if options.long:
        environment["TRANSPORTS_LONG"] = "1"
    package = ["--package-path", HERE, "--scratch-path", options.scratch]
    subprocess.run(["swift", "build", *package, "--build-tests", "--quiet"], check=True, env=environment)
    folder = pathlib.Path(output("swift", "build", *package, "--show-bin-path", env=environment).strip())
    names = output("swift", "test", "list", *package, "--skip-build", env=environment).split()
    usage = subprocess.run([folder / "traffic"], capture_output=True, text=True).stdout
    kinds = usage.split()[-2].split("|")
    rows = []
    for name in sorted({re.sub(r"\(.*", "", name.split(".", 1)[1]) for name in names}):
        for kind in kinds:
            rows.append(run(folder, name, kind, {**environment, "TRANSPORTS": kind}))
            print("{test} {transport}: {verdict} ({seconds} s)".format(**rows[-1]), file=sys.stderr, flush=True)
    pathlib.Path(options.file).write_text(json.dumps(rows, indent=1, ensure_ascii=False))


def run(folder, name, kind, environment):
    began = time.monotonic()
    command = [HERE / "run", folder / "transportsPackageTests.xctest", "--testing-library", "swift-testing"]
    command += ["--filter", re.escape(name) + r"\("]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, errors="replace", env=environment, timeout=600)
        text, status = re.sub(r"\x1b\[\d*m", "", ended.stdout + ended.stderr), ended.returncode
    except subprocess.TimeoutExpired as error:
        text, status = (error.stdout or b"").decode(errors="replace"), None
    seconds = round(time.monotonic() - began, 1)
    test = name.replace("ConformanceSuite/", "")
    return {"test": test, "transport": kind, "verdict": verdict(text, status), "seconds": seconds}


def verdict(text, status):
    if "with 0 tests" in text or " 0 test cases" in text:
        return "not run"
    if status is None:
        return "hangs"
    known = re.search(r"recorded a known issue", text)
    died = DIED.search(text)
    if status == 0:
        return f"known: ends the process ({died[2]})" if known and died else "known issue" if known else "right"
    if died and not known:
        return f"ends the process: {died[2]}"
    details = [detail for detail in DETAIL.findall(text) if detail and not detail.startswith("//")]
    count = len(ISSUE.findall(text))
    return f"{count} wrong" + (f": {details[0][:150]}" if details else "")


def show(options):
    columns, cells = [], {}
    for part in options.files:
        title, _, path = part.partition("=")
        for row in json.loads(pathlib.Path(path).read_text()):
            column = f"{title}: {row['transport']}"
            if column not in columns:
                columns.append(column)
            cells.setdefault(row["test"], {})[column] = row["verdict"].replace("|", "\\|")
    print("| test | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for test, row in cells.items():
        print(f"| {test} | " + " | ".join(row.get(column, "–") for column in columns) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    measuring = commands.add_parser("measure", help="Run every test and write a file.")
    measuring.add_argument("file")
    measuring.add_argument("--scratch", default=HERE.resolve().parents[2] / ".build/nested/Transports")
    measuring.add_argument("--root", help="Use the runtime of another checkout.")
    measuring.add_argument("--long", action="store_true", help="Run the long variants.")
    measuring.set_defaults(command=measure)
    printing = commands.add_parser("print", help="Print files as one table.")
    printing.add_argument("files", nargs="+", metavar="TITLE=FILE")
    printing.set_defaults(command=show)
    options = parser.parse_args()
    options.command(options)


if __name__ == "__main__":
    main()
