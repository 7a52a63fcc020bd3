"""Makes a document larger in one way that callers of its client must not notice.

    python -m clientsmith_tests.growth.grow ADDITION DOCUMENT > larger.json

The nine additions are the keys of ADDITIONS, the three others that change a type those of BREAKING; `breaks` is none of them and removes what every program uses, to prove that programs do
notice what they should. What can stand first stands first, so that nothing may hang on positions. An addition the document
has no place for gives exit status 3 and no output.
"""

import copy
import json
import re
import sys
from pathlib import Path

from ..judge.pointers import resolved
from ..judge.reading import read

METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]


class Document:
    def __init__(self, data):
        self.root = read(data)
        self.is_swagger = "swagger" in self.root

    @property
    def schemas(self):
        if self.is_swagger:
            return self.root.get("definitions", {})
        return self.root.get("components", {}).get("schemas", {})

    @schemas.setter
    def schemas(self, value):
        if self.is_swagger:
            self.root["definitions"] = value
        else:
            self.root.setdefault("components", {})["schemas"] = value

    def reference(self, name):
        return {"$ref": f"#/{'definitions' if self.is_swagger else 'components/schemas'}/{name}"}

    def resolve(self, value):
        return resolved(self.root, value)

    def operations(self):
        for path, item in self.root["paths"].items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method]

    def every(self, key, kind):
        """Every object anywhere that has the key with a value of that kind, once where aliases share it."""
        seen, open_values = set(), [self.root]
        while open_values:
            value = open_values.pop()
            if not isinstance(value, dict | list) or id(value) in seen:
                continue
            seen.add(id(value))
            if isinstance(value, dict) and isinstance(value.get(key), kind):
                yield value
            open_values += reversed(list(value.values()) if isinstance(value, dict) else value)

    def objects(self):
        """Every schema with properties."""
        for value in self.every("properties", dict):
            # The object of the properties themselves may have one of this name.
            if all(isinstance(schema, dict | bool) for schema in value["properties"].values()):
                yield value

    def typed(self, schema):
        """What a parameter or a header says of its type."""
        return schema if self.is_swagger else {"schema": schema}

    def has_body(self, answer):
        answer = self.resolve(answer)
        return "schema" in answer if self.is_swagger else bool(answer.get("content"))

    def is_shared(self, answer):
        """Whether the answer has a body, and stands elsewhere or its schemas do."""
        bodies = [answer] if self.is_swagger else answer.get("content", {}).values()
        return self.has_body(answer) and ("$ref" in answer or all("$ref" in body.get("schema", {}) for body in bodies))

    def answer(self, schema):
        """A response with a body of JSON."""
        content = {"schema": schema} if self.is_swagger else {"content": {"application/json": {"schema": schema}}}
        return {"description": "An answer.", **content}


def optional_property(document):
    for schema in document.objects():
        schema["properties"] = {
            "added_first": {"type": "string"}, **schema["properties"],
            "added_last": {"type": "array", "items": {"type": "integer"}},
        }
        yield schema


def enum_value(document):
    for schema in document.every("enum", list):
        values = [value for value in schema["enum"] if value is not None]
        # One value alone is a constant, which unions are told apart by.
        if len(values) < 2:
            continue
        if all(isinstance(value, str) for value in values):
            schema["enum"] = ["an_added_value", *schema["enum"], "another-added-value"]
        elif all(type(value) is int for value in values):
            schema["enum"] = [min(values) - 1, *schema["enum"], max(values) + 1]
        else:
            continue
        yield schema


def mark(branches):
    """The property that has one value in each branch, by which they are told apart, if there is one."""
    marks = []
    for branch in branches:
        properties = branch.get("properties", {})
        marks.append({name for name, schema in properties.items() if "const" in schema or len(schema.get("enum", [])) == 1})
    return next(iter(sorted(set.intersection(*marks))), "added")


def union_branch(document):
    for number, schema in enumerate(list(document.every("oneOf", list))):
        branches = [document.resolve(branch) for branch in schema["oneOf"]]
        branches = [branch for branch in branches if branch.get("type") != "null"]
        # One type that may be null is no union, and neither is a list of values.
        if len(branches) < 2 or all("enum" in branch or "const" in branch for branch in branches):
            continue
        branch = f"AddedBranch{number}"
        schema["oneOf"].insert(0, document.reference(branch))
        tag = schema.get("discriminator", {}).get("propertyName") or mark(branches)
        if "discriminator" in schema:
            schema["discriminator"].get("mapping", {})["added"] = document.reference(branch)["$ref"]
        properties = {tag: {"type": "string", "const": "added"}}
        document.schemas[branch] = {"type": "object", "required": [tag], "properties": properties}
        yield schema


