"""The schemas of a document, of whatever version, as JSON Schema 2020-12, and the validator for them.

Each declared schema is converted when it is first needed, by its location; a `$ref` between two of them is a number that
`Schemas` gives the target. Converted schemas keep `$comment` (their own location), `examples` and `default` for the maker of
samples.

Kept lenient where documents are: `nullable` counts in every version, and beside `$ref`, `allOf` and `enum` too; `type:
'string,'` is a string. A `Schemas(relaxed=True)` in addition takes `oneOf` for `anyOf`, lets every object have more members, and
drops patterns, lengths and `minItems`; it serves to tell a value that is wrong from a document that contradicts itself.
"""

import jsonschema
from referencing import Registry
from referencing.exceptions import NoSuchResource
from referencing.jsonschema import DRAFT202012

from . import formats, patterns
from .documents import Document, Location, mapping, texts

TYPES = {"null", "boolean", "integer", "number", "string", "array", "object"}
NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains")
NESTED = (
    "contains",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedProperties",
    "unevaluatedItems",
    "additionalProperties",
)
LISTS = ("allOf", "oneOf", "anyOf", "prefixItems")
MAPS = ("properties", "patternProperties", "dependentSchemas")
CONTRADICTED = ("pattern", "minLength", "maxLength", "minItems")
KEPT = ("readOnly", "writeOnly", "uniqueItems")


def relax(schema: dict):
    """Takes from a schema what real documents contradict themselves with."""
    for key in CONTRADICTED:
        if isinstance(schema.get(key), (str, int, float)):
            del schema[key]
    for key in ("additionalProperties", "unevaluatedProperties"):
        if schema.get(key) is False:
            del schema[key]
    if isinstance(schema.get("oneOf"), list):
        branches = {"anyOf": schema.pop("oneOf")}
        schema |= branches if "anyOf" not in schema else {"allOf": [*schema.get("allOf", []), branches]}


