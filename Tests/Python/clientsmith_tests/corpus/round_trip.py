"""Whether the generated tests of a package pass, and whether what its types encode is what the document says.

Samples of every schema are made from the document alone (by `judge`). A program (Program/Program.swift) decodes each by the type
that stands for the schema and encodes it again; what comes of it is validated against the document and compared with the sample.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from ..folders import INTEGRATION
from ..judge.documents import Document
from ..judge.encoded import Verdicts
from ..judge.sampling import Sampler
from .compiling import STRICT, Compiler, outcome, product
from .model import Model, numbers
from .running import run

PROGRAM = INTEGRATION / "Corpus" / "Program" / "Program.swift"
TESTS = re.compile(r"Test run with (\d+) tests?.* passed")
CHUNK = 100  # types to a function: the compiler is slow with long ones


@dataclass
class Package:
    """What is generated of a document, and compiled."""

    module: str
    folder: Path
    document: Document
    model: Model
    types: dict

    @property
    def sources(self) -> Path:
        return self.folder / "package" / "Sources"

    @property
    def tests(self) -> list:
        return sorted((self.folder / "package" / "Tests").rglob("*.swift"))


def round_trip(package: Package, compiler: Compiler) -> dict:
    """The verdict, with all that is wrong under `faults`."""
    folder = package.folder / "round-trip"
    folder.mkdir(exist_ok=True)
    samples, without = _samples(package)
    built = _build(package, compiler, folder)
    result = {"tests": 0, "values": 0, "schemas": 0, "without": without, "faults": [], **built}
    if not built["passed"]:
        return result
    tests, faults = _test(package, folder, result)
    checked, wrong = _recode(package, folder, samples, result)
    faults += wrong
    schemas = len({sample["pointer"] for sample in checked})
    result |= {"tests": tests, "values": len(checked), "schemas": schemas, "faults": faults}
    return result | {"passed": not faults, "first": faults[0] if faults else ""}


def _samples(package: Package) -> tuple:
    """The samples, and the schemas that none can be made for."""
    sampler = Sampler(package.document)
    return list(sampler.samples()), sampler.without


def _build(package: Package, compiler: Compiler, folder: Path) -> dict:
    table = folder / "Readings.swift"
    table.write_text(_readings(package))
    runtime = compiler.folder("Swift 6", package.sources / "CorpusRuntime")
    client = product(package.folder, "Swift 6")
    folders = (client, runtime, compiler.dependency)
    objects = [client / f"{package.module}.o", runtime / "CorpusRuntime.o", compiler.dependency / "HTTPTypes.o"]
    command = ["swiftc", *STRICT, "-module-name", "Program", *(word for path in folders for word in ("-I", path))]
    return outcome(run([*command, "-o", folder / "Program", PROGRAM, table, *package.tests, *objects], folder, "build"))


def _readings(package: Package) -> str:
    """The Swift file that lists the types in the order of `package.types`."""
    types = [package.model.spelled(reference) for reference in package.types.values()]
    chunks = [types[start : start + CHUNK] for start in range(0, len(types), CHUNK)]
    lines = ["import CorpusRuntime", "import Foundation", f"import {package.module}", "", "func readings() -> [Reading] {"]
    lines += ["    let chunks: [[Reading]] = [" + ", ".join(f"readings{number}()" for number in range(len(chunks))) + "]"]
    lines += ["    return Array(chunks.joined())", "}"]
    for number, chunk in enumerate(chunks):
        lines += ["", f"private func readings{number}() -> [Reading] {{", "    ["]
        lines += [*(f"        Reading({text}.self)," for text in chunk), "    ]", "}"]
    return "\n".join(lines) + "\n"


def _test(package: Package, folder: Path, result: dict) -> tuple:
    """How many of the generated tests passed, and what is wrong."""
    ran = run([folder / "Program", "--testing-library", "swift-testing"], folder, "test")
    result["cpu"] += ran.cpu
    passed = TESTS.search(ran.output + ran.errors)
    written = sum(path.read_text().count("@Test ") for path in package.tests)
    if ran.status == 0 and passed and int(passed[1]) == written:
        return written, []
    lines = [line for line in (ran.output + ran.errors).splitlines() if "issue" in line or "error" in line.lower()]
    return 0, [f"test: {line[:400]}" for line in lines] or [f"test: status {ran.status}"]


def _recode(package: Package, folder: Path, samples: list, result: dict) -> tuple:
    """The samples that were decoded and encoded, and what is wrong."""
    lines = {pointer: number for number, pointer in enumerate(package.types)}
    known = [sample for sample in samples if sample["pointer"] in lines]
    faults = [f"no type stands for {pointer}" for pointer in {sample["pointer"]: 0 for sample in samples} if pointer not in lines]
    given = folder / "samples"
    given.write_text("".join(f"{lines[sample['pointer']]}\t{json.dumps(sample['value'])}\n" for sample in known))
    ran = run([folder / "Program", "recode"], folder, "recode", stdin=given)
    result["cpu"] += ran.cpu
    answers = ran.output.split("\n")[:-1]
    if ran.status or len(answers) != len(known):
        faults.append(f"recode: status {ran.status}, {len(answers)} of {len(known)} values: {ran.errors.strip()[-300:]}")
    verdicts = {way: Verdicts(package.document, null_is_absent=way) for way in (False, True)}
    sent = package.model.sent()
    checked = list(zip(known, answers, strict=False))
    for sample, answer in checked:
        is_sent = not sent.isdisjoint(numbers(package.types[sample["pointer"]]))
        faults += _faults(sample, answer, verdicts[not is_sent])  # only a request has to tell null from absent
    return [sample for sample, _ in checked], faults


def _faults(sample: dict, answer: str, verdicts: Verdicts) -> list:
    where = f"{sample['pointer']} ({sample['kind']}) {json.dumps(sample['value'])[:200]}: "
    if answer.startswith("!"):
        return [where + answer[1:]]
    try:
        value = json.loads(answer)
    except ValueError as error:
        return [f"{where}not JSON: {error}: {answer[:200]}"]
    return [where + fault for fault in verdicts.faults({**sample, "original": sample["value"], "value": value})]
