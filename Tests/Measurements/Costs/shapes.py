"""Documents of one shape and any size."""

import dataclasses
from typing import Callable

FINE = {"200": {"description": "Fine"}}


@dataclasses.dataclass
class Case:
    """A document, what is applied to it, and the exit status it must have."""

    document: dict
    overlay: dict | None = None
    status: int = 0


@dataclasses.dataclass
class Shape:
    """A family of cases by size."""

    size: int
    case: Callable[[int], Case]


ALL: dict[str, Shape] = {}


def shape(size, status=0):
    """Registers a function from a size to a document, or to a case."""

    def register(make):
        def case(count):
            made = make(count)
            return made if isinstance(made, Case) else Case(made, status=status)

        ALL[make.__name__.replace("_", "-")] = Shape(size, case)
        return make

    return register


def document(paths=None, schemas=None, parameters=None):
    components = {"schemas": schemas or {}, "parameters": parameters or {}}
    return {"openapi": "3.1.0", "info": {"title": "Costs", "version": "1"}, "paths": paths or {}, "components": components}


def component(name):
    return {"$ref": f"#/components/schemas/{name}"}


def returning(name, schemas):
    response = {"200": {"description": "Fine", "content": {"application/json": {"schema": component(name)}}}}
    return document({"/a": {"get": {"operationId": "a", "responses": response}}}, schemas)


def an_object(name, schema=None, is_required=True):
    required = {"required": [name]} if is_required else {}
    return {"type": "object", **required, "properties": {name: schema or {"type": "string"}}}


@shape(2000)
def query_parameters(count):
    parameters = [{"name": f"p{i}", "in": "query", "schema": {"type": "string"}} for i in range(count)]
    return document({"/a": {"get": {"operationId": "a", "parameters": parameters, "responses": FINE}}})


@shape(500)
def union_of_objects(count):
    objects = {f"O{i}": an_object(f"k{i}") for i in range(count)}
    return returning("U", {**objects, "U": {"oneOf": [component(name) for name in objects]}})


@shape(300)
def union_of_inline_objects(count):
    return returning("U", {"U": {"oneOf": [an_object(f"k{i}") for i in range(count)]}})


@shape(300)
def union_of_same_members(count):
    objects = {f"O{i}": an_object("k") for i in range(count)}
    return returning("U", {**objects, "U": {"oneOf": [component(name) for name in objects]}})


@shape(200)
def union_told_apart_by_members_of_members(count):
    inner = [an_object("a", {"type": "array", "items": an_object("b", {"enum": [f"v{i}"]}, False)}, False) for i in range(count)]
    return returning("U", {"U": {"oneOf": inner}})


@shape(300)
def union_with_a_discriminator(count):
    objects = {f"O{i}": an_object("t") for i in range(count)}
    mapping = {f"m{i}": f"#/components/schemas/O{i}" for i in range(count)}
    discriminator = {"propertyName": "t", "mapping": mapping}
    return returning("U", {**objects, "U": {"oneOf": [component(name) for name in objects], "discriminator": discriminator}})


# Its branches are doubled at each level: refused at the limit of the output, at a cost that no longer grows.
@shape(40, status=65)
def unions_that_list_the_next_two(count):
    levels = {f"N{i}": {"allOf": [{"oneOf": [component(f"N{i + 1}"), component(f"N{i + 2}")]}, an_object(f"k{i}")]} for i in range(count)}
    return returning("N0", {**levels, f"N{count}": an_object("e"), f"N{count + 1}": an_object("f")})


@shape(5000)
def required_names(count):
    return returning("A", {"A": {**an_object("x"), "required": [f"r{i}" for i in range(count)]}})


@shape(100)
def default_of_1000_words(count):
    default = {"type": "array", "items": {"type": "string"}, "default": ["word"] * 1000}
    properties = {f"p{i}": component("D") for i in range(count)}
    return returning("A", {"D": default, "A": {"type": "object", "properties": properties}})


