"""What is accepted of the JSON that clients encode."""

import pytest

from .conftest import openapi

THING = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "redirect_url": {"type": "string"},
        "size": {"type": ["number", "null"]},
        "when": {"type": "string", "format": "date-time"},
        "must": {"type": "boolean"},
        "free": {},
    },
}
ID = "0a1b2c3d-0000-4000-8000-00000000000f"


def faults(scripts, value, original=None, schema=THING, flags=(), **members):
    line = {"pointer": "#/components/schemas/Thing", "value": value, **members}
    if original is not None:
        line["original"] = original
    return scripts.faults(openapi({"Thing": schema}), line, **dict.fromkeys(flags, True))


def accepted(*arguments, **members):
    return not faults(*arguments, **members)


def test_equal_values_pass(scripts):
    assert accepted(
        scripts, {"id": ID, "size": 1.0, "free": {"b": 1, "a": None}}, {"free": {"a": None, "b": 1}, "size": 1, "id": ID}
    )


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ({"id": ID, "redirectURL": "x"}, '/redirect_url: "x" was lost'),
        ({"id": ID, "redirectURL": "x"}, '/redirectURL: "x" was not there before'),
        ({"ID": ID, "redirect_url": "x"}, "'id' is a required property"),
        ({"id": ID, "redirect_url": "y"}, '/redirect_url: "x" became "y"'),
        ({"id": ID, "redirect_url": 7}, "/redirect_url: 7 is not of type 'string'"),
        ({"id": "7", "redirect_url": "x"}, "/id: '7' is not a 'uuid'"),
    ],
)
def test_a_wrong_name_or_value_is_caught(scripts, value, complaint):
    found = faults(scripts, value, {"id": ID, "redirect_url": "x"})
    assert any(complaint in fault for fault in found), found


def test_true_is_not_one(scripts):
    assert not accepted(scripts, {"id": ID, "free": True}, {"id": ID, "free": 1})


def test_large_integers_are_compared_exactly(scripts):
    assert not accepted(scripts, {"id": ID, "size": 2**53}, {"id": ID, "size": 2**53 + 1})


@pytest.mark.parametrize(("absent", "present"), [({"id": ID}, {"id": ID, "size": None})])
def test_null_and_absent_are_equal_only_when_asked_for(scripts, absent, present):
    for value, original in ((absent, present), (present, absent)):
        assert not accepted(scripts, value, original)
        assert accepted(scripts, value, original, flags=["null_is_absent"])


def test_null_is_never_absent_where_it_is_required_or_free(scripts):
    required = {"type": "object", "required": ["a"], "properties": {"a": {"type": ["string", "null"]}}}
    assert not accepted(scripts, {}, {"a": None}, flags=["null_is_absent"], schema=required)
    assert not accepted(scripts, {}, {"a": None}, flags=["null_is_absent"], schema={"type": "object"})