def error_status(document):
    """A schema that is written out again would be another type, so what gets another status is shared or has no body."""
    for _, _, operation in document.operations():
        answers = operation["responses"]
        errors = [answer for status, answer in answers.items() if status[0] in "45"]
        errors += [answers["default"]] if "default" in answers and any(status[0] == "2" for status in answers) else []
        shared = [answer for answer in errors if document.is_shared(answer)]
        for answer in (shared or [answer for answer in errors if not document.has_body(answer)])[:1]:
            operation["responses"] = {"410": answer, **answers, "599": answer}
            yield operation


def response_header(document):
    for _, _, operation in document.operations():
        for answer in operation["responses"].values():
            answer = document.resolve(answer)
            answer.setdefault("headers", {})["X-Added"] = document.typed({"type": "integer"})
            yield answer


def optional_parameter(document):
    for _, _, operation in document.operations():
        first = {"name": "added", "in": "query", "required": False, **document.typed({"type": "string"})}
        last = {"name": "X-Added", "in": "header", "required": False, **document.typed({"type": "integer"})}
        operation["parameters"] = [first, *(operation.get("parameters") or []), last]
        yield operation


def operation(document):
    path, _, old = next(document.operations())
    new = {"operationId": "addedThing", "responses": {"200": document.answer({"type": "string"})}}
    if "tags" in old:
        new["tags"] = old["tags"]
    document.root["paths"] = {"/added": {"get": new}, **document.root["paths"]}
    document.root["paths"][path]["patch"] = {**new, "operationId": "added_other", "responses": {"204": {"description": "Done."}}}
    yield new


def tag(document):
    document.root["tags"] = [{"name": "added things", "description": "New."}, *document.root.get("tags", [])]
    new = {"operationId": "listAdded", "tags": ["added things"], "responses": {"200": document.answer({"type": "string"})}}
    document.root["paths"] = {"/added/things": {"get": new}, **document.root["paths"]}
    yield new


def respelled(name):
    """`error_source` for `ErrorSource`, and the other way around."""
    if re.search("[A-Z]", name):
        return re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower()
    return "".join(part.capitalize() for part in re.split("[^a-z0-9]+", name))


def schema(document):
    added = {"type": "object", "properties": {"added": {"type": "string"}}}
    # Spelled otherwise and the same in Swift; behind the others, since who comes first keeps the name.
    alike = {respelled(name): added for name in document.schemas}
    for old in document.root.get("tags", [])[:1]:
        alike[old["name"] + "API"] = added
    document.schemas = {"Added": added, **document.schemas, **alike}
    yield added


def breaks(document):
    """Every property gets another name."""
    for schema in document.objects():
        schema["properties"] = {name + "_renamed": value for name, value in schema["properties"].items()}
        schema["required"] = [name + "_renamed" for name in schema.get("required", [])]
        yield schema


def first_documented_error(document):
    """Where no error has a body, one gets one."""
    for _, _, operation in document.operations():
        answers = operation["responses"]
        if not any(document.has_body(answer) for status, answer in answers.items() if not status.startswith("2")):
            answers["418"] = document.answer({"type": "object", "properties": {"added": {"type": "string"}}})
            yield operation


def another_error_type(document):
    """Where an error has a body, another error gets another one."""
    for _, _, operation in document.operations():
        answers = operation["responses"]
        if any(document.has_body(answer) for status, answer in answers.items() if not status.startswith("2")):
            answers["418"] = document.answer({"type": "object", "properties": {"added": {"type": "string"}}})
            yield operation


def second_success_type(document):
    for _, _, operation in document.operations():
        if "202" not in operation["responses"]:
            operation["responses"]["202"] = document.answer({"type": "object", "properties": {"added": {"type": "string"}}})
            yield operation


BREAKING = {
    "first error": first_documented_error,
    "another error": another_error_type,
    "second success": second_success_type,
}

ADDITIONS = {
    "optional property": optional_property,
    "enum value": enum_value,
    "union branch": union_branch,
    "error status": error_status,
    "response header": response_header,
    "optional parameter": optional_parameter,
    "operation": operation,
    "tag": tag,
    "schema": schema,
}


def grown(name, data):
    """The larger document as text, or `None` where it has no place for the addition."""
    document = Document(data)
    change = breaks if name == "breaks" else (ADDITIONS | BREAKING)[name]
    if not list(change(document)):
        return None
    return json.dumps(copy.deepcopy(document.root), ensure_ascii=False, indent=2)


if __name__ == "__main__":
    text = grown(sys.argv[1], Path(sys.argv[2]).read_bytes())
    if text is None:
        sys.exit(3)
    print(text)
