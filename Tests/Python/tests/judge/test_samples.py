"""Which samples a document gives."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from clientsmith_tests.judge.documents import Document
from clientsmith_tests.judge.schemas import Schemas

from .conftest import SPECS, openapi, values

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NULLABLE = [
    ({"type": ["string", "null"]}, "3.1.0"),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "3.1.0"),
    ({"type": "string", "nullable": True}, "3.0.3"),
    ({"type": "string", "nullable": True}, "3.1.0"),
    ({"type": "string", "enum": ["a"], "nullable": True}, "3.0.3"),
    ({"allOf": [{"$ref": "#/components/schemas/Other"}], "nullable": True}, "3.0.3"),
    ({"$ref": "#/components/schemas/Other", "nullable": True}, "3.0.3"),
]


def test_all_required_and_enum_values(scripts):
    schema = {
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"type": "string"}, "status": {"type": "string", "enum": ["on", "off", "on"]}},
    }
    samples = scripts.of_schema(schema)
    assert [value.keys() for value in values(samples, "full")] == [{"name", "status"}]
    assert [value.keys() for value in values(samples, "required")] == [{"name"}]
    assert [value.get("status") for value in values(samples, "full") + values(samples, "enum")] == ["on", "off"]
    assert all(sample["at"] == "/status" for sample in samples if sample["kind"] == "enum")
    (unknown,) = values(samples, "unknown-enum")
    assert unknown["status"] not in ("on", "off")


@pytest.mark.parametrize(("schema", "version"), NULLABLE)
def test_null_where_it_is_allowed(scripts, schema, version):
    owner = {"type": "object", "properties": {"a": schema}}
    samples = scripts.of_schema(owner, version, Other={"type": "string"})
    assert values(samples, "null") == [{"a": None}]


@pytest.mark.parametrize("schema", [{"type": "string"}, {"type": "string", "nullable": False}, {}])
def test_no_null_where_it_is_not_said_to_be_allowed(scripts, schema):
    assert values(scripts.of_schema({"type": "object", "properties": {"a": schema}}), "null") == []


def test_texts_fit_formats_patterns_and_lengths(scripts):
    schema = {
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid", "pattern": "^[0-9a-f-]+$"},
            "code": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{2,}$", "minLength": 9, "maxLength": 9},
            "short": {"type": "string", "maxLength": 3},
            "long": {"type": "string", "minLength": 50},
            "when": {"type": "string", "format": "date-time"},
        },
    }
    (value,) = values(scripts.of_schema(schema), "full")
    assert UUID.fullmatch(value["id"])
    assert re.fullmatch(r"[A-Z]{3}-[0-9]{5}", value["code"])
    assert 0 < len(value["short"]) <= 3 and len(value["long"]) >= 50
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value["when"])


def test_numbers_fit_their_bounds(scripts):
    schema = {
        "type": "object",
        "properties": {
            "between": {"type": "integer", "minimum": 7, "maximum": 8},
            "above": {"type": "number", "exclusiveMinimum": 5000, "multipleOf": 0.25},
            "old": {"type": "integer", "minimum": 0, "exclusiveMinimum": True, "maximum": 1},
            "wide": {"type": "integer", "format": "int64"},
            "whole": {"type": "number", "format": "int32"},
        },
    }
    (value,) = values(scripts.of_schema(schema, "3.0.3"), "full")
    assert value["between"] in (7, 8) and value["above"] > 5000 and value["old"] == 1
    assert value["wide"] != float(value["wide"]) and isinstance(value["whole"], int)


def test_own_examples_are_used_when_they_validate(scripts):
    schema = {
        "type": "object",
        "example": {"size": "wrong"},
        "properties": {"size": {"type": "integer", "example": 42}, "bad": {"type": "integer", "example": "many"}},
    }
    samples = scripts.of_schema(schema, "3.0.3")
    assert values(samples, "example") == []
    (value,) = values(samples, "full")
    assert value["size"] == 42 and isinstance(value["bad"], int)


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [("uri", "https://[YOUR ID].example.com", "https://[::1]/a"), ("duration", "20 days", "P20DT1H"), ("byte", "a file", "YQ==")],
)
def test_examples_of_no_such_format_are_not_used(scripts, name, wrong, right):
    schema = {"type": "string", "format": name, "examples": [wrong, right]}
    assert values(scripts.of_schema(schema, "3.1.0"), "example") == [right]


def test_allof_is_merged(scripts):
    base = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "kind": {"type": "string"}}}
    schema = {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"kind": {"enum": ["x"]}}, "required": ["kind"]}]}
    samples = scripts.of_schema(schema, Base=base)
    (value,) = values(samples, "full")
    assert value.keys() == {"id", "kind"} and value["kind"] == "x"


def test_enums_that_hold_together_share_a_value(scripts):
    samples = scripts.of_schema({"allOf": [{"enum": [1, "b", "c"]}, {"enum": [True, "c", "d"]}]})
    assert [sample["value"] for sample in samples] == ["c", "unheard-of value"]


def test_each_branch_once_with_its_discriminator(scripts):
    branch = {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}}
    union = {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {"propertyName": "type", "mapping": {"kitty": "#/components/schemas/Cat"}},
    }
    cat = branch | {"properties": branch["properties"] | {"lives": {"type": "integer"}}, "required": ["type", "lives"]}
    dog = branch | {"properties": branch["properties"] | {"bark": {"type": "string"}}, "required": ["type", "bark"]}
    samples = scripts.of_schema(union, Cat=cat, Dog=dog)
    found = [sample["value"] for sample in samples]
    assert {value["type"] for value in found} == {"kitty", "Dog"}
    assert all(("lives" in value) == (value["type"] == "kitty") for value in found)


def test_a_child_carries_the_name_its_parent_discriminates_by(scripts):
    parent = {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"type": "string"}},
        "discriminator": {"propertyName": "type"},
    }
    child = {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "object", "properties": {"lives": {"type": "integer"}}}]}
    (value,) = values(scripts.of_schema(child, "3.0.3", Pet=parent), "full")
    assert value["type"] == "Thing"


def test_overlapping_branches_are_loose(scripts):
    samples = scripts.of_schema({"oneOf": [{"type": "integer"}, {"type": "number"}]})
    assert samples and any(sample.get("loose") for sample in samples)
    assert all(sample.get("loose", False) == isinstance(sample["value"], int) for sample in samples)


def test_further_members_are_given_where_they_are_declared(scripts):
    typed = values(scripts.of_schema({"type": "object", "additionalProperties": {"type": "integer"}}), "full")[0]
    beside = values(scripts.of_schema({"properties": {"a": {"type": "string"}}, "additionalProperties": True}), "full")[0]
    closed = values(scripts.of_schema({"properties": {"a": {"type": "string"}}, "additionalProperties": False}), "full")[0]
    patterned = values(scripts.of_schema({"patternProperties": {"^x-[a-z]+$": {"type": "integer"}}}), "full")[0]
    assert len(typed) == 1 and all(isinstance(value, int) for value in typed.values())
    assert len(beside) == 2 and list(closed) == ["a"]
    assert [re.fullmatch("x-[a-z]+", name) is not None for name in patterned] == [True]


def test_recursion_ends(scripts):
    node = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Thing"}, "value": {"type": "integer"}}}
    (value,) = values(scripts.of_schema(node), "full")
    assert value["next"]["next"]["next"] == {}
    assert scripts.of_schema({"anyOf": [{"$ref": "#/components/schemas/Thing"}, {"type": "string"}]})
    endless = {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/Thing"}}}
    assert scripts.of_schema(endless) == []


def test_bodies_and_directions(scripts):
    def content(schema):
        return {"content": {"application/json; charset=utf-8": {"schema": schema, "example": {"a": 7}}}}

    thing = {"type": "object", "properties": {"a": {"type": "integer"}}}
    operation = {
        "requestBody": content({"$ref": "#/components/schemas/Thing"}),
        "responses": {
            "200": {"description": "", **content({"type": "array", "items": {"$ref": "#/components/schemas/Other"}})}
        },
    }
    document = openapi({"Thing": thing, "Other": thing, "Unused": thing}, paths={"/a/b": {"put": operation}})
    samples = scripts.samples(document)
    directions = {sample["pointer"]: sample["direction"] for sample in samples}
    assert directions == {
        "#/components/schemas/Thing": "request",
        "#/components/schemas/Other": "response",
        "#/components/schemas/Unused": "none",
        "#/paths/~1a~1b/put/responses/200/content/application~1json; charset=utf-8/schema": "response",
    }
    assert {"a": 7} in values([sample for sample in samples if sample["direction"] == "request"], "example")


def test_references_to_other_files(scripts, tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/pet.yaml").write_text(
        "type: object\nproperties: {owner: {$ref: '../owner.json#/Owner'}}\nrequired: [owner]\n"
    )
    (tmp_path / "owner.json").write_text('{"Owner": {"type": "string", "enum": ["me"]}}')
    samples = scripts.of_schema({"$ref": "parts/pet.yaml"})
    assert [sample["value"] for sample in samples] == [{"owner": "me"}]


def test_swagger_2(scripts):
    document = {
        "swagger": "2.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {
            "/a": {
                "post": {
                    "parameters": [
                        {
                            "in": "body",
                            "name": "body",
                            "schema": {"type": "object", "properties": {"n": {"type": "integer", "x-nullable": True}}},
                        }
                    ],
                    "responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/Thing"}}},
                }
            }
        },
        "definitions": {"Thing": {"type": "string", "enum": ["x"]}},
    }
    samples = scripts.samples(document)
    assert {sample["pointer"] for sample in samples} == {"#/definitions/Thing", "#/paths/~1a/post/parameters/0/schema"}
    assert {"n": None} in values(samples, "null")


@pytest.mark.parametrize("name", ["shipengine.yaml", "forsta.yaml", "runai.yaml", "togai.yaml"])
def test_the_documents_of_the_project(scripts, name):
    samples = scripts.samples(name)
    document = Document(SPECS / name)
    assert {sample["pointer"] for sample in samples} == {str(place) for place in document.components()}
    schemas = Schemas(document)
    for sample in samples:
        valid = schemas.valid(sample["value"], schemas.schema(document.parse(sample["pointer"])))
        assert valid == (sample["kind"] != "unknown-enum")


def test_what_jsonschema_alone_says(scripts):
    """The validator of the judge has keywords of its own; jsonschema as it comes has to agree with it."""
    schemas = {
        "Thing": {
            "type": "object",
            "required": ["kind", "child"],
            "properties": {
                "kind": {"enum": ["a", "b"]},
                "child": {"oneOf": [{"$ref": "#/components/schemas/Leaf"}, {"type": ["integer", "null"]}]},
                "map": {"type": "object", "additionalProperties": {"type": "string", "pattern": "^x+$"}},
                "list": {"type": "array", "minItems": 2, "uniqueItems": True, "items": {"enum": [1, 2, 3]}},
            },
        },
        "Leaf": {
            "type": "object",
            "required": ["x"],
            "properties": {"x": {"type": "number", "minimum": 3}},
            "additionalProperties": False,
        },
    }
    validator = Draft202012Validator({"$ref": "#/components/schemas/Thing", "components": {"schemas": schemas}})
    samples = scripts.of_schema(schemas["Thing"], Leaf=schemas["Leaf"])
    assert {"full", "required", "enum", "unknown-enum", "branch"} <= {sample["kind"] for sample in samples}
    for sample in samples:
        assert validator.is_valid(sample["value"]) == (sample["kind"] != "unknown-enum")


def test_the_script_writes_what_the_sampler_makes(scripts):
    result = scripts.run("samples", "runai.yaml")
    assert result.returncode == 0 and result.stderr.startswith("17 samples (5 full, ")
    assert [json.loads(line) for line in result.stdout.splitlines()] == scripts.samples("runai.yaml")


def test_the_same_bytes_every_time(scripts):
    runs = [scripts.run("samples", "shipengine.yaml", environment={"PYTHONHASHSEED": seed}).stdout for seed in "0123"]
    assert runs[0] and len(set(runs)) == 1


@pytest.mark.parametrize("text", ["a: 1", "openapi: [", "- 1", ""])
def test_an_unreadable_document_is_refused(scripts, tmp_path, text):
    (tmp_path / "bad.yaml").write_text(text)
    result = scripts.run("samples", tmp_path / "bad.yaml")
    assert result.returncode == 65 and "bad.yaml" in result.stderr and "Traceback" not in result.stderr