def is_number(value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class Schemas:
    def __init__(self, document: Document, relaxed: bool = False):
        self.document = document
        self.relaxed = relaxed
        self.converted = {}
        self.targets = {}
        self.numbers = {}
        self.checking = set()
        keywords = {"$ref": self._check_reference, "discriminator": self._check_discriminator}
        keywords |= {"pattern": _check_pattern, "anyOf": _check_any, "oneOf": _check_one}
        validator = jsonschema.validators.extend(jsonschema.Draft202012Validator, keywords)
        self.validator = validator(True, registry=Registry(retrieve=self._retrieve), format_checker=formats.CHECKER)

    def __getitem__(self, reference: str):
        """The converted schema a `$ref` of a converted schema names."""
        return self.schema(self.targets[reference])

    def schema(self, place: Location) -> dict | bool:
        """The converted schema declared at a location; one that does not exist allows anything."""
        if place not in self.converted:
            at, value = self.document.find(place)
            self.converted[place] = {} if at is None else self.convert(value, at)
        return self.converted[place]

    def reference(self, place: Location | None) -> dict:
        """A converted schema that stands for the one at a location."""
        at = place and self.document.schema(place)
        if at is None:
            return {}
        reference = self.numbers.setdefault(at, f"schema:{len(self.numbers)}")
        self.targets[reference] = at
        return {"$ref": reference}

    def errors(self, value, schema) -> list:
        self.checking.clear()
        return list(self.validator.evolve(schema=schema).iter_errors(value))

    def valid(self, value, schema) -> bool:
        self.checking.clear()
        return self.validator.evolve(schema=schema).is_valid(value)

    def discriminated(self, branch, discriminator: dict) -> str | None:
        """The value by which a discriminator names a branch: from its mapping, else the branch's component name."""
        target = branch.get("$ref") if isinstance(branch, dict) else None
        if target is None:
            return None
        named = (value for value, reference in discriminator["mapping"].items() if reference == target)
        place = self.targets[target]
        return next(named, place.tokens[-1] if self.document.is_component(place) else None)

    # Keywords that differ from jsonschema's own

    def _retrieve(self, uri):
        if uri not in self.targets:
            raise NoSuchResource(uri)
        return DRAFT202012.create_resource(self[uri])

    def _check_reference(self, validator, reference, instance, schema):
        key = reference, id(instance)
        if key in self.checking:
            return  # a schema that refers to itself demands nothing more of the same value
        self.checking.add(key)
        try:
            yield from validator.descend(instance, self[reference])
        finally:
            self.checking.discard(key)

    def _check_discriminator(self, validator, discriminator, instance, schema):
        """The branch that the discriminator's value names has to accept the instance."""
        name = instance.get(discriminator["propertyName"]) if isinstance(instance, dict) else None
        if not isinstance(name, str):
            return
        mapped = discriminator["mapping"].get(name)
        for branch in schema.get("oneOf", schema.get("anyOf", ())):
            target = branch.get("$ref") if isinstance(branch, dict) else None
            if target == mapped if mapped else self.discriminated(branch, discriminator) == name:
                yield from validator.descend(instance, branch)

    # Conversion

    def convert(self, schema, place: Location):
        if not isinstance(schema, dict):
            return schema if isinstance(schema, bool) else {}
        result = {"$comment": str(place)}
        reference = schema.get("$ref", schema.get("$dynamicRef", schema.get("$recursiveRef")))
        if isinstance(reference, str):
            result |= self.reference(self.document.parse(reference, place.file))
        self._leaf(schema, result)
        self._nested(schema, result, place)
        if "discriminator" in schema:
            self._discriminator(schema["discriminator"], result, place)
        return self._nullable(schema, result, place)

    def _leaf(self, schema, result):
        for key in NUMBERS:
            if is_number(schema.get(key)):
                result[key] = schema[key]
        for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if schema.get(exclusive) is True and bound in result:
                result[exclusive] = result.pop(bound)
        if result.get("multipleOf", 1) <= 0:
            del result["multipleOf"]
        for key in COUNTS:
            if is_number(schema.get(key)) and schema[key] >= 0:
                result[key] = int(schema[key])
        for key in KEPT:
            if isinstance(schema.get(key), bool):
                result[key] = schema[key]
        for key in ("pattern", "format", "contentEncoding"):
            if isinstance(schema.get(key), str):
                result[key] = schema[key]
        for key in ("const", "default"):
            if key in schema:
                result[key] = schema[key]
        if isinstance(schema.get("enum"), list):
            result["enum"] = schema["enum"]
        if required := texts(schema.get("required")):
            result["required"] = required
        if isinstance(schema.get("dependentRequired"), dict):
            result["dependentRequired"] = {key: texts(value) for key, value in schema["dependentRequired"].items()}
        self._type(schema.get("type"), result)
        self._examples(schema, result)

    def _type(self, written, result):
        if written == "file":
            return
        named = [name.rstrip(", ") for name in ([written] if isinstance(written, str) else texts(written))]
        known = list(dict.fromkeys(name for name in named if name in TYPES))
        if known and len(known) == len(set(named)):
            result["type"] = known

    def _examples(self, schema, result):
        found = [schema["example"]] if "example" in schema else []
        examples = schema.get("examples")
        if isinstance(examples, list):
            found += examples
        elif isinstance(examples, dict):
            found += [value["value"] for value in examples.values() if "value" in mapping(value)]
        if found:
            result["examples"] = found

    def _nested(self, schema, result, place):
        for key in NESTED:
            if isinstance(schema.get(key), (dict, bool)):
                result[key] = self.convert(schema[key], place / key)
        for key in LISTS:
            if isinstance(schema.get(key), list) and schema[key]:
                result[key] = [self.convert(item, place / key / index) for index, item in enumerate(schema[key])]
        for key in MAPS:
            if isinstance(schema.get(key), dict):
                result[key] = {name: self.convert(item, place / key / name) for name, item in schema[key].items()}
        if isinstance(schema.get("items"), list):
            result["prefixItems"] = [self.convert(item, place / "items" / index) for index, item in enumerate(schema["items"])]
        elif "items" in schema:
            result["items"] = self.convert(schema["items"], place / "items")
        if self.relaxed:
            relax(result)

    def _discriminator(self, written, result, place):
        name = written if isinstance(written, str) else mapping(written).get("propertyName")
        if not isinstance(name, str):
            return
        targets = {}
        for value, target in mapping(mapping(written).get("mapping")).items():
            if isinstance(target, str):
                plain = "/" not in target and "#" not in target and "." not in target
                named = self.document.schemas / target if plain else self.document.parse(target, place.file)
                targets[value] = self.reference(named).get("$ref")
        result["discriminator"] = {"propertyName": name, "mapping": targets}

    def _nullable(self, schema, result, place):
        nullable = schema.get("nullable", schema.get("x-nullable")) is True
        if not nullable:
            return result
        if result.keys() == {"$comment"} and {"anyOf", "oneOf"} & set(place.tokens[-2:-1]):
            return result | {"type": ["null"]}  # a branch that says just this is meant to be null
        if result.keys() & {"enum", "const", "$ref", "allOf", "oneOf", "anyOf", "not"}:
            return {"anyOf": [result, {"type": "null"}], "nullable": True, "$comment": result["$comment"]}
        if "type" in result and "null" not in result["type"]:
            result["type"] = [*result["type"], "null"]
        return result


def _check_pattern(validator, pattern, instance, schema):
    expression = patterns.expression(pattern)
    if isinstance(instance, str) and expression and not expression.search(instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


def _accepting(validator, branches, instance):
    """The numbers of the branches that accept the instance, found one at a time."""
    return (number for number, branch in enumerate(branches) if validator.evolve(schema=branch).is_valid(instance))


def _check_any(validator, branches, instance, schema):
    if next(_accepting(validator, branches, instance), None) is None:
        yield jsonschema.ValidationError(f"none of the {len(branches)} branches of anyOf accepts the value")


def _check_one(validator, branches, instance, schema):
    accepting = _accepting(validator, branches, instance)
    first, second = next(accepting, None), next(accepting, None)
    if first is None:
        yield jsonschema.ValidationError(f"none of the {len(branches)} branches of oneOf accepts the value")
    elif second is not None:
        yield jsonschema.ValidationError(f"branches {first} and {second} of oneOf both accept the value")
