"""What the tests of the scripts share: they run each script as a user does."""

import functools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from clientsmith_tests.folders import SPECS
from clientsmith_tests.judge.documents import Document
from clientsmith_tests.judge.encoded import Verdicts
from clientsmith_tests.judge.sampling import Sampler
from clientsmith_tests.judge.sent import Judge


class Scripts:
    """Runs a script, or quicker what it is made of, on a document given as a mapping or as the name of a file in specs."""

    def __init__(self, folder: Path):
        self.folder = folder

    def path(self, document) -> Path:
        if isinstance(document, (str, Path)):
            return SPECS / document
        path = self.folder / "document.json"
        path.write_text(json.dumps(document))
        return path

    def run(self, script, document, *options, lines=(), environment=None):
        text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
        command = [sys.executable, "-m", f"clientsmith_tests.judge.{script}", *options, self.path(document)]
        variables = {**os.environ, **(environment or {})}
        return subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", env=variables)

    def samples(self, document) -> list:
        return list(Sampler(Document(self.path(document))).samples())

    def of_schema(self, schema, version="3.1.0", **others) -> list:
        """The samples of a component schema called Thing."""
        samples = self.samples(openapi({"Thing": schema, **others}, version))
        return [sample for sample in samples if sample["pointer"].endswith("/Thing")]

    def faults(self, document, line: dict, **flags) -> list:
        """What `validate` finds wrong with a line."""
        return list(Verdicts(Document(self.path(document)), **flags).faults(line))

    def judge(self, document) -> Judge:
        """What `requests` judges with."""
        path = self.path(document)
        if path.parent != SPECS:
            return Judge(Document(path))
        return _judge(path)


@functools.cache
def _judge(path):
    return Judge(Document(path))


def openapi(schemas: dict, version="3.1.0", paths=None) -> dict:
    return {
        "openapi": version,
        "info": {"title": "Things", "version": "1"},
        "paths": paths or {},
        "components": {"schemas": schemas},
    }


def values(samples: list, kind: str) -> list:
    return [sample["value"] for sample in samples if sample["kind"] == kind]


@pytest.fixture
def scripts(tmp_path):
    return Scripts(tmp_path)
