"""Which requests are accepted."""

import base64
import json

import pytest

from clientsmith_tests.judge.documents import Document
from clientsmith_tests.judge.sent import Judge

from .conftest import openapi

BEARER = ["Authorization", "Bearer t"]
JSON = ["Content-Type", "application/json"]
GRANT = "/api/v1/token"
EXCHANGE = "/v1/k8s/auth/token/exchange"
APP = '{"id":"a","name":"b","secret":"c"}'


def request(method, url, *headers, body="", **members):
    return {
        "method": method,
        "url": url,
        "headers": headers,
        "body_base64": base64.b64encode(body.encode()).decode(),
        **members,
    }


GOOD = {
    "shipengine.yaml": [
        request(
            "POST",
            "/v1/tokens/ephemeral?redirect=shipengine-dashboard",
            ["API-Key", "k"],
            operation="tokens_get_ephemeral_token",
        ),
        request("POST", "/v1/tokens/ephemeral", ["api-key", "k"]),
    ],
    "forsta.yaml": [
        request("POST", "/v1/ephemeral-token", ["Authorization", "JWT t"], operation="ephemeral-token_create"),
        request("DELETE", "/v1/ephemeral-token", ["Authorization", "JWT t"], operation="ephemeral-token_delete"),
    ],
    "runai.yaml": [
        request(
            "POST",
            GRANT,
            BEARER,
            JSON,
            ["User-Agent", "cli/1"],
            body='{"grantType":"app_token","appID":"a"}',
            operation="grant_token",
        ),
        request("POST", GRANT, BEARER, operation="grant_token"),
        request(
            "GET", EXCHANGE + "?redirect_uri=https%3A%2F%2Fexample.com&code=c", BEARER, operation="exchange_code_for_token"
        ),
        request("POST", "/v1/k8s/auth/oauth/apptoken", BEARER, JSON, body=APP, operation="app_token"),
        request("POST", "/v1/k8s/auth/oauth/tokens/refresh?refresh_token=t", BEARER, operation="refresh_token"),
    ],
    "togai.yaml": [request("POST", "/authenticate", BEARER, operation="authenticate")],
}

BAD = [
    ("shipengine.yaml", request("POST", "/v1/tokens/ephemeral?redirect=other", ["API-Key", "k"]), "'other' is not one of"),
    ("shipengine.yaml", request("POST", "/v1/tokens/ephemeral?Redirect=x", ["API-Key", "k"]), "no query parameter 'Redirect'"),
    ("shipengine.yaml", request("POST", "/v1/tokens/ephemeral", ["APIKey", "k"]), "Security not found"),
    ("shipengine.yaml", request("GET", "/v1/tokens/ephemeral", ["API-Key", "k"]), "Operation get not found"),
    ("shipengine.yaml", request("POST", "/v1/tokens/ephemeral", ["API-Key", "k"], JSON, body="{}"), "no body here"),
    ("forsta.yaml", request("POST", "/ephemeral-token", ["Authorization", "JWT t"]), "Server not found"),
    ("forsta.yaml", request("POST", "/v1/ephemeral-token/", ["Authorization", "JWT t"]), "Path not found"),
    ("forsta.yaml", request("DELETE", "/v1/ephemeral-token"), "Security not found"),
    ("runai.yaml", request("POST", GRANT, BEARER, JSON, body='{"appId":"a"}'), "no member /appId"),
    ("runai.yaml", request("POST", GRANT, BEARER, JSON, body='{"grantType":"x"}'), "'x' is not one of"),
    ("runai.yaml", request("POST", GRANT, BEARER, JSON, body="{"), "request body"),
    ("runai.yaml", request("POST", GRANT, BEARER, ["Content-Type", "text/plain"], body="{}"), "mimetype not found"),
    ("runai.yaml", request("POST", GRANT, ["Authorization", "JWT t"]), "Security not found"),
    ("runai.yaml", request("GET", EXCHANGE + "?redirectUri=x&code=c", BEARER), "redirect_uri"),
    (
        "runai.yaml",
        request("POST", "/v1/k8s/auth/oauth/apptoken", BEARER, JSON, body='{"id":"a"}'),
        "'name' is a required property",
    ),
    ("runai.yaml", request("POST", GRANT, BEARER, operation="app_token"), "this is grant_token"),
    ("togai.yaml", request("POST", "//authenticate", BEARER), "not found"),
    ("togai.yaml", {"method": "POST"}, "not a request"),
    ("togai.yaml", "nonsense", "not a request"),
]