@shape(4000, status=65)
def default_of_30000_words(count):
    default = {"type": "array", "items": {"type": "string"}, "default": ["word"] * 30_000}
    properties = {f"p{i}": component("D") for i in range(count)}
    return returning("A", {"D": default, "A": {"type": "object", "properties": properties}})


@shape(100_000)
def path_of_braces(count):
    return document({"/a/" + "{" * count: {"get": {"operationId": "a", "responses": FINE}}})


@shape(500)
def path_of_variables(count):
    parameters = [{"name": f"v{i}", "in": "path", "required": True, "schema": {"type": "string"}} for i in range(count)]
    path = "/a/" + "".join(f"{{v{i}}}" for i in range(count))
    return document({path: {"parameters": parameters, "get": {"operationId": "a", "responses": FINE}}})


def described(count, size):
    parameter = {"name": "p", "in": "query", "schema": {"type": "string"}, "description": "word " * (size // 5)}
    use = [{"$ref": "#/components/parameters/P"}]
    paths = {f"/a{i}": {"get": {"operationId": f"a{i}", "parameters": use, "responses": FINE}} for i in range(count)}
    return document(paths, parameters={"P": parameter})


@shape(100)
def description_of_5000_bytes(count):
    return described(count, 5_000)


@shape(750, status=65)
def description_of_500000_bytes(count):
    return described(count, 500_000)


@shape(100)
def overlay_of_wildcards(count):
    schemas = {f"A{i}": {"type": "object", "properties": {f"p{j}": {"type": "string"} for j in range(10)}} for i in range(count)}
    action = {"target": "$" + "[*,*,*,*]" * 5, "update": {"x-y": 1}}
    overlay = {"overlay": "1.0.0", "info": {"title": "o", "version": "1"}, "actions": [action]}
    for schema in schemas.values():
        schema["properties"] = {name: {"type": "string"} for name in schema["properties"]}
    return Case(document(schemas=schemas), overlay)


@shape(20)
def base_of_100_members(count):
    base = {"type": "object", "properties": {f"f{i}": {"type": "string"} for i in range(100)}}
    children = {f"C{i}": {"allOf": [component("Base"), an_object(f"k{i}")]} for i in range(count)}
    return document(schemas={"Base": base, **children})


@shape(100)
def path_item_of_20_parameters(count):
    parameters = [{"name": f"q{i}", "in": "query", "schema": {"type": "string"}} for i in range(20)]
    item = {"get": {"operationId": "get", "parameters": parameters, "responses": FINE}}
    return document({"/p": item, **{f"/p{i}": {"$ref": "#/paths/~1p"} for i in range(count)}})


@shape(10_000)
def enum_of_strings(count):
    return returning("E", {"E": {"type": "string", "enum": [f"v{i}" for i in range(count)]}})


@shape(300)
def operations(count):
    return document({f"/a{i}": {"get": {"operationId": f"op{i}", "responses": FINE}} for i in range(count)})


@shape(200)
def tags(count):
    return document({f"/a{i}": {"get": {"tags": [f"t{i}"], "operationId": f"op{i}", "responses": FINE}} for i in range(count)})


@shape(200)
def tags_and_resources(count):
    """Operations without a tag look for the tag that their path names."""
    tagged = {f"/a{i}x": {"get": {"tags": [f"t{i}x"], "operationId": f"op{i}", "responses": FINE}} for i in range(count)}
    return document(tagged | {f"/b{i}x": {"get": {"responses": FINE}} for i in range(count)})


@shape(1000)
def response_headers(count):
    headers = {f"X-{i}": {"schema": {"type": "string"}} for i in range(count)}
    return document({"/a": {"get": {"operationId": "a", "responses": {"200": {"description": "Fine", "headers": headers}}}}})


@shape(300)
def components_of_a_family(count):
    head = {**an_object("t"), "discriminator": {"propertyName": "t"}}
    children = {f"C{i}": {"allOf": [component("H"), an_object(f"k{i}")]} for i in range(count)}
    return returning("H", {"H": head, **children})