def test_a_null_that_only_meets_a_condition_is_absent(scripts):
    texts = {name: {"type": ["string", "null"]} for name in ("a", "b")}
    either = {"type": "object", "properties": texts, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    assert accepted(scripts, {}, {"a": None}, flags=["null_is_absent"], schema=either)
    assert not accepted(scripts, {}, {"a": None}, schema=either)
    assert not accepted(scripts, {}, {"a": "x"}, flags=["null_is_absent"], schema=either)


def test_a_null_that_is_only_read_is_absent(scripts):
    for is_read, schema in ((True, {"readOnly": True}), (False, {})):
        thing = {"type": "object", "properties": {"a": {"type": ["string", "null"], **schema}}}
        assert accepted(scripts, {}, {"a": None}, schema=thing) is is_read
    wrapped = {"allOf": [{"type": "string"}], "nullable": True, "readOnly": True}
    assert accepted(scripts, {}, {"a": None}, schema={"type": "object", "properties": {"a": wrapped}})


def test_members_of_a_branch_that_the_value_is_not_of_may_be_lost(scripts):
    branches = [{"type": "object", "required": [name], "properties": {name: {}, "c": {}}} for name in ("a", "b")]
    del branches[1]["properties"]["c"]
    assert accepted(scripts, {"b": 1}, {"b": 1, "c": 2}, schema={"oneOf": branches})
    assert not accepted(scripts, {"a": 1}, {"a": 1, "c": 2}, schema={"oneOf": branches})


def test_floats_are_compared_in_single_precision(scripts):
    for name, is_single in (("float", True), ("double", False)):
        schema = {"type": "number", "format": name}
        assert accepted(scripts, 0.8976, 0.897599995136261, schema=schema) is is_single
        assert not accepted(scripts, 0.8977, 0.8976, schema=schema)


def test_dates_and_uuids_by_value_only_when_asked_for(scripts):
    value = {"id": ID, "when": "2026-01-02T03:04:05Z"}
    original = {"id": ID, "when": "2026-01-02T05:04:05.000+02:00"}
    assert not accepted(scripts, value, original)
    assert accepted(scripts, value, original, flags=["formats_by_value"])
    large = {**value, "id": ID.upper()}
    assert accepted(scripts, value, large) and not accepted(scripts, large, value)
    assert accepted(scripts, large, value, flags=["formats_by_value"])
    assert not accepted(scripts, value, {"id": ID, "when": "2026-01-02T03:04:05.001Z"}, flags=["formats_by_value"])
    texts = [{"id": ID, "redirect_url": text} for text in ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.0Z")]
    assert not accepted(scripts, *texts, flags=["formats_by_value"])


def test_only_undeclared_members_may_be_lost(scripts):
    assert accepted(scripts, {"id": ID}, {"id": ID, "more": 1})
    assert not accepted(scripts, {}, {"more": 1}, schema=THING | {"additionalProperties": True, "required": []})
    assert not accepted(scripts, {}, {"more": 1}, schema={"type": "object"})


def test_an_unknown_enum_value_has_to_be_kept(scripts):
    schema = {"type": "string", "enum": ["a", "b"]}
    assert not accepted(scripts, "c", "c", schema=schema)
    assert accepted(scripts, "c", "c", schema=schema, kind="unknown-enum")
    assert not accepted(scripts, "a", "c", schema=schema, kind="unknown-enum")
    assert not accepted(scripts, "c", schema=schema, kind="unknown-enum")


def test_a_loose_sample_is_validated_leniently(scripts):
    schema = {"oneOf": [{"type": "integer"}, {"type": "number"}]}
    assert not accepted(scripts, 1, schema=schema)
    assert accepted(scripts, 1, schema=schema, loose=True)
    assert not accepted(scripts, "1", schema=schema, loose=True)


def test_a_discriminator_has_to_name_the_branch(scripts):
    branch = {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}}
    schema = {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in "AB"], "discriminator": {"propertyName": "type"}}
    others = {"A": branch | {"required": ["type", "a"]}, "B": branch | {"required": ["type", "b"]}}
    for name, code in (("A", 0), ("B", 1)):
        line = {"pointer": "#/components/schemas/Thing", "value": {"type": name, "a": 1}}
        assert len(scripts.faults(openapi({"Thing": schema, **others}), line)) == code


@pytest.mark.parametrize("line", ["nonsense", "[]", "{}", '{"pointer": "#/components/schemas/None", "value": 1}'])
def test_a_line_that_makes_no_sense_is_a_failure(scripts, line):
    good = {"pointer": "#/components/schemas/Thing", "value": {"id": ID}}
    result = scripts.run("validate", openapi({"Thing": THING}), lines=[good, line])
    assert result.returncode == 1 and "line 2: " in result.stdout and "2 values, 1 wrong" in result.stdout


def test_nothing_at_all_is_a_failure(scripts):
    assert scripts.run("validate", openapi({"Thing": THING})).returncode == 1


def test_the_flags_of_the_script(scripts):
    schema = {"type": "object", "properties": {"at": {"type": ["string", "null"], "format": "date-time"}}}
    lines = [({"at": None}, {}), ({"at": "2026-01-02T03:04:05Z"}, {"at": "2026-01-02T03:04:05.0Z"})]
    lines = [{"pointer": "#/components/schemas/Thing", "original": old, "value": new} for old, new in lines]
    for options, wrong in [
        ([], 2),
        (["--null-is-absent"], 1),
        (["--formats-by-value"], 1),
        (["--null-is-absent", "--formats-by-value"], 0),
    ]:
        result = scripts.run("validate", openapi({"Thing": schema}), *options, lines=lines)
        assert result.stdout.endswith(f"2 values, {wrong} wrong\n") and result.returncode == bool(wrong)


@pytest.mark.parametrize("name", ["shipengine.yaml", "forsta.yaml", "runai.yaml", "togai.yaml"])
def test_samples_pass_and_any_renamed_member_fails(scripts, name):
    lines = [sample | {"original": sample["value"]} for sample in scripts.samples(name)]
    assert scripts.run("validate", name, lines=lines).returncode == 0
    renamed = [
        sample | {"value": {key + "X" * (key == member): item for key, item in sample["value"].items()}}
        for sample in lines
        for member in (sample["value"] if isinstance(sample["value"], dict) and sample["kind"] == "full" else ())
    ]
    result = scripts.run("validate", name, lines=renamed)
    assert renamed and result.stdout.endswith(f"{len(renamed)} values, {len(renamed)} wrong\n")