@pytest.mark.parametrize("name", GOOD)
def test_good_requests_are_accepted(scripts, name):
    verdicts = [scripts.judge(name).judge(line) for line in GOOD[name]]
    assert [errors for _, errors in verdicts] == [[]] * len(GOOD[name])


@pytest.mark.parametrize(("name", "line", "complaint"), BAD)
def test_bad_requests_are_rejected(scripts, name, line, complaint):
    _, errors = scripts.judge(name).judge(line)
    assert any(complaint in error for error in errors), errors


def test_the_script_says_which_lines_are_wrong(scripts):
    good, bad = GOOD["runai.yaml"][0], BAD[-4][1]
    result = scripts.run("requests", "runai.yaml", lines=[good, bad, "nonsense"])
    verdicts = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(verdict["line"], verdict["operation"], verdict["accepted"]) for verdict in verdicts] == [
        (1, "grant_token", True),
        (2, "grant_token", False),
        (3, None, False),
    ]
    assert "this is grant_token" in verdicts[1]["errors"][0] and "not JSON" in verdicts[2]["errors"][0]
    assert result.returncode == 1 and result.stderr.endswith("3 requests, 2 rejected\n")
    assert scripts.run("requests", "runai.yaml", lines=[good]).returncode == 0


def test_nothing_at_all_is_a_failure(scripts):
    assert scripts.run("requests", "togai.yaml").returncode == 1


