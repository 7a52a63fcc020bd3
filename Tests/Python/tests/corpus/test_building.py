"""What is missed when what was generated does not compile, or does not encode what the document says."""

import re
from pathlib import Path

import pytest

from clientsmith_tests.corpus.compiling import MODES, Compiler
from clientsmith_tests.corpus.round_trip import Package, round_trip
from clientsmith_tests.corpus.rows import Row, make
from clientsmith_tests.folders import ROOT

from .conftest import DOCUMENTS, tool

TESTS = "ExampleTests/RoundTripTests.swift"
CHECKOUTS = ROOT / ".build" / "checkouts"


class Made:
    """The package of `language.yaml`, which the tests may tamper with."""

    def __init__(self, compiler: Compiler, scratch: Path):
        self.compiler = compiler
        self.row = Row(DOCUMENTS / "language.yaml", "language.yaml", "Example", scratch / "Example")
        self.inventory, self.join = make(self.row, Path(tool()))

    def compile(self, mode: str, objects: bool = False) -> dict:
        return self.compiler.client(mode, self.row, objects)

    def round_trip(self) -> dict:
        assert self.compile("Swift 6", objects=True)["passed"]
        package = Package("Example", self.row.folder, self.inventory.document, self.join.model, self.join.types)
        return round_trip(package, self.compiler)

    def tamper(self, folder: str, file: str, old: str, new: str, count: int = 0):
        path = self.row.folder / "package" / folder / file
        text = path.read_text()
        assert re.search(old, text)
        path.write_text(re.sub(old, new, text, count=count))


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    if not CHECKOUTS.is_dir():
        pytest.skip("swift-http-types is not checked out")
    return Compiler(CHECKOUTS / "swift-http-types", tmp_path_factory.mktemp("shared"))


@pytest.fixture
def made(shared, tmp_path):
    return Made(shared, tmp_path)


def test_the_own_document_comes_back(made):
    found = made.round_trip()
    assert found["passed"], found["faults"]
    assert found["tests"] > 20 and found["values"] > 45 and not found["without"]


@pytest.mark.parametrize("mode", MODES)
def test_a_warning_is_an_error(made, mode):
    assert made.compile(mode)["passed"]
    made.tamper("Sources/Example", "Types/Line.swift", r"public var sku: ", "@available(*, deprecated) public var sku: ")
    found = made.compile(mode)
    assert not found["passed"] and "Line.swift" in found["first"] and "deprecated" in found["first"]


def test_code_that_the_main_actor_would_hold_is_an_error_there_alone(made):
    made.tamper("Sources/Example", "Types/Line.swift", r"\Z", "\nfunc held() {}\nnonisolated func free() { held() }\n")
    assert made.compile("Swift 6")["passed"]
    found = made.compile("main actor")
    assert not found["passed"] and "main actor-isolated" in found["first"]


def test_each_fault_of_a_round_trip_is_told(made):
    made.tamper("Sources/Example", "Types/Line.swift", '"sku"', '"SKU"')
    made.tamper("Sources/Example", "Types/Card.swift", r'\n *fields\.\w+\("number", self[^\n]*', "")
    made.tamper("Tests", TESTS, r"@Test func", '@Test func fails() { #expect(Bool("false")!) }\n    @Test func', 1)
    del made.join.types["#/components/schemas/Cash"]
    found = made.round_trip()
    assert not found["passed"]
    for place, fault in [
        ("#/components/schemas/Line (full)", "sku"),
        ("#/components/schemas/Card (full)", "'number' is a required property"),
        ("test: ", "fails()"),
        ("no type stands for ", "#/components/schemas/Cash"),
    ]:
        assert any(text.startswith(place) and fault in text for text in found["faults"]), found["faults"]


def test_a_generated_test_that_is_not_run_is_a_fault(made):
    made.tamper("Tests", TESTS, r"\A", "// @Test is not run\n")
    found = made.round_trip()
    assert not found["passed"] and found["first"].startswith("test: ")
