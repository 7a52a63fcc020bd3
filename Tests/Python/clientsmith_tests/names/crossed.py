"""One document that has every name of words.py in every role, and what the tool and the compiler make of it."""

import json
import subprocess

from .building import STRICT, run
from .documents import DONE, answer, document, reference
from .names import is_token
from .words import names, words

MODULE = "Crossed"
# Five words with all their forms: what one scope may hold together.
GROUP = 20
LARGE = 100
# Tags that no word is.
OPERATIONS, PARAMETERS, HEADERS = "crossed operations", "crossed parameters", "crossed headers"


def chunks(items, size):
    return [items[start:start + size] for start in range(0, len(items), size)]


def schemas(all_names):
    return {name: {"type": "object", "properties": {"a": {"type": "string"}}} for name in all_names}


def structures(all_names):
    """Plain members, boxed ones and ones with a nested type, beside what holds further members."""
    def member(index, name, key):
        kinds = [{"type": "string"}, reference(key), {"type": "string", "enum": [name]}]
        return kinds[index % len(kinds)]

    result = {}
    for number, group in enumerate(chunks(all_names, GROUP)):
        for turn in range(3):
            key = f"Structure {number} {turn}"
            members = {name: member(index + turn, name, key) for index, name in enumerate(group)}
            result[key] = {"type": "object", "required": group[:2], "properties": members, "additionalProperties": {"type": "string"}}
    return result


def enumerations(all_names):
    return {f"Values {number}": {"type": "string", "enum": group} for number, group in enumerate(chunks(all_names, LARGE))}


def unions(all_names):
    return {
        f"Union {number}": {"oneOf": [reference(name) for name in group], "discriminator": {"propertyName": "a"}}
        for number, group in enumerate(chunks(all_names, LARGE))
    } | {
        f"Union by shape {number}": {
            "oneOf": [{"title": name, "type": "object", "required": [f"only{index}"], "properties": {f"only{index}": {"type": "string"}}}
                      for index, name in enumerate(group)]
        } for number, group in enumerate(chunks(all_names, GROUP))
    }


def operation(identifier, tag, **more):
    return {"operationId": identifier, "tags": [tag], "responses": DONE} | more


def paths(all_names):
    result = {f"/operations/{index}": {"get": operation(name, OPERATIONS)} for index, name in enumerate(all_names)}
    result |= {f"/tags/{index}": {"get": operation(f"tag{index}", name)} for index, name in enumerate(all_names)}
    schema = {"type": "string"}
    body = {"content": {"application/json": {"schema": schema}, "text/plain": {"schema": schema}}}
    for number, group in enumerate(chunks(all_names, GROUP)):
        queries = [{"name": name, "in": "query", "required": index % 2 == 0, "schema": schema} for index, name in enumerate(group)]
        result[f"/parameters/{number}"] = {
            "post": operation(f"parameters {number}", PARAMETERS, parameters=queries, requestBody=body, servers=[{"url": "/here"}])
        }
        places = [{"name": name, "in": "path", "required": True, "schema": schema} for name in group]
        template = "/".join(f"{{{name}}}" for name in group + group[:1])
        result[f"/places/{number}/{template}"] = {"get": operation(f"places {number}", PARAMETERS, parameters=places)}
        headers = {name: {"schema": schema} for name in group if is_token(name)}
        done = {"200": answer(schema) | {"headers": headers}, "400": answer({"type": "array", "items": schema}), "404": answer(schema)}
        result[f"/headers/{number}"] = {"get": operation(f"headers {number}", HEADERS, responses=done)}
    return result


def servers(all_names):
    """Relative ones, which have a parameter of their own beside their variables."""
    return [
        {"url": f"/{number}/" + "/".join(f"{{{name}}}" for name in group), "variables": {name: {"default": "x"} for name in group}}
        for number, group in enumerate(chunks(all_names, GROUP))
    ]


def text(all_names):
    declared = schemas(all_names) | structures(all_names) | enumerations(all_names) | unions(all_names)
    schemes = {name: {"type": "http", "scheme": "bearer"} for name in all_names if name.strip("_").removesuffix("Value") in SCHEMES}
    whole = document(paths(all_names), declared) | {"servers": servers(all_names)}
    whole["components"]["securitySchemes"] = schemes
    return json.dumps(whole)


# Those of initializers, and some more.
SCHEMES = {"self", "server", "transport", "connection", "credential", "Credential", "environment", "init", "default", "Self"}


class Crossing:
    """`model` is the tool's, `errors` the compiler's words."""

    def __init__(self, tool, modules, scratch):
        self.names, self.package = names(), scratch / "package"
        self.words = words()
        self.count = 7 * len(self.names)
        source = scratch / "crossed.json"
        source.write_text(text(self.names))
        configuration = {"package": MODULE, "output": "package", "layout": "sources", "clients": [{"document": "crossed.json", "module": MODULE}]}
        (scratch / "clientsmith.json").write_text(json.dumps(configuration))
        self.status, self.said = run([tool, "generate", "--config", scratch / "clientsmith.json", "--output", self.package, "--quiet"])
        if self.status:
            return
        shown = subprocess.run([str(tool), "model", str(source), "--module", MODULE, "--quiet"], stdout=subprocess.PIPE, text=True)
        self.model = json.loads(shown.stdout)
        # With the runtime's sources, which this layout puts into the same module.
        sources = self.package.rglob("*.swift")
        status, said = run(["swiftc", "-typecheck", *STRICT, "-I", modules, "-module-name", MODULE, *sources])
        self.errors = said[-20_000:] if status else ""

    def sources(self):
        return {path.name: path.read_text() for path in sorted((self.package / MODULE).rglob("*.swift"))}
