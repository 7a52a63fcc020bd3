"""Which demands of a document exclude each other, and which invalid values nothing explains."""

import pytest

from clientsmith_tests.judge.contradictions import Contradictions
from clientsmith_tests.judge.documents import Document, Location
from clientsmith_tests.judge.sampling import Sampler

from .conftest import openapi

TEXT = {"type": "string"}


def closed(*names, **others):
    return {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(names, TEXT), **others}


def described(*names, **others):
    return {"type": "object", "properties": dict.fromkeys(names, TEXT), **others}


def found(scripts, schema, value=None, **others):
    """The value, and what `Contradictions` says of it."""
    sampler = Sampler(Document(scripts.path(openapi({"Thing": schema, **others}))))
    converted = sampler.strict.schema(Location("", ("components", "schemas", "Thing")))
    value = sampler.maker.make(converted) if value is None else value
    return value, *Contradictions(sampler.strict, sampler.maker).of(value, converted)


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"allOf": [closed("a"), described("b")]}, "/allOf/0 forbids 'b', which #/components/schemas/Thing/allOf/1 declares"),
        ({"allOf": [closed("a"), described("b", required=["b"])]}, "forbids 'b', which #/components/schemas/Thing/allOf/1 requires"),
        (closed("a", required=["b"]), "#/components/schemas/Thing forbids 'b', which #/components/schemas/Thing requires"),
        ({"allOf": [closed("a"), {"oneOf": [described("b", required=["b"])]}]}, "forbids 'b', which"),
        (closed(allOf=[{"$ref": "#/components/schemas/Other"}]), "forbids 'x', which #/components/schemas/Other declares"),
        ({"anyOf": [{"allOf": [closed("a"), described("b", required=["b"])]}, {"type": "null"}]}, "/anyOf/0/allOf/0 forbids 'b'"),
        ({"items": {"allOf": [closed("a"), described("b")]}, "type": "array"}, "/0: #/components/schemas/Thing/items/allOf/0 forbids 'b'"),
        ({"oneOf": [described("a"), described("b")]}, "/oneOf/0 and #/components/schemas/Thing/oneOf/1 accept the same values"),
        ({"type": "string", "format": "date-time", "pattern": "^x+$"}, "format 'date-time' of #/components/schemas/Thing and pattern '^x+$'"),
    ],
)
def test_demands_that_exclude_each_other(scripts, schema, words):
    _, reasons, others = found(scripts, schema, Other=described("x"))
    assert reasons and not others and words in reasons[0], (reasons, others)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (closed("a"), {"b": "x"}),
        ({"allOf": [closed("a"), described("b")]}, {"c": "x"}),
        ({"oneOf": [closed("a"), closed("b")]}, {"a": "x", "b": "x"}),
        (described("a", required=["b"]), {"a": "x"}),
        ({"oneOf": [described("a"), {"type": "object", "required": ["b"]}]}, {"a": "x", "b": "x"}),
        ({"type": "string", "pattern": "^x+$"}, "y"),
        ({"allOf": [closed("a"), described("b")]}, {"a": 1}),
    ],
)
def test_values_that_are_merely_wrong(scripts, schema, value):
    _, reasons, others = found(scripts, schema, value)
    assert others and not reasons, (reasons, others)


@pytest.mark.parametrize(
    "schema",
    [
        {"allOf": [described("a", "b"), {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}]},
        described("a", "b", anyOf=[{"required": ["a"]}, {"required": ["b"]}], **{"not": {"required": ["a", "b"]}}),
        {"oneOf": [{"type": "array", "items": described("a", required=["a"])}, {"type": "array", "items": described("b", required=["b"])}]},
        described("a", required=["a"], oneOf=[closed("a"), closed("a", "b", required=["b"])]),
    ],
)
def test_a_valid_value_is_made_where_there_is_one(scripts, schema):
    value, reasons, others = found(scripts, schema)
    assert value and not reasons and not others


def test_lists_that_cannot_be_long_enough_are_left_out(scripts):
    inner = {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Thing"}}
    value, reasons, others = found(scripts, {"type": "object", "properties": {"all": inner, "name": TEXT}})
    assert "name" in value and not reasons and not others
