"""Every string of a document except names, with hostile payloads: what is generated is the same code, whatever the text says. Each field gets a fifth of
the payloads, and each payload a fifth of the fields; where the environment has WHOLE, all of them.

The names of schemas, properties, values, parameters, operations, tags and headers are in test_names.py."""

import json
import os
import subprocess

import pytest

from clientsmith_tests.names.names import title
from clientsmith_tests.names.tokens import tokens

PAYLOADS = [
    'x"; import Foundation; //', "\\(fatalError())", '"""\n#"', 'a")\nlet pwned = 1', "a\rlet pwned = 1", "a\u2028let pwned = 1",
    "a\u0085let pwned = 1", "*/ let pwned = 1 /*", "/* open", "#if false", "\u202elet pwned\u2066", "\x00\x1b[31m", "{{pwned}}{{{pwned}}}",
    "@Metadata { }", "swiftlint:disable all", "`pwned`", "\\u{41}", "é\u0301\ufeff", "x" * 10_000, "",
]

STRING = {"type": "string"}


def document(text):
    """A document with `text(field)` in every field, the paths of which are all in FIELDS."""
    link = {"operationId": "get", "description": text("link.description"), "parameters": {"id": text("link.parameter")}}
    contents = {
        "schema": {"$ref": "#/components/schemas/Thing"}, "examples": {text("example.name"): {"summary": text("example.summary"), "value": {"plain": text("example.value")}}},
    }
    answer = {
        "description": text("response.description"), "content": {"application/json": contents},
        "headers": {"X-Left": {"description": text("header.description"), "schema": STRING}}, "links": {text("link.name"): link},
    }
    parameters = [
        {"name": "id", "in": "path", "required": True, "description": text("parameter.description"), "schema": STRING},
        {"name": "q", "in": "query", "example": text("parameter.example"), "schema": STRING | {"default": text("parameter.default")}},
    ]
    operation = {
        "operationId": "get", "summary": text("operation.summary"), "description": text("operation.description"), "tags": ["t"],
        "externalDocs": {"url": text("externalDocs.url"), "description": text("externalDocs.description")}, "parameters": parameters,
        "requestBody": {"description": text("requestBody.description"), "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
        "responses": {"200": answer}, "security": [{"oauth": [text("security.scope")]}],
        "callbacks": {"done": {"{$request.body#/url}" + text("callback.expression"): {"post": {"responses": {"200": {"description": "d"}}}}}},
        "x-code": text("extension"),
    }
    thing = {
        "type": "object", "title": text("schema.title"), "description": text("schema.description"), "x-swift-type": text("extension.type"),
        "externalDocs": {"url": text("schema.externalDocs.url")}, "xml": {"name": text("xml.name"), "namespace": text("xml.namespace")},
        "properties": {
            "plain": STRING | {
                "description": text("property.description"), "default": text("property.default"), "example": text("property.example"),
                "pattern": text("property.pattern"), "title": text("property.title"), "x-import": text("extension.import"),
            },
            "formatted": {"type": "string", "format": text("property.format")},
            "media": {"type": "string", "contentMediaType": text("property.contentMediaType")},
            "old": {"type": "string", "deprecated": True, "description": text("deprecated.description")},
        },
    }
    animal = {"oneOf": [{"$ref": "#/components/schemas/Thing"}, {"$ref": "#/components/schemas/Other"}]}
    animal["discriminator"] = {"propertyName": "plain", "mapping": {"m" + text("discriminator.value"): "#/components/schemas/Thing", "o": "#/components/schemas/Other"}}
    flows = {"clientCredentials": {"tokenUrl": text("oauth.tokenUrl"), "scopes": {"s": text("oauth.scope.description")}}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text("info.title"), "version": text("info.version"), "summary": text("info.summary"), "description": text("info.description"),
            "termsOfService": text("info.termsOfService"), "contact": {"name": text("contact.name"), "url": text("contact.url"), "email": text("contact.email")},
            "license": {"name": text("license.name"), "url": text("license.url")},
        },
        "servers": [
            {"url": "https://{host}/" + text("server.url"), "description": "main", "variables": {"host": {"default": "a", "enum": ["a", "b"], "description": text("variable.description")}}},
        ],
        "tags": [{"name": "t", "description": text("tag.description"), "externalDocs": {"url": text("tag.externalDocs.url")}}],
        "paths": {"/a" + text("path") + "/{id}": {"summary": text("path.summary"), "get": operation}},
        "components": {
            "schemas": {"Thing": thing, "Other": {"type": "object", "properties": {"plain": STRING}}, "Animal": animal},
            "securitySchemes": {
                "oauth": {"type": "oauth2", "description": text("scheme.description"), "flows": flows},
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": text("scheme.bearerFormat")},
                "key": {"type": "apiKey", "in": "query", "name": "k" + text("scheme.name")},
            },
        },
    }


FIELDS = []
document(lambda field: FIELDS.append(field) or "x")
CASES = [
    (field, payload) for row, field in enumerate(FIELDS) for column, payload in enumerate(PAYLOADS)
    if (row + column) % 5 == 0 or os.environ.get("WHOLE")
]
# What may be refused: nothing safe could be made of it, and it would not be what the document says.
MAY_BE_REFUSED = {"server.url", "path", "scheme.name"}
# Where braces are variables, and so arguments.
TEMPLATES = {"server.url", "path"}


class Folder:
    """Where each document is generated in turn, so that little has to be written."""

    def __init__(self, tool, folder):
        self.tool, self.file, self.output = tool, folder / "document.json", folder / "output"
        self.plain, self.expected = self.generate(None, None)
        self.expected_code = code(self.expected)

    def generate(self, field, payload):
        self.file.write_text(json.dumps(document(lambda other: payload if other == field else "x"), indent=1))
        command = [self.tool, "generate", self.file, "--module", "Sinks", "--output", self.output]
        ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        return ended, self.files()

    def files(self):
        paths = [path for path in self.output.rglob("*") if path.is_file() and path.parent.name != "SinksRuntime"]
        return {str(path.relative_to(self.output)): path.read_bytes() for path in paths}


@pytest.fixture(scope="session")
def folder(tool, tmp_path_factory):
    return Folder(tool, tmp_path_factory.mktemp("sinks"))


def code(files):
    return {path: tokens(text.decode()) for path, text in files.items() if path.endswith(".swift")}


@pytest.mark.parametrize(("field", "payload"), CASES, ids=title)
def test_field(folder, field, payload):
    assert folder.plain.returncode == 0, folder.plain.stderr
    before = folder.files()
    ended, files = folder.generate(field, payload)
    # Whatever is said of a text is safe to print.
    assert not set(ended.stderr) & set(map(chr, [*range(10), *range(11, 32), 0x7F, 0x85, 0x202E, 0x2028, 0x2066]))
    if ended.returncode == 65 and field in MAY_BE_REFUSED:
        assert files == before
        assert "document.json:" in ended.stderr
        return
    assert ended.returncode == 0, ended.stderr
    assert files["Package.swift"] == folder.expected["Package.swift"]
    assert set(files) == set(folder.expected)
    for path, found in code(files).items():
        if field in TEMPLATES and "{" in payload or field == "path" and "#" in payload:
            continue  # parameters come, or go with the fragment
        assert found == folder.expected_code[path], path
