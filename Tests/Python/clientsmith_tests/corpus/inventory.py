"""What is in a document: every element that a client has to have, each under a pointer of its own.

The kinds are `operations`, `webhooks` (callbacks included), `schemas` (components, and inline ones with properties, values or
branches), `properties`, `values` (of `enum` and `const`; null and repeated ones do not count), `branches` (of `oneOf` and `anyOf`, and
the types of a `type` that lists several; null does not count), `maps` (`additionalProperties` and `patternProperties` with a schema),
`parameters` (of each operation and webhook, those of its path included), `bodies` (each media type of a request or an answer),
`statuses` and `headers` (of answers).

Counted is what operations, webhooks and component schemas reach. What stands in components that nothing uses is in `unused`.
"""

from ..judge.documents import METHODS, Document, Location, mapping, texts
from .parts import KINDS, Reader, kinds_of, listed

KINDS_OF_ELEMENTS = (
    "operations",
    "webhooks",
    "schemas",
    "properties",
    "values",
    "branches",
    "maps",
    "parameters",
    "bodies",
    "statuses",
    "headers",
)
NEVER_SENT = ("accept", "content-type", "authorization")


class Inventory:
    def __init__(self, document: Document):
        self.document = document
        self.reader = Reader(document)
        self.elements = {kind: {} for kind in KINDS_OF_ELEMENTS}
        self.visited = set()
        self.operations = [self._operation(*found) for found in document.operations()]
        for place in document.components():
            self.schema(place)
        self.unused = self._unused()

    def add(self, kind: str, pointer):
        self.elements[kind].setdefault(str(pointer), None)

    def count(self, kind: str) -> int:
        return len(self.elements[kind])

    # Operations

    def _operation(self, place: Location, operation: dict, called: bool) -> dict:
        found = {"place": place, "called": called, "parameters": [], "bodies": [], "answers": []}
        self.add("webhooks" if called else "operations", place)
        for parameter in self._parameters(place):
            self.add("parameters", parameter["pointer"])
            self.schema(parameter["schema"])
            found["parameters"].append(parameter)
        for body in self._request(place, operation):
            self.add("bodies", body["pointer"])
            self.schema(body["schema"])
            found["bodies"].append(body)
        for status in mapping(operation.get("responses")):
            if not status.startswith("x-"):
                found["answers"].append(self._answer(place, operation, status))
        return found

    def _parameters(self, place: Location) -> list:
        found = {}
        for owner in (Location(place.file, place.tokens[: self._depth(place)]), place):
            for index in range(len(listed(mapping(self.document.find(owner)[1]), "parameters"))):
                at, parameter = self.document.follow(owner / "parameters" / index)
                if not isinstance(parameter, dict) or parameter.get("in") in ("body", "formData"):
                    continue
                where, name = parameter.get("in"), str(parameter.get("name"))
                if where == "header" and name.lower() in NEVER_SENT:
                    continue
                found[where, name.lower() if where == "header" else name] = {
                    "pointer": f"{place} {where} {name}",
                    "name": name,
                    "in": where,
                    "schema": self._schema_of(at, parameter),
                }
        return list(found.values())

    @staticmethod
    def _depth(place: Location) -> int:
        """The number of tokens of the path item an operation stands in."""
        return len(place.tokens) - (2 if place.tokens[-2:-1] == ("additionalOperations",) else 1)

    def _schema_of(self, at: Location, owner: dict) -> Location | None:
        if "schema" in owner:
            return at / "schema"
        holder, contents = self.document.follow(at / "content")
        for media in mapping(contents):
            where, content = self.document.follow(holder / media)
            return where / "schema" if "schema" in mapping(content) else None
        return at if self.document.version == (2, 0) else None

    def _request(self, place: Location, operation: dict) -> list:
        if self.document.version == (2, 0):
            return self._request_2(place, operation)
        at, body = self.document.follow(place / "requestBody")
        return self._contents(at, mapping(body), place / "requestBody") if at else []

    def _request_2(self, place: Location, operation: dict) -> list:
        consumed = texts(operation.get("consumes", self.document.root.get("consumes")))
        fields, body = [], None
        for owner in (Location(place.file, place.tokens[:-1]), place):
            for index in range(len(listed(mapping(self.document.find(owner)[1]), "parameters"))):
                at, parameter = self.document.follow(owner / "parameters" / index)
                if mapping(parameter).get("in") == "body":
                    body = at / "schema"
                elif mapping(parameter).get("in") == "formData":
                    fields.append((str(parameter.get("name")), at))
        if body:
            names = consumed or ["application/json"]
            return [{"pointer": f"{place} body {name}", "media": name, "schema": body} for name in names]
        if not fields:
            return []
        for name, at in fields:
            self.add("properties", f"{place} field {name}")
            self.schema(at)
        forms = [name for name in consumed if "form" in name]
        usual = "multipart/form-data" if any(mapping(self.document.find(at)[1]).get("type") == "file" for _, at in fields) else None
        names = forms or [usual or "application/x-www-form-urlencoded"]
        return [{"pointer": f"{place} body {name}", "media": name, "schema": None, "fields": fields} for name in names]

    def _contents(self, at: Location, owner: dict, shown: Location) -> list:
        found = []
        holder, contents = self.document.follow(at / "content")
        for media in mapping(contents):
            where, content = self.document.follow(holder / media)
            content = mapping(content)
            key = next((key for key in ("itemSchema", "schema") if key in content), None)
            schema = where / key if key else None
            found.append({"pointer": str(shown / "content" / media), "media": media, "schema": schema, "key": key})
        return found

    def _answer(self, place: Location, operation: dict, status: str) -> dict:
        shown = place / "responses" / status
        self.add("statuses", shown)
        at, response = self.document.follow(shown)
        found = {"pointer": str(shown), "status": status, "bodies": [], "headers": []}
        if not isinstance(response, dict):
            return found
        if self.document.version == (2, 0):
            if "schema" in response:
                names = texts(operation.get("produces", self.document.root.get("produces"))) or ["application/json"]
                found["bodies"] = [
                    {"pointer": f"{shown} body {name}", "media": name, "schema": at / "schema"} for name in names
                ]
        else:
            found["bodies"] = self._contents(at, response, shown)
        for body in found["bodies"]:
            self.add("bodies", body["pointer"])
            self.schema(body["schema"])
        for name in mapping(response.get("headers")):
            if name.lower() != "content-type":
                where, header = self.document.follow(at / "headers" / name)
                schema = self._schema_of(where, mapping(header)) if where else None
                self.add("headers", shown / "headers" / name)
                self.schema(schema)
                found["headers"].append({"pointer": str(shown / "headers" / name), "name": name, "schema": schema})
        return found

    # Schemas

    def schema(self, start: Location | None):
        """Counts what a schema and all it uses hold."""
        stack = [start]
        while stack:
            place = stack.pop()
            place = place and self.reader.declared(place)
            if place is None or place in self.visited:
                continue
            self.visited.add(place)
            schema = self.reader.value(place)
            if isinstance(schema, dict):
                self._count(place, schema)
                stack += reversed(list(self._children(place, schema)))
            elif self.reader.is_component(place):
                self.add("schemas", place)

    def _count(self, place, schema):
        values = self.reader.listed_values(place, schema)
        kinds = kinds_of(schema) or []
        several = len(kinds) > 1 and not values and not {"string", "number", "boolean", "array", "object"} <= set(kinds)
        branches = [
            place / keyword / index
            for keyword in ("oneOf", "anyOf")
            for index in range(len(listed(schema, keyword)))
            if not self.reader.is_null(place / keyword / index)
        ]
        if several and set(kinds) != {"integer", "number"}:
            branches += [place / "type" / kind for kind in KINDS if kind in kinds]
        properties = mapping(schema.get("properties"))
        if self.reader.is_component(place) or properties or values or len(branches) > 1:
            self.add("schemas", place)
        for name in properties:
            if self.reader.value(place / "properties" / name) is not False:
                self.add("properties", place / "properties" / name)
        for entry in values:
            self.add("values", entry.place)
        for branch in branches:
            self.add("branches", branch)
        for entry in self._maps(place, schema):
            self.add("maps", entry)

    @staticmethod
    def _maps(place, schema):
        yield from (place / "patternProperties" / name for name in mapping(schema.get("patternProperties")))
        for keyword in ("additionalProperties", "unevaluatedProperties"):
            if isinstance(schema.get(keyword), dict) and schema[keyword]:
                yield place / keyword

    def _children(self, place, schema):
        for keyword in ("$ref", "$dynamicRef", "$recursiveRef"):
            if isinstance(schema.get(keyword), str):
                yield self.document.parse(schema[keyword], place.file)
        for keyword in ("properties", "dependentSchemas"):
            yield from (place / keyword / name for name in mapping(schema.get(keyword)))
        yield from self._maps(place, schema)
        for keyword in ("allOf", "oneOf", "anyOf", "prefixItems", "items"):
            yield from (place / keyword / index for index in range(len(listed(schema, keyword))))
        for keyword in ("items", "then", "else"):
            if isinstance(schema.get(keyword), dict):
                yield place / keyword

    def part(self, place: Location) -> dict:
        """The elements a schema and all it uses hold, by kind."""
        kept, visited = self.elements, self.visited
        self.elements, self.visited = {kind: {} for kind in KINDS_OF_ELEMENTS}, set()
        self.schema(place)
        found, self.elements, self.visited = self.elements, kept, visited
        return found

    # What nothing uses

    def _unused(self) -> dict:
        """Elements of schemas in components that nothing reaches."""
        counted = {kind: set(found) for kind, found in self.elements.items()}
        kept = self.elements
        self.elements = {kind: dict(found) for kind, found in kept.items()}
        stack = [Location("", ("components",))]
        if self.document.version == (2, 0):
            stack = [Location("", ("parameters",)), Location("", ("responses",))]
        while stack:
            place = stack.pop()
            value = self.document.find(place)[1]
            for key, item in mapping(value).items():
                if key in ("schema", "itemSchema"):
                    self.schema(place / key)
                elif isinstance(item, dict) and key not in ("schemas", "example", "examples", "securitySchemes"):
                    stack.append(place / key)
        found = {kind: [at for at in self.elements[kind] if at not in counted[kind]] for kind in KINDS_OF_ELEMENTS}
        self.elements = kept
        return {kind: places for kind, places in found.items() if places}


__all__ = ["KINDS_OF_ELEMENTS", "METHODS", "Inventory"]
