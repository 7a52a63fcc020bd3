"""What is missed when something is missing from the client model, or from the Swift text."""

import re
import subprocess

import pytest

from clientsmith_tests.corpus.model import Model
from clientsmith_tests.corpus.written import Written, missing

from .conftest import DOCUMENTS, Example, tool

ORDER = "#/components/schemas/Order"
GET = "#/paths/~1orders~1{id}/get"


def declared(api, name):
    return next(item for item in api["types"] if item["wireName"] == name)


def operation(api, identifier):
    return next(item for group in api["groups"] for item in group.get("operations", ()) if item["id"] == identifier)


@pytest.mark.parametrize("name", ["language", "swagger", "split"])
def test_nothing_of_the_own_documents_is_lost(name, request):
    example = request.getfixturevalue(name)
    states = {state for pointers in example.lost(example.api).values() for state in pointers.values()}
    assert states <= {"beside"}


def test_a_lost_property_is_missed(language):
    api = language.api
    properties = declared(api, "Line")["shape"]["structure"]["properties"]
    properties[:] = [item for item in properties if item["wireName"] != "sku"]
    assert language.lost(api) == {"properties": {"#/components/schemas/Line/properties/sku": "left out"}}


def test_a_property_that_became_json_is_degraded_with_all_it_holds(language):
    api = language.api
    properties = declared(api, "Line")["shape"]["structure"]["properties"]
    next(item for item in properties if item["wireName"] == "measures")["type"] = "json"
    place = "#/components/schemas/Line/properties/measures"
    members = [place, place + "/properties/width", place + "/properties/height"]
    assert language.lost(api) == {
        "schemas": {place: "degraded"},
        "properties": dict.fromkeys(members, "degraded"),
        "maps": {place + "/additionalProperties": "degraded"},
    }


def test_a_property_of_another_type_is_degraded(language):
    api = language.api
    properties = declared(api, "Line")["shape"]["structure"]["properties"]
    next(item for item in properties if item["wireName"] == "sku")["type"] = "boolean"
    assert language.lost(api)["properties"] == {"#/components/schemas/Line/properties/sku": "degraded"}


def test_a_property_lost_where_it_is_inherited_is_missed(language):
    api = language.api
    properties = declared(api, "Order")["shape"]["structure"]["properties"]
    properties[:] = [item for item in properties if item["wireName"] != "made"]
    assert language.lost(api) == {"properties": {"#/components/schemas/Base/properties/made": "left out"}}


def test_a_lost_value_is_missed(language):
    api = language.api
    del declared(api, "State")["shape"]["enumeration"]["cases"][5]
    assert language.lost(api) == {"values": {"#/components/schemas/State/enum/5": "left out"}}


def test_a_lost_branch_is_missed(language):
    api = language.api
    cases = declared(api, "Payment")["shape"]["union"]["cases"]
    del cases[1]
    assert language.lost(api)["branches"] == {"#/components/schemas/Payment/oneOf/1": "left out"}


def test_branches_that_cannot_be_told_apart_are_degraded(language):
    first, second = [case["name"] for case in declared(language.api, "Payment")["shape"]["union"]["cases"]][:2]
    message = {"kind": "ambiguous-union", "message": f"'{first}' and '{second}' can't be distinguished; …"}
    assert language.lost(language.api, [message]) == {"branches": {"#/components/schemas/Payment/oneOf/1": "degraded"}}


@pytest.mark.parametrize(
    ("key", "matches", "lost"),
    [
        ("parameters", lambda item: item["wireName"] == "trace", {"parameters": {GET + " header trace": "left out"}}),
        ("responses", lambda item: item["status"] == "202", {"statuses": {GET + "/responses/202": "left out"}}),
    ],
)
def test_a_lost_part_of_an_operation_is_missed(language, key, matches, lost):
    api = language.api
    items = operation(api, "getOrder")[key]
    items[:] = [item for item in items if not matches(item)]
    assert language.lost(api) == lost


def test_a_lost_body_is_missed(language):
    api = language.api
    contents = operation(api, "putOrder")["body"]["contents"]
    contents[:] = [item for item in contents if item["mediaType"]["kind"] != "form"]
    lost = language.lost(api)
    form = "#/paths/~1orders~1{id}/put/requestBody/content/application~1x-www-form-urlencoded"
    assert lost["bodies"] == {form: "left out"}
    assert lost["properties"] == dict.fromkeys((form + "/schema/properties/note", form + "/schema/properties/tags"), "left out")


def test_a_lost_operation_is_missed_with_all_it_has(language):
    api = language.api
    for group in api["groups"]:
        group["operations"] = [item for item in group.get("operations", ()) if item["id"] != "getOrder"]
    lost = language.lost(api)
    assert lost["operations"] == {GET: "left out"}
    assert len(lost["parameters"]) == 6 and len(lost["statuses"]) == 4 and len(lost["headers"]) == 2


def test_a_lost_webhook_is_missed(language):
    api = language.api
    api["webhooks"] = [item for item in api["webhooks"] if item["wireName"] != "ordered"]
    assert language.lost(api)["webhooks"] == {"#/webhooks/ordered/post": "left out"}


def test_a_lost_schema_is_missed(swagger):
    api = swagger.api
    for declared_type in api["types"]:
        if declared_type["wireName"] == "Dog":
            declared_type["pointer"] = "#/definitions/Cat"
    assert "#/definitions/Dog" in swagger.lost(api)["schemas"]


@pytest.fixture(scope="session")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    command = [tool(), "generate", DOCUMENTS / "language.yaml", "--module", "Example", "--output", folder / "out", "--quiet"]
    subprocess.run(command, check=True)
    return folder / "out" / "Sources" / "Example"


def test_the_swift_text_holds_all_of_the_model(language, package):
    assert missing(Model(language.api), Written(package)) == []


@pytest.mark.parametrize(
    ("file", "line", "found"),
    [
        ("Types/Line.swift", r"public var sku: ", "Example.Line.sku"),
        ("Types/Line.swift", r"\"sku\"", "Example.Line has no 'sku'"),
        ("Types/State.swift", r"in transit", "Example.State has no 'in transit'"),
        ("Types/Payment.swift", r"case cash\(", "Example.Payment.cash"),
        ("OrdersAPI.swift", r"func replace\(", "Example.OrdersAPI.replace"),
        ("OrdersAPI.swift", r"(let|var) filter: ", "Example.OrdersAPI.Get.filter"),
    ],
)
def test_a_lost_line_of_swift_is_missed(language, package, tmp_path, file, line, found):
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-R", package, copy], check=True)
    lines = (copy / file).read_text().splitlines(keepends=True)
    (copy / file).write_text("".join(text for text in lines if not re.search(line, text)))
    assert found in missing(Model(language.api), Written(copy))


@pytest.mark.parametrize(("media", "states"), [("application/xml", {"raw"}), ("application/json", set())])
def test_xml_is_sent_as_bytes(tmp_path, media, states):
    path = tmp_path / "notes.yaml"
    path.write_text(f"""
openapi: 3.1.0
info: {{title: Notes, version: '1'}}
paths:
  /notes:
    post:
      operationId: addNote
      requestBody: {{content: {{{media}: {{schema: {{type: object, properties: {{text: {{type: string}}}}}}}}}}}}
      responses: {{'204': {{description: Added.}}}}
""")
    example = Example(path)
    lost = example.lost(example.api)
    assert {state for pointers in lost.values() for state in pointers.values()} == states
    assert set(lost) == ({"schemas", "properties", "bodies"} if states else set())
