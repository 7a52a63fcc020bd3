#!/usr/bin/env python3
"""What generating costs, against the bare event loop of libyaml over the same file.

    Tests/Measurements/Benchmarks/generating.py [--tool PATH] [--rounds N] [--json FILE] [--against FILE] [DOCUMENT-OR-FOLDER ...]

For each document the event loop and the whole tool run in turn, so that whatever else the machine does strikes both. The tool writes into a
folder that is not there before, on a real disk; no folder is removed until all is measured, because a file system takes longer where much
was just deleted. Wall time is the median and the least of all rounds, CPU time the least, memory the peak of the process. Starting the tool
is measured apart, and so is generating what the repository's own configuration asks for: the four services in one run. A folder stands for
the documents in it, at any depth, that are OpenAPI.

`--against` compares with what `--json` saved before, as ratios. Nothing is asserted: figures depend on the machine.
"""

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
STAGES = ["read", "resolve", "lower", "name", "render", "lay out", "manifest", "write"]
HEADER = re.compile(rb"""^["']?(openapi|swagger)["']?\s*:|^\s*\{[^}]*?"(openapi|swagger)"\s*:""", re.MULTILINE)


def build(package, product):
    command = ["swift", "build", "-c", "release", "--package-path", str(package), "--product", product]
    subprocess.run([*command, "--quiet"], check=True)
    folder = subprocess.run([*command, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return pathlib.Path(folder) / product


def documents(paths):
    for path in paths:
        if path.is_file():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            if file.suffix in (".yaml", ".yml", ".json") and file.is_file():
                # The version may stand behind pages of other members, or of a licence.
                if HEADER.search(file.read_bytes()):
                    yield file


def run(command):
    """Wall and CPU seconds, and the peak of memory in MB, of a process."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return {
        "status": process.returncode, "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": peak,
        "errors": errors.decode(errors="replace"),
    }


def summary(runs):
    return {
        "wall": statistics.median(run["wall"] for run in runs),
        "leastWall": min(run["wall"] for run in runs),
        "cpu": min(run["cpu"] for run in runs),
        "peak": max(run["peak"] for run in runs),
    }


def measure(document, tool, events, rounds, scratch):
    loops, tools, stages = [], [], []
    for index in range(rounds):
        output = scratch / f"{abs(hash(document))}-{index}"
        timings = scratch / "timings.json"
        if document.suffix != ".json":
            loops.append(run([events, document]))
        tools.append(run([
            tool, "generate", document, "--module", "Measured", "--output", output, "--timings", timings, "--quiet"]))
        if tools[-1]["status"] != 0:
            return {"refused": tools[-1]["errors"].splitlines()[:1]}
        stages.append({stage["stage"]: stage for stage in json.loads(timings.read_text())["stages"]})
    files = [path for path in output.rglob("*") if path.is_file()]
    result = {
        "bytes": document.stat().st_size, "files": len(files), "bytesWritten": sum(path.stat().st_size for path in files),
        "tool": summary(tools),
        "stages": {
            name: {
                "wall": min(stage[name]["wallMilliseconds"] for stage in stages) / 1e3,
                "cpu": min(stage[name]["cpuMilliseconds"] for stage in stages) / 1e3,
                "peak": max(stage[name]["peakKilobytes"] for stage in stages) / 1024,
            }
            for name in STAGES
        },
    }
    if loops and all(loop["status"] == 0 for loop in loops):
        result["events"] = summary(loops)
        result["ratio"] = {
            key: result["tool"][key] / result["events"][key] for key in ("wall", "leastWall", "cpu")}
    return result


def services(tool, rounds, scratch):
    """What the repository's own configuration costs; small runs need many rounds."""
    configuration = ROOT / "specs/clientsmith.yaml"
    command = [tool, "generate", "--config", configuration, "--quiet", "--output"]
    runs = [run([*command, scratch / f"services-{index}"]) for index in range(max(30, rounds))]
    if any(run["status"] for run in runs):
        sys.exit(runs[0]["errors"])
    return summary(runs)


def told(name, cost):
    return f"{name}: {cost['wall'] * 1e3:.1f} ms, at least {cost['leastWall'] * 1e3:.1f} ms, {cost['peak']:.1f} MB"


def row(name, result, earlier):
    if "refused" in result:
        return f"| {name} | refused: {' '.join(result['refused'])} |"
    tool, loop = result["tool"], result.get("events")
    cells = [
        name, f"{result['bytes'] / 1e6:.2f}",
        f"{loop['wall'] * 1e3:.0f} / {loop['leastWall'] * 1e3:.0f}" if loop else "",
        f"{tool['wall'] * 1e3:.0f} / {tool['leastWall'] * 1e3:.0f}", f"{tool['cpu'] * 1e3:.0f}", f"{tool['peak']:.0f}",
        f"{result['ratio']['wall']:.1f} / {result['ratio']['leastWall']:.1f}" if loop else "",
        " ".join(f"{result['stages'][name]['wall'] * 1e3:.0f}" for name in STAGES),
        str(result["files"]),
    ]
    if earlier is not None:
        before = earlier.get("tool")
        cells.append(
            " / ".join(f"{tool[key] / before[key]:.2f}" for key in ("wall", "cpu", "peak")) if before else "new")
    return "| " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", type=pathlib.Path)
    parser.add_argument("--rounds", default=7, type=int)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--against", type=pathlib.Path)
    parser.add_argument("paths", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    tool = options.tool.resolve() if options.tool else build(ROOT, "clientsmith")
    events = build(ROOT / "Tests/Measurements/Benchmarks", "events")
    earlier = json.loads(options.against.read_text())["documents"] if options.against else None

    starts = summary([run([tool, "--version"]) for _ in range(max(20, options.rounds))])
    print(told("start", starts))
    print("\nMilliseconds as median / least; CPU on all cores, least.\n")
    heads = [
        "document", "MB", "events", "tool", "CPU", "peak MB", "ratio", ", ".join(STAGES), "files",
        *(["to before: wall / CPU / memory"] if earlier is not None else []),
    ]
    print(f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}")
    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        four = services(tool, options.rounds, pathlib.Path(scratch))
        for document in documents(options.paths):
            name = "/".join(document.parts[-2:])
            results[name] = measure(document, tool, events, options.rounds, pathlib.Path(scratch))
            print(row(name, results[name], None if earlier is None else earlier.get(name, {})), flush=True)
    print("\n" + told("the four services in one run", four))
    if options.json:
        options.json.write_text(json.dumps({"start": starts, "services": four, "documents": results}, indent=2) + "\n")


if __name__ == "__main__":
    main()
