#!/usr/bin/env python3
"""Writes a document of untagged operations that repeat their inline types, as generators of documents write it.

    Tests/Measurements/Benchmarks/untagged.py [--operations N] > untagged.json
"""

import argparse
import json

NAMES = ["account", "address", "amount", "carrier", "channel", "city", "code", "country", "currency", "customer", "email", "label", "note", "number", "owner", "phone", "reason", "region", "state", "street"]


def text(description):
    return {"type": "string", "description": description}


def page():
    link = {"type": "object", "properties": {"href": text("The address."), "title": text("What it is called.")}}
    return {"type": "object", "properties": {"number": {"type": "integer"}, "size": {"type": "integer"}, "next": link, "previous": link}}


def problem():
    detail = {"type": "object", "properties": {"field": text("What is wrong."), "kind": {"type": "string", "enum": ["missing", "invalid", "conflict"]}}}
    return {"type": "object", "required": ["message"], "properties": {"message": text("For people."), "details": {"type": "array", "items": detail}}}


def resource(number):
    members = {name: text(f"The {name}.") for name in (NAMES[(number + step) % len(NAMES)] for step in range(5))}
    status = {"type": "string", "enum": ["open", "closed", "archived"]}
    return {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "status": status, **members}}


def response(schema):
    return {"description": "Done.", "content": {"application/json": {"schema": schema}}}


def operation(number):
    item = resource(number % 25)
    listed = {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": item}, "page": page()}}
    answers = {"200": response(listed if number % 2 else item), "400": response(problem()), "404": response(problem()), "default": response(problem())}
    if number % 2:
        parameters = [{"name": "limit", "in": "query", "schema": {"type": "integer"}}, {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["newest", "oldest"]}}]
        return {"parameters": parameters, "responses": answers}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": item}}}, "responses": answers}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--operations", type=int, default=500)
    count = parser.parse_args().operations
    paths = {f"/v1/{NAMES[number % 20]}/things{number // 2}": {} for number in range(0, count, 2)}
    for number in range(count):
        path = f"/v1/{NAMES[number // 2 * 2 % 20]}/things{number // 2}"
        paths[path]["get" if number % 2 else "post"] = operation(number)
    document = {"openapi": "3.1.0", "info": {"title": "Untagged", "version": "1"}, "servers": [{"url": "https://example.com"}], "paths": paths}
    print(json.dumps(document, indent=1))


main()
