"""Every hostile name in every place: it compiles without a warning in both isolation modes, and what goes over the wire is as the
document has it, or it is refused where it stands."""

import json
import re
from collections import Counter
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from clientsmith_tests.names.documents import can_stand_in_a_path
from clientsmith_tests.names.names import COMPOSED, MODULES, PLACES, is_token, names, title

CASES = [(place, name) for place in PLACES for name in names(place)]


def cases(*places):
    chosen = [case for case in CASES if case[0] in places]
    return pytest.mark.parametrize(("place", "name"), chosen, ids=[f"{place}-{title(name)}" for place, name in chosen])


def used(build, place, name):
    """What the program found; the module compiles in both modes."""
    assert build.status == 0, build.said
    for mode in ["alone", "main actor"]:
        assert build.errors[MODULES[place], mode] == "", mode
    return build.used[place, build.accepted[place].index(name)]


@cases("schema")
def test_schema(build, place, name):
    found = used(build, place, name)
    if name in COMPOSED:
        # A case of its own, and no way to it: Swift's strings are equal. Which is what the tool says.
        assert found == ["another branch"]
        assert build.said.count("can't be distinguished; matching values are decoded as the first") == 1
        return
    kind, encoded, answered = found
    assert kind == name
    assert json.loads(encoded) == json.loads(answered) == {"kind": name}


@cases("property")
def test_property(build, place, name):
    value, encoded, made = used(build, place, name)
    assert value == "found"
    assert json.loads(encoded) == {name: "found"}
    assert json.loads(made) == {name: "made"}


@cases("enum")
def test_enum_value(build, place, name):
    known, answers, encoded, raw = used(build, place, name)
    assert answers == "true true"
    assert known == raw == name
    assert json.loads(encoded) == [name]


@cases("parameter")
def test_parameter(build, place, name):
    query, everything, *path = used(build, place, name)
    for sent in [query, everything]:
        assert parse_qsl(urlsplit(sent).query, strict_parsing=True) == [(name, "a value")]
    index = build.accepted[place].index(name)
    assert [unquote(sent) for sent in path] == ([f"/p{index}/a value"] if can_stand_in_a_path(name) else [])


@cases("operation", "tag")
def test_operation_and_tag(build, place, name):
    assert used(build, place, name) == [f"/{place[0]}{build.accepted[place].index(name)}"]


@cases("header")
def test_header(build, place, name):
    if is_token(name):
        assert f"{name}=a value" in used(build, place, name)
        return
    (status, said), text = build.refusal(place, name)
    assert status == 65, said
    line = next(number for number, line in enumerate(text.split("\n"), 1) if json.dumps(name, ensure_ascii=False) in line)
    assert f"refused.json:{line}:" in said


def test_no_two_files_differ_in_case_alone(build):
    files = Counter(path.lower() for path in build.files())
    assert [path for path, count in files.items() if count > 1] == []


def test_no_two_files_of_a_module_have_one_name(build):
    for module in MODULES.values():
        own = Counter(path.split("/")[-1].lower() for path in build.files() if path.startswith(f"Sources/{module}/"))
        assert [name for name, count in own.items() if count > 1] == []


def test_files_are_named_by_letters_and_digits(build):
    for path in build.files():
        # The later pages of a large group have numbers.
        path = re.sub(r"^(Documentation/.*)-[0-9]+\.md$", r"\1.md", path)
        assert all(part.isascii() and part.strip("._").replace("_", "").replace(".", "").replace("+", "").isalnum() for part in path.split("/")), path
        assert max(map(len, path.split("/"))) < 200
        assert path.split("/")[-1].lower() not in ["main.swift", "con.swift", "nul.swift"]


def test_there_are_sixty_in_each_place():
    assert all(len(set(names(place))) >= 60 for place in PLACES)
