"""What the tests share: a document with the client model the tool makes of it, which they may tamper with."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from clientsmith_tests.corpus.calls import join_operations
from clientsmith_tests.corpus.inventory import Inventory
from clientsmith_tests.corpus.joining import Join
from clientsmith_tests.corpus.model import Model
from clientsmith_tests.folders import INTEGRATION, ROOT
from clientsmith_tests.judge.documents import Document

DOCUMENTS = INTEGRATION / "Corpus" / "Documents"


def tool() -> str:
    return os.environ.get("CLIENTSMITH") or str(ROOT / ".build" / "debug" / "clientsmith")


class Example:
    def __init__(self, path: Path):
        self.path = path
        shown = subprocess.run([tool(), "model", path, "--module", "Example", "--quiet"], capture_output=True, text=True, check=True)
        self.text = shown.stdout

    @property
    def api(self) -> dict:
        return json.loads(self.text)

    def join(self, api: dict, messages=()) -> Join:
        join = Join(Inventory(Document(self.path)), Model(api), list(messages))
        join_operations(join)
        return join

    def lost(self, api: dict, messages=()) -> dict:
        """The pointers that are not generated, with their states, by kind."""
        join = self.join(api, messages)
        found = {kind: {pointer: state for pointer, state, _ in join.differences(kind)} for kind in join.states}
        return {kind: pointers for kind, pointers in found.items() if pointers}


@pytest.fixture(scope="session")
def language():
    return Example(DOCUMENTS / "language.yaml")


@pytest.fixture(scope="session")
def swagger():
    return Example(DOCUMENTS / "swagger.yaml")


@pytest.fixture(scope="session")
def split():
    return Example(DOCUMENTS / "split" / "api.json")
