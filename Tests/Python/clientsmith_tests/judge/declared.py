"""What a schema says about the members of an object, through references, `allOf`, and the branches of unions."""

from .pointers import escaped
from .schemas import Schemas


def applying(schemas: Schemas, several, fits=None) -> list:
    """All schemas that may say something about a value of one of these; of a union, the branches that `fits` takes, if any."""
    found, stack, seen = [], list(several), set()
    while stack:
        schema = stack.pop()
        if not isinstance(schema, dict) or id(schema) in seen:
            continue
        seen.add(id(schema))
        found.append(schema)
        if "$ref" in schema:
            stack.append(schemas[schema["$ref"]])
        stack += schema.get("allOf", ())
        for keyword in ("anyOf", "oneOf"):
            branches = schema.get(keyword, ())
            stack += fits and [branch for branch in branches if fits(branch)] or branches
        stack += [schema[keyword] for keyword in ("then", "else") if keyword in schema]
        stack += schema.get("dependentSchemas", {}).values()
    return found


def member(several: list, name: str) -> list:
    """The schemas that declare a member of an object: as a property, by a pattern of its name, or as one of any name."""
    found = []
    for schema in several:
        if name in schema.get("properties", ()):
            found.append(schema["properties"][name])
        else:
            found += schema.get("patternProperties", {}).values()
            others = (schema.get(keyword, False) for keyword in ("additionalProperties", "unevaluatedProperties"))
            found += [other for other in others if other is not False]
    return found


def required(several: list, name: str) -> bool:
    return any(name in schema.get("required", ()) for schema in several)


def element(several: list, index: int) -> list:
    prefixes = [schema["prefixItems"][index] for schema in several if index < len(schema.get("prefixItems", ()))]
    return prefixes + [schema["items"] for schema in several if "items" in schema]


def within(schemas: Schemas, several: list, path, together=applying) -> list:
    """The schemas that hold for a part of a value, by those of the whole and the keys that lead to it."""
    for token in path:
        found = together(schemas, several)
        several = element(found, token) if isinstance(token, int) else member(found, token)
    return several


def is_free(several: list) -> bool:
    """Whether an object is described by nothing, so that any of its members matters."""
    return not any(schema.keys() & {"properties", "required", "patternProperties"} for schema in several)


def undeclared(schemas: Schemas, value, schema) -> list:
    """The places, as JSON pointers, of the members of a value that no schema declares."""
    return list(_undeclared(schemas, value, applying(schemas, [schema]), ""))


def _undeclared(schemas, value, several, at):
    if isinstance(value, dict):
        for name, item in value.items():
            place = f"{at}/{escaped(name)}"
            declaring = member(several, name)
            if not declaring and not required(several, name) and not is_free(several):
                yield place
            yield from _undeclared(schemas, item, applying(schemas, declaring), place)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _undeclared(schemas, item, applying(schemas, element(several, index)), f"{at}/{index}")