OLD = {
    "swagger": "2.0",
    "info": {"title": "Things", "version": "1"},
    "basePath": "/base/",
    "consumes": ["application/json"],
    "paths": {
        "/things/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "type": "string", "maxLength": 5}],
            "get": {
                "parameters": [
                    {"name": "ids", "in": "query", "type": "array", "items": {"type": "integer"}, "collectionFormat": "csv"},
                    {"name": "tag", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"},
                ],
                "responses": {"200": {"description": ""}},
            },
            "put": {
                "parameters": [{"name": "body", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Thing"}}],
                "responses": {"200": {"description": ""}},
            },
            "patch": {
                "consumes": ["application/x-www-form-urlencoded"],
                "parameters": [{"name": "size", "in": "formData", "type": "integer", "required": True}],
                "responses": {"200": {"description": ""}},
            },
        }
    },
    "definitions": {
        "Thing": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer", "x-nullable": True}}}
    },
}
FORM = ["Content-Type", "application/x-www-form-urlencoded"]


@pytest.mark.parametrize(
    ("line", "accepted"),
    [
        (request("GET", "/base/things/a%2Fbcd?ids=1,2&tag=a&tag=b"), True),
        (request("GET", "/base/things/abcdef"), False),
        (request("GET", "/base/things/a?ids=1,b"), False),
        (request("GET", "/base/things/a?tags=b"), False),
        (request("PUT", "/base/things/a", JSON, body='{"a":null}'), True),
        (request("PUT", "/base/things/a", JSON, body='{"a":1,"b":2}'), False),
        (request("PUT", "/base/things/a", JSON, body="{}"), False),
        (request("PUT", "/base/things/a"), False),
        (request("PATCH", "/base/things/a", FORM, body="size=3"), True),
        (request("PATCH", "/base/things/a", FORM, body="size=x"), False),
    ],
)
def test_swagger_2(scripts, line, accepted):
    _, errors = scripts.judge(OLD).judge(line)
    assert (not errors) == accepted, errors


def test_servers_count_by_their_paths(scripts):
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": 1.0},
        "servers": [
            {
                "url": "https://{region}.example.com/{version}/",
                "variables": {"region": {"default": "eu"}, "version": {"default": "v1"}},
            }
        ],
        "paths": {
            "/a": {"get": {"parameters": [{"name": "f", "in": "query", "style": "deepObject", "schema": {"type": "object"}}]}}
        },
    }
    lines = [request("GET", url) for url in ("/v1/a?f[x]=1", "/v2/a", "/v2/b/a", "/v1/a?g[x]=1")]
    judge = scripts.judge(document)
    assert [not judge.judge(line)[1] for line in lines] == [True, True, False, False]


def parameter(name, place, schema, **others):
    return {"name": name, "in": place, "required": True, "schema": schema, **others}


STYLED = [
    parameter("color", "path", {"type": "string"}, style="label"),
    parameter("size", "query", {"type": "object", "properties": {"w": {"type": "integer"}, "h": {"type": "integer"}}}),
    parameter("at", "query", {"type": "array", "items": {"type": "integer"}}, style="pipeDelimited", explode=False),
]


@pytest.mark.parametrize(
    ("url", "accepted"),
    [
        ("/.blue?w=1&h=2&at=1%7C2", True),
        ("/.blue?w=1&d=2&at=1%7C2", False),
        ("/.blue?w=1&h=2&at=1%7Cb", False),
        ("/.blue?w=1&h=2", False),
    ],
)
def test_styles_of_parameters(scripts, url, accepted):
    document = openapi({}, paths={"/{color}": {"get": {"parameters": STYLED}}})
    _, errors = scripts.judge(document).judge(request("GET", url))
    assert (not errors) == accepted, errors


def test_json_by_another_name(scripts):
    schema = {"type": "object", "required": ["a"]}
    content = {"application/vnd.thing+json; charset=utf-8": {"schema": schema}, "*/*": {"schema": schema}}
    judge = scripts.judge(openapi({}, paths={"/a": {"post": {"requestBody": {"content": content}}}}))
    for media in ("application/vnd.thing+json", "application/json;charset=utf-8"):
        assert not judge.judge(request("POST", "/a", ["Content-Type", media], body='{"a":1}'))[1]
        assert judge.judge(request("POST", "/a", ["Content-Type", media], body='{"b":1}'))[1]


@pytest.mark.parametrize(
    ("media", "body", "accepted"),
    [("image/png", "PNG", True), ("text/plain", "abc", False), ("text/plain", "ab", True), ("image/gif", "GIF", False)],
)
def test_bodies_of_bytes(scripts, media, body, accepted):
    content = {"image/png": {"schema": {"type": "string", "format": "binary"}}, "text/plain": {"schema": {"type": "string", "maxLength": 2}}}
    judge = scripts.judge(openapi({}, paths={"/a": {"post": {"requestBody": {"content": content}}}}))
    _, errors = judge.judge(request("POST", "/a", ["Content-Type", media], body=body))
    assert (not errors) == accepted, errors


def test_forms_that_are_a_union(scripts):
    union = {"oneOf": [{"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}]}
    content = {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/Union"}}}
    document = openapi({"Union": union}, paths={"/a": {"post": {"requestBody": {"required": True, "content": content}}}})
    body = '--x\r\nContent-Disposition: form-data; name="n"\r\n\r\n1\r\n--x--\r\n'
    judge = scripts.judge(document)
    assert not judge.judge(request("POST", "/a", ["Content-Type", "multipart/form-data; boundary=x"], body=body))[1]
    assert judge.judge(request("POST", "/a"))[1]


def test_nullable_numbers_of_a_form(scripts):
    members = {"n": {"type": "integer", "nullable": True}, "size": {"type": "string", "enum": ["small"]}}
    content = {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/Edit"}}}
    paths = {"/a": {"post": {"requestBody": {"required": True, "content": content}}}}
    document = openapi({"Edit": {"type": "object", "properties": members}}, paths=paths) | {"openapi": "3.0.3"}
    judge = scripts.judge(document)
    for size, accepted in (("small", True), ("large", False)):
        parts = {"n": "1", "size": size}
        body = "".join(f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n' for name, text in parts.items())
        faults = judge.judge(request("POST", "/a", ["Content-Type", "multipart/form-data; boundary=x"], body=body + "--x--\r\n"))[1]
        assert (not faults) == accepted, faults


def test_read_only_concerns_properties_alone(scripts):
    ids = {"type": "array", "items": {"type": "integer", "readOnly": True}}
    schema = {"type": "object", "properties": {"ids": ids, "made": {"type": "string", "readOnly": True}}}
    content = {"application/json": {"schema": schema}}
    document = openapi({}, version="3.0.3", paths={"/a": {"post": {"requestBody": {"content": content}}}})
    judge = scripts.judge(document)
    assert not judge.judge(request("POST", "/a", JSON, body='{"ids":[1]}'))[1]
    assert judge.judge(request("POST", "/a", JSON, body='{"made":"x"}'))[1]


def test_parts_of_bytes_are_strings(scripts):
    members = {"file": {"type": "string", "format": "binary"}, "model": {"anyOf": [{"type": "string"}, {"type": "null"}]}}
    content = {"multipart/form-data": {"schema": {"type": "object", "properties": members}}}
    judge = scripts.judge(openapi({}, paths={"/a": {"post": {"requestBody": {"content": content}}}}))
    parts = "".join(f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\nb\r\n' for name in members)
    assert not judge.judge(request("POST", "/a", ["Content-Type", "multipart/form-data; boundary=x"], body=parts + "--x--\r\n"))[1]


def test_forms_that_are_a_union_in_another_file(scripts):
    union = {"oneOf": [{"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}]}
    (scripts.folder / "union.json").write_text(json.dumps(union))
    content = {"multipart/form-data": {"schema": {"$ref": "union.json"}}}
    judge = scripts.judge(openapi({}, paths={"/a": {"post": {"requestBody": {"required": True, "content": content}}}}))
    body = '--x\r\nContent-Disposition: form-data; name="n"\r\n\r\n1\r\n--x--\r\n'
    assert not judge.judge(request("POST", "/a", ["Content-Type", "multipart/form-data; boundary=x"], body=body))[1]


def test_paths_that_have_a_query_written_into_them(scripts):
    operation = {"parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}]}
    paths = {"/a": {"get": {"operationId": "plain"}}, "/a?beta=true": {"get": operation | {"operationId": "beta"}}}
    judge = scripts.judge(openapi({}, paths=paths))
    assert judge.judge(request("GET", "/a")) == ("plain", [])
    assert judge.judge(request("GET", "/a?beta=true&q=1")) == ("beta", [])
    assert judge.judge(request("GET", "/a?beta=false"))[1] == ["the document has no query parameter 'beta'"]
    assert judge.judge(request("GET", "/a", path="/a?beta=true"))[1]


def test_paths_that_no_request_can_tell_apart(scripts):
    def item(name, schema):
        return {"get": {"operationId": name, "parameters": [parameter(name, "path", schema)]}}

    paths = {"/a/{number}": item("number", {"type": "integer"}), "/a/{text}": item("text", {"type": "string"})}
    judge = scripts.judge(openapi({}, paths=paths))
    assert judge.judge(request("GET", "/a/x", path="/a/{text}")) == ("text", [])
    assert judge.judge(request("GET", "/a/x", path="/a/{number}"))[1]
    assert judge.judge(request("GET", "/b/x", path="/a/{text}"))[1]


def test_methods_of_another_name(scripts):
    copied = {"operationId": "copy", "parameters": [parameter("id", "path", {"type": "integer"})]}
    judge = scripts.judge(openapi({}, "3.2.0", paths={"/a/{id}": {"additionalOperations": {"COPY": copied}}}))
    assert judge.judge(request("COPY", "/a/1"))[1] == []
    assert judge.judge(request("COPY", "/a/x"))[1]


def test_relaxed_rules(scripts):
    parts = [{"type": "object", "additionalProperties": False, "properties": {"a": {"type": "integer"}}}]
    parts += [{"type": "object", "required": ["b"], "properties": {"b": {"type": "integer"}}}]
    content = {"application/json": {"schema": {"allOf": parts}}}
    document = openapi({}, paths={"/a": {"post": {"requestBody": {"content": content}}}})
    strict, relaxed = scripts.judge(document), Judge(Document(scripts.path(document)), relaxed=True)
    for body, accepted in (('{"a":1,"b":2}', True), ('{"a":1}', False), ('{"a":"x","b":2}', False), ('{"b":2,"c":3}', False)):
        line = request("POST", "/a", JSON, body=body)
        assert strict.judge(line)[1]
        assert (not relaxed.judge(line)[1]) == accepted


def test_read_only_members_of_another_part_are_not_required(scripts):
    parts = [{"type": "object", "properties": {"id": {"type": "string", "readOnly": True}, "name": {"type": "string"}}}]
    parts += [{"type": "object", "required": ["id", "name"]}]
    content = {"application/json": {"schema": {"type": "object", "properties": {"all": {"type": "array", "items": {"allOf": parts}}}}}}
    judge = scripts.judge(openapi({}, paths={"/a": {"post": {"requestBody": {"content": content}}}}))
    assert judge.judge(request("POST", "/a", JSON, body='{"all":[{"name":"x"}]}'))[1] == []
    (fault,) = judge.judge(request("POST", "/a", JSON, body='{"all":[{"id":"x"}]}'))[1]
    assert "'name' is a required property" in fault


MEMBERS = {
    "heat": {"type": "number"},
    "loud": {"type": "boolean"},
    "live": {"anyOf": [{"type": "boolean"}, {"type": "null"}]},
    "tags": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    "sizes": {"type": "array", "items": {"type": "integer"}},
    "offer": {"type": "string"},
}


@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        ({"heat": "0", "loud": "true", "live": "false", "tags": "a", "sizes": "1", "offer": "o"}, True),
        ({"heat": "0.5e3"}, True),
        ({"heat": "hot"}, False),
        ({"heat": "1", "loud": "yes"}, False),
        ({"heat": "1", "sizes": "large"}, False),
        ({"loud": "true"}, False),
    ],
)
def test_multipart_forms_that_are_composed(scripts, fields, accepted):
    form = {"allOf": [{"type": "object", "properties": MEMBERS}, {"$ref": "#/components/schemas/Rest"}]}
    content = {"multipart/form-data": {"schema": form, "encoding": {"offer": {"contentType": "application/sdp"}}}}
    paths = {"/a": {"post": {"requestBody": {"content": content}}}}
    judge = scripts.judge(openapi({"Rest": {"type": "object", "required": ["heat"]}}, paths=paths))
    body = "".join(
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n'
        + ("Content-Type: application/sdp\r\n" if name == "offer" else "")
        + f"\r\n{text}\r\n"
        for name, text in fields.items()
    )
    _, errors = judge.judge(request("POST", "/a", ["Content-Type", "multipart/form-data; boundary=x"], body=body + "--x--\r\n"))
    assert (not errors) == accepted, errors


def test_path_parameters_without_a_place_are_the_documents(scripts):
    paths = {"/a/{id}": {"get": {"parameters": [parameter("other", "path", {"type": "string"})]}}}
    document = openapi({}, paths=paths)
    line = request("GET", "/a/1")
    assert scripts.judge(document).judge(line)[1]
    assert Judge(Document(scripts.path(document)), relaxed=True).judge(line)[1] == []
