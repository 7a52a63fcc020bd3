"""A schema and everything it includes by `$ref` and `allOf`, laid side by side as one set of demands."""

from dataclasses import dataclass, field

from .schemas import Schemas

LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")


class Unmakeable(Exception):
    """No value can be made: the schema allows none, or only endless ones."""


@dataclass
class Facets:
    types: list | None = None
    enums: list = field(default_factory=list)
    bounds: dict = field(default_factory=dict)
    patterns: list = field(default_factory=list)
    formats: list = field(default_factory=list)
    properties: dict = field(default_factory=dict)
    required: list = field(default_factory=list)
    additional: list = field(default_factory=list)
    key_patterns: dict = field(default_factory=dict)
    key_schemas: list = field(default_factory=list)
    items: list = field(default_factory=list)
    prefix: list = field(default_factory=list)
    unions: list = field(default_factory=list)
    discriminators: list = field(default_factory=list)
    samples: list = field(default_factory=list)
    references: list = field(default_factory=list)
    constant: bool = False
    unique: bool = False
    base64: bool = False

    def add(self, schema, schemas: Schemas):
        """Lays one more schema beside those already here."""
        if schema is False:
            raise Unmakeable
        if schema is True:
            return self
        if schema.get("nullable"):
            return self.add(schema["anyOf"][0], schemas)
        self._describe(schema)
        self._object(schema)
        if "$ref" in schema and schema["$ref"] not in self.references:
            self.references.append(schema["$ref"])
            self.add(schemas[schema["$ref"]], schemas)
        for member in schema.get("allOf", ()):
            self.add(member, schemas)
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                self.unions.append((schema[keyword], schema.get("discriminator"), comment(schema)))
        if "discriminator" in schema and not schema.keys() & {"oneOf", "anyOf"}:
            self.discriminators.append(schema["discriminator"])
        return self

    def _describe(self, schema):
        if "type" in schema:
            self.types = intersection(self.types, schema["type"])
        if "const" in schema:
            self.enums.append([schema["const"]])
            self.constant = True
        if "enum" in schema:
            self.enums.append(schema["enum"])
        for key in LOWER:
            if key in schema:
                self.bounds[key] = max(schema[key], self.bounds.get(key, schema[key]))
        for key in UPPER:
            if key in schema:
                self.bounds[key] = min(schema[key], self.bounds.get(key, schema[key]))
        if "multipleOf" in schema:
            self.bounds["multipleOf"] = schema["multipleOf"]
        for key, found in (("pattern", self.patterns), ("format", self.formats)):
            if key in schema:
                found.append(schema[key])
        self.samples += schema.get("examples", [])
        if "default" in schema:
            self.samples.append(schema["default"])
        self.unique |= schema.get("uniqueItems", False)
        self.base64 |= schema.get("contentEncoding") == "base64"
        if "items" in schema:
            self.items.append(schema["items"])
        if "prefixItems" in schema:
            self.prefix = schema["prefixItems"]

    def _object(self, schema):
        for name, member in schema.get("properties", {}).items():
            self.properties.setdefault(name, []).append(member)
        for name in schema.get("required", ()):
            if name not in self.required:
                self.required.append(name)
        for key in ("additionalProperties", "unevaluatedProperties"):
            if key in schema:
                self.additional.append(schema[key])
        self.key_patterns |= schema.get("patternProperties", {})
        if "propertyNames" in schema:
            self.key_schemas.append(schema["propertyNames"])

    @property
    def allowed(self) -> list | None:
        """The values of all enums here that every one of them has; `None` where there is no enum."""
        if not self.enums:
            return None
        return [value for value in self.enums[0] if all(any(same(value, other) for other in enum) for enum in self.enums)]

    @property
    def kinds(self) -> list:
        """The types a value may have, apart from null, the likeliest first; where none is named, as the keywords tell."""
        if self.types is not None:
            return [kind for kind in self.types if kind != "null"]
        if self.properties or self.required or self.additional or self.key_patterns or self.key_schemas:
            return ["object"]
        if self.items or self.prefix:
            return ["array"]
        if self.patterns or self.formats or self.bounds.keys() & {"minLength", "maxLength"}:
            return ["string"]
        return ["number"] if self.bounds.keys() & {"minimum", "maximum", "multipleOf"} else []


def intersection(old: list | None, new: list) -> list:
    if old is None:
        return new
    kept = [kind for kind in old if kind in new or kind == "integer" and "number" in new]
    if "number" in old and "integer" in new and "integer" not in kept:
        kept.append("integer")
    if not kept:
        raise Unmakeable
    return kept


def same(left, right) -> bool:
    """Equality of JSON values: 1 and 1.0 are equal, 1 and true are not."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


def all_of(members: list) -> dict | bool:
    """One converted schema for several that hold together."""
    return members[0] if len(members) == 1 else {"allOf": members, "$comment": comment(members[0]), "merged": True}


def comment(schema) -> str:
    return schema.get("$comment", "") if isinstance(schema, dict) else ""
