"""Documents that have every name of names.py in one of the seven places."""

import json
from urllib.parse import quote

from clientsmith_tests.judge.pointers import escaped

from .names import MODULES

DONE = {"204": {"description": "Done."}}


def reference(name):
    return {"$ref": "#/components/schemas/" + quote(escaped(name), safe="")}


def answer(schema):
    return {"description": "d", "content": {"application/json": {"schema": schema}}}


def document(paths, schemas=None):
    return {
        "openapi": "3.1.0", "info": {"title": "Names", "version": "1"}, "paths": paths,
        "components": {"schemas": schemas or {}},
    }


def schema(names):
    """Every schema is a result, an error, and a branch of a union that tells them apart by their names."""
    schemas = {
        name: {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "value": {"type": "string"}}}
        for name in names
    }
    paths = {
        f"/s{index}": {
            "get": {
                "operationId": f"s{index}", "tags": ["all"],
                "responses": {"200": answer(reference(name)), "400": answer({"type": "array", "items": reference(name)})},
            }
        }
        for index, name in enumerate(names)
    }
    branches = [reference(name) for name in names]
    return document(paths, schemas | {"Everything": {"oneOf": branches, "discriminator": {"propertyName": "kind"}}})


def property(names):
    schemas = {f"P{index}": {"type": "object", "properties": {name: {"type": "string"}}} for index, name in enumerate(names)}
    every = {name: {"type": "object", "properties": {"value": {"type": "string", "enum": ["x"]}}} for name in names}
    return document({}, schemas | {"Everything": {"type": "object", "required": names[::2], "properties": every}})


def enum(names):
    schemas = {f"E{index}": {"type": "string", "enum": [name, "other"]} for index, name in enumerate(names)}
    return document({}, schemas | {"Everything": {"type": "string", "enum": names}})


def can_stand_in_a_path(name):
    return name != "" and not set(name) & set("{}/")


def parameter(names):
    def query(name):
        return {"name": name, "in": "query", "schema": {"type": "string"}}

    paths = {
        f"/q{index}": {"get": {"operationId": f"q{index}", "tags": ["all"], "parameters": [query(name)], "responses": DONE}}
        for index, name in enumerate(names)
    }
    every = [query(name) for name in names]
    body = {"content": {"application/json": {"schema": {"type": "string"}}}}
    paths["/all"] = {"post": {"operationId": "everything", "tags": ["all"], "parameters": every, "requestBody": body, "responses": DONE}}
    for index, name in enumerate(names):
        if can_stand_in_a_path(name):
            place = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            paths[f"/p{index}/{{{name}}}"] = {"get": {"operationId": f"p{index}", "tags": ["all"], "parameters": [place], "responses": DONE}}
    return document(paths)


def operation(names):
    return document({
        f"/o{index}": {"get": {"operationId": name, "tags": ["all"], "responses": DONE}} for index, name in enumerate(names)
    })


def tag(names):
    paths = {
        f"/t{index}": {"get": {"operationId": f"t{index}", "tags": [name], "responses": DONE}} for index, name in enumerate(names)
    }
    return document(paths) | {"tags": [{"name": name, "description": name} for name in names]}


def header(names):
    def headers(index, name):
        ask = {"name": name, "in": "header", "schema": {"type": "string"}}
        done = {"204": {"description": "Done.", "headers": {name: {"schema": {"type": "string"}}}}}
        return {"get": {"operationId": f"h{index}", "tags": ["all"], "parameters": [ask], "responses": done}}

    return document({f"/h{index}": headers(index, name) for index, name in enumerate(names)})


def text(place, names):
    return json.dumps(globals()[place](names), ensure_ascii=False, indent=1)


def configuration():
    clients = [{"document": f"{place}.json", "module": module} for place, module in MODULES.items()]
    return json.dumps({"package": "Hostile", "output": "package", "clients": clients})
