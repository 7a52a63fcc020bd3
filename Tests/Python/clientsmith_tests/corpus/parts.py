"""What a schema says once `$ref` and `allOf` are followed, read from the document as it is written."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ..judge.documents import Document, Location, mapping, texts

KINDS = ("string", "integer", "number", "boolean", "array", "object")
ANNOTATIONS = {"description", "title", "example", "examples", "default", "deprecated", "readOnly", "writeOnly", "externalDocs"}


class Union(NamedTuple):
    """A `oneOf` or an `anyOf`: where it stands, and its branches that are not just `null`."""

    owner: Location
    keyword: str
    branches: list

    @property
    def key(self):
        return self.owner, self.keyword


class Listed(NamedTuple):
    """An entry of an `enum`, or a `const`."""

    place: Location
    value: object


@dataclass
class Parts:
    members: list = field(default_factory=list)
    kinds: list | None = None
    properties: dict = field(default_factory=dict)
    required: set = field(default_factory=set)
    maps: list = field(default_factory=list)
    items: list = field(default_factory=list)
    prefix: list = field(default_factory=list)
    unions: list = field(default_factory=list)
    values: list = field(default_factory=list)
    formats: list = field(default_factory=list)
    is_free: bool = False
    is_empty: bool = False
    is_null: bool = False
    is_contradictory: bool = False

    @property
    def says_something(self) -> bool:
        """Whether Swift could say more of it than that it is JSON."""
        stated = self.kinds is not None and set(self.kinds) < {"string", "number", "boolean", "array", "object"}
        structure = self.properties or self.maps or self.items or self.prefix or self.unions or self.values
        return bool(stated or structure or self.required)

    def can_be(self, kind: str) -> bool:
        return self.kinds is None or kind in self.kinds


class Reader:
    """Reads schemas as conjunctions: the value has to satisfy the schemas at all of some places."""

    def __init__(self, document: Document):
        self.document = document
        self.known = {}

    def value(self, place: Location):
        return self.document.find(place)[1]

    def declared(self, place: Location) -> Location | None:
        """Where a schema is declared, plain references followed up to a component."""
        return self.document.schema(place)

    def parts(self, places: tuple, decided: frozenset = frozenset()) -> Parts:
        """All that the schemas at `places` say together, but for the unions in `decided`."""
        key = places, decided
        if key not in self.known:
            parts, seen = Parts(), set()
            own = set(map(self.declared, places))
            for place in places:
                self._add(place, parts, seen)
            parts.unions = [union for union in parts.unions if union.key not in decided and (union.owner in own or not self._is_listed(union, seen))]
            for mark in decided:
                if mark[0] == "kind":
                    parts.kinds = [mark[1]]
            self.known[key] = parts
        return self.known[key]

    def _is_listed(self, union: Union, seen: set) -> bool:
        """A parent that lists the child being looked at says nothing new about it."""
        return any(self.declared(branch) in seen for branch in union.branches)

    def _add(self, place, parts, seen):
        place = self.declared(place)
        if place is None or place in seen:
            return
        seen.add(place)
        parts.is_null = parts.is_null or self.is_null(place)
        schema = self.value(place)
        if schema is False:
            parts.is_empty = True
        if not isinstance(schema, dict):
            return
        parts.members.append(place)
        for keyword in ("$ref", "$dynamicRef", "$recursiveRef"):
            if isinstance(schema.get(keyword), str) and (target := self.document.parse(schema[keyword], place.file)):
                self._add(target, parts, seen)
        for index in range(len(listed(schema, "allOf"))):
            self._add(place / "allOf" / index, parts, seen)
        self._say(place, schema, parts)

    def _say(self, place, schema, parts):
        kinds = kinds_of(schema)
        if kinds is not None and not parts.is_contradictory:
            common = kinds if parts.kinds is None else [kind for kind in parts.kinds if kind in kinds]
            if {"integer", "number"} <= set(kinds) | set(parts.kinds or ()) and not common:
                common = ["integer"]
            parts.is_contradictory = not common
            parts.kinds = common or None
        self._members(place, schema, parts)
        for keyword in ("then", "else"):
            self._conditional(place / keyword, parts)
        for name in mapping(schema.get("dependentSchemas")):
            self._conditional(place / "dependentSchemas" / name, parts)
        values = self.listed_values(place, schema)
        if values:
            parts.values.append(values)
        if isinstance(schema.get("format"), str):
            parts.formats.append(schema["format"])
        self._elements(place, schema, parts)
        for keyword in ("oneOf", "anyOf"):
            entries = [place / keyword / index for index in range(len(listed(schema, keyword)))]
            branches = [entry for entry in entries if not self.is_null(entry)]
            if branches:
                parts.unions.append(Union(place, keyword, branches))

    def _members(self, place, schema, parts):
        for name in mapping(schema.get("properties")):
            entry = place / "properties" / name
            if self.value(entry) is not False:
                parts.properties.setdefault(name, []).append(entry)
        parts.required.update(texts(schema.get("required")))
        parts.maps += [place / "patternProperties" / name for name in mapping(schema.get("patternProperties"))]
        for keyword in ("additionalProperties", "unevaluatedProperties"):
            if isinstance(schema.get(keyword), dict) and schema[keyword]:
                parts.maps.append(place / keyword)
            elif schema.get(keyword) in (True, {}):
                parts.is_free = True

    def _conditional(self, place, parts):
        """Members that stand under a condition may be there."""
        for name in mapping(mapping(self.value(place)).get("properties")):
            if name not in parts.properties and self.value(place / "properties" / name) is not False:
                parts.properties[name] = [place / "properties" / name]

    def _elements(self, place, schema, parts):
        if isinstance(schema.get("items"), dict):
            parts.items.append(place / "items")
        for keyword in ("prefixItems", "items"):
            parts.prefix += [place / keyword / index for index in range(len(listed(schema, keyword)))]

    def listed_values(self, place, schema) -> list:
        """The values of `enum` or `const` but for null, each once."""
        found, seen = [], set()
        entries = [Listed(place / "enum" / index, value) for index, value in enumerate(listed(schema, "enum"))]
        if "const" in schema and not entries:
            entries = [Listed(place / "const", schema["const"])]
        for entry in entries:
            if entry.value is not None and (text := spelled(entry.value)) not in seen:
                seen.add(text)
                found.append(entry)
        return found

    def is_null(self, place) -> bool:
        """Whether `null` is all a schema allows."""
        schema = self.value(self.declared(place))
        if not isinstance(schema, dict):
            return False
        if schema.get("nullable") is True and schema.keys() <= {"nullable"} | ANNOTATIONS:
            return True
        only = (["null"], "null"), ([None],)
        return schema.get("type") in only[0] or schema.get("enum") in only[1] or ("const" in schema and schema["const"] is None)

    def is_component(self, place) -> bool:
        return place is not None and self.document.is_component(place)


def kinds_of(schema: dict) -> list | None:
    """The JSON types of a `type`, without null; `None` where it says nothing."""
    written = schema.get("type")
    named = [name.rstrip(", ") for name in ([written] if isinstance(written, str) else texts(written))]
    kinds = [kind for kind in dict.fromkeys(named) if kind in KINDS]
    if named == ["file"]:
        return ["string"]
    return kinds or None


def listed(schema: dict, keyword: str) -> list:
    return schema[keyword] if isinstance(schema.get(keyword), list) else []


def spelled(value) -> str:
    """A text that equal JSON values share."""
    if isinstance(value, bool):
        return f"bool {value}"
    if isinstance(value, (int, float)):
        return f"number {value:g}" if isinstance(value, float) and not value.is_integer() else f"number {int(value)}"
    return f"{type(value).__name__} {value}"
