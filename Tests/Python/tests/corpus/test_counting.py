"""What is counted as being in a document."""

import json

import pytest

from clientsmith_tests.corpus.finding import documents, modules
from clientsmith_tests.corpus.inventory import Inventory
from clientsmith_tests.judge.documents import Document

OPENAPI = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}}


def inventory(tmp_path, document: dict) -> Inventory:
    path = tmp_path / "document.json"
    path.write_text(json.dumps(document))
    return Inventory(Document(path))


def of_schema(tmp_path, schema, **others) -> dict:
    found = inventory(tmp_path, OPENAPI | {"components": {"schemas": {"A": schema, **others}}})
    return {kind: list(pointers) for kind, pointers in found.elements.items() if pointers}


A = "#/components/schemas/A"


@pytest.mark.parametrize(
    ("schema", "counted"),
    [
        ({"type": "string"}, {}),
        ({"properties": {"b": {}, "never": False}}, {"properties": [A + "/properties/b"]}),
        ({"enum": ["x", "y", "x", None, 1, 1.0, True]}, {"values": [f"{A}/enum/{index}" for index in (0, 1, 4, 6)]}),
        ({"const": "x"}, {"values": [A + "/const"]}),
        ({"oneOf": [{"type": "string"}, {"type": "null"}, {"enum": [None]}]}, {"branches": [A + "/oneOf/0"]}),
        ({"type": ["string", "integer", "null"]}, {"branches": [A + "/type/string", A + "/type/integer"]}),
        ({"type": ["string", "null"]}, {}),
        ({"type": ["integer", "number"]}, {}),
        ({"additionalProperties": {"type": "string"}}, {"maps": [A + "/additionalProperties"]}),
        ({"additionalProperties": True}, {}),
        ({"patternProperties": {"^a/b": {}}}, {"maps": [A + "/patternProperties/^a~1b"]}),
        ({"not": {"properties": {"b": {}}}, "if": {"properties": {"c": {}}}}, {}),
        ({"then": {"properties": {"b": {}}}}, {"properties": [A + "/then/properties/b"]}),
    ],
)
def test_what_a_schema_holds(tmp_path, schema, counted):
    found = of_schema(tmp_path, schema)
    assert found.pop("schemas")[0] == A
    assert found == counted


def test_inline_schemas_count_where_they_need_a_type(tmp_path):
    schema = {"properties": {"a": {"type": "string"}, "b": {"enum": ["x"]}, "c": {"items": {"properties": {"d": {}}}}}}
    found = of_schema(tmp_path, schema)
    assert found["schemas"] == [A, A + "/properties/b", A + "/properties/c/items"]


def test_a_shared_schema_counts_once(tmp_path):
    shared = {"properties": {"b": {"$ref": A}, "c": {"allOf": [{"$ref": A}]}}}
    found = of_schema(tmp_path, {"properties": {"x": {}}}, B=shared)
    assert found["properties"].count(A + "/properties/x") == 1


def test_an_operation(tmp_path):
    answer = {"description": "", "content": {"application/json": {}, "text/csv": {}}, "headers": {"X": {}, "Content-Type": {}}}
    parameters = [{"name": "a", "in": "query"}, {"name": "Accept", "in": "header"}]
    operation = {"parameters": parameters, "requestBody": {"content": {"text/plain": {}}}, "responses": {"200": answer}}
    item = {"parameters": [{"name": "a", "in": "query"}, {"name": "b", "in": "header"}], "get": operation}
    found = inventory(tmp_path, OPENAPI | {"paths": {"/a": item}})
    kinds = ("operations", "parameters", "bodies", "statuses", "headers")
    assert [found.count(kind) for kind in kinds] == [1, 2, 3, 1, 1]


def test_what_nothing_uses_is_named(tmp_path):
    used = {"components": {"parameters": {"p": {"name": "p", "in": "query", "schema": {"enum": ["x"]}}}}}
    found = inventory(tmp_path, OPENAPI | used)
    assert found.count("values") == 0
    assert found.unused["values"] == ["#/components/parameters/p/schema/enum/0"]


def test_documents_are_found_by_what_is_in_them(tmp_path):
    (tmp_path / "a").mkdir()
    for name, text in {
        "a/api.yml": "# first\nopenapi: 3.1.0\n",
        "a/api.yaml": "info: {}\n'swagger': '2.0'\n",
        "b.json": '{"info": {}, "openapi": "3.0.0"}',
        "part.yaml": "type: object\nproperties:\n  openapi: 3.1.0\n",
        "readme.md": "openapi: 3.1.0\n",
    }.items():
        (tmp_path / name).write_text(text)
    found = documents(tmp_path)
    assert [str(path.relative_to(tmp_path)) for path in found] == ["a/api.yaml", "a/api.yml", "b.json"]
    assert sorted(modules(found, tmp_path, set()).values()) == ["DocAApi", "DocAApi_2", "DocB"]
