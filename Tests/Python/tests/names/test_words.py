"""Every word that the output has of its own, in four forms and in every role: it compiles, and the output has no other names than the
client model's and those words."""

import os
import re
from pathlib import Path

import pytest

from clientsmith_tests.folders import ROOT
from clientsmith_tests.names.crossed import LARGE, OPERATIONS, PARAMETERS, Crossing, chunks
from clientsmith_tests.names.tokens import tokens
from clientsmith_tests.names.words import forms, names, words


@pytest.fixture(scope="module")
def crossing(tool, tmp_path_factory):
    return Crossing(tool, Path(os.environ["MODULES"]), tmp_path_factory.mktemp("crossed"))


def test_words_are_those_of_templates_and_views():
    assert {"fields", "connection", "Indirect", "newValue", "branches", "hasher"} <= set(words())
    # Inside of an interpolation of another literal.
    assert "except" in words()
    assert forms("answer") == ["answer", "_answer", "answerValue", "answer_"]
    assert len(names()) > 1500


def test_every_name_in_every_role_compiles(crossing):
    assert crossing.status == 0, crossing.said
    assert crossing.errors == ""
    print(f"{crossing.count} names in 7 roles, 0 failures")


def test_every_name_is_in_the_model(crossing):
    types = {one["pointer"]: one for one in crossing.model["types"]}
    count = len(crossing.names)
    assert sum(f"#/components/schemas/{name}" in types for name in crossing.names) == count
    properties = [one for pointer, one in types.items() if re.fullmatch(r"#/components/schemas/Structure \d+ 0", pointer)]
    assert sum(len(one["shape"]["structure"]["properties"]) for one in properties) == count
    values = [one for pointer, one in types.items() if re.fullmatch(r"#/components/schemas/Values \d+", pointer)]
    assert sum(len(one["shape"]["enumeration"]["cases"]) for one in values) == count
    unions = [one for pointer, one in types.items() if re.fullmatch(r"#/components/schemas/Union \d+", pointer)]
    assert [len(one["shape"]["union"]["cases"]) for one in unions] == [len(chunk) for chunk in chunks(crossing.names, LARGE)]
    groups = {group["tag"]: group for group in crossing.model["groups"]}
    assert set(crossing.names) <= set(groups)
    assert len(groups[OPERATIONS]["operations"]) == count
    queries = [one for one in groups[PARAMETERS]["operations"] if one["method"] == "POST"]
    assert sum(len(one.get("parameters", ())) for one in queries) == count


def test_variables_that_a_path_has_twice_are_one_argument(crossing):
    groups = {group["tag"]: group for group in crossing.model["groups"]}
    places = [one for one in groups[PARAMETERS]["operations"] if one["method"] == "GET"]
    assert sum(len(one.get("parameters", ())) for one in places) == len(crossing.names)
    assert all(one["path"].count("{") == len(one.get("parameters", ())) + 1 for one in places)


def model_names(value, found):
    """Every identifier that the model gives to something."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str) and (key == "name" or key.endswith("Name") or key in OTHER_NAMES):
                found.add(inner)
            else:
                model_names(inner, found)
    elif isinstance(value, list):
        for inner in value:
            model_names(inner, found)
    return found


OTHER_NAMES = {"storage", "serverArgument", "serverField", "unrecognized"}


def enum_words():
    """The cases of the model's closed enums, which the runtime spells alike."""
    for path in (ROOT / "Sources/ClientModel").glob("*.swift"):
        for line in re.findall(r"(?m)^ *case (.*)$", path.read_text()):
            yield from re.findall(r"\w+", line)


def test_the_output_has_no_other_names(crossing):
    known = model_names(crossing.model, set()) | set(crossing.words) | set(enum_words()) | {"_"}
    seen = set()
    for path, text in crossing.sources().items():
        for token in tokens(text.replace("`", "")):
            if re.fullmatch(r"[A-Za-z_]\w*", token):
                seen.add(token)
                assert token in known, (path, token)
    assert len(seen) > len(crossing.names)
