"""An OpenAPI document in one or more files: versions, pointers, references, and where its bodies are.

A place in the document is a `Location`: the file (relative to the folder of the root document, empty for the root document)
and the tokens of a JSON pointer. Its text is the pointer the JSON lines carry, `#/components/schemas/Pet` in the root
document and `schemas/pet.yaml#/properties/name` elsewhere.
"""

import posixpath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from . import reading
from .pointers import escaped, tokens

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


class Location(NamedTuple):
    file: str
    tokens: tuple

    def __str__(self):
        return self.file + "#" + "".join("/" + escaped(token) for token in self.tokens)

    def __truediv__(self, token):
        return Location(self.file, (*self.tokens, str(token)))


class Body(NamedTuple):
    """A JSON body of a request or of an answer: where its schema is, which way it goes, and the examples beside it."""

    schema: Location
    direction: str
    examples: list


def is_json(media_type: str) -> bool:
    name = media_type.partition(";")[0].strip().lower()
    return name in ("application/json", "text/json", "*/*", "application/*") or name.endswith("+json")


def texts(value) -> list:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def mapping(value) -> dict:
    return value if isinstance(value, dict) else {}


class Document:
    """Reads the document at `path`, and other files when a reference leads there."""

    def __init__(self, path):
        self.path = Path(path)
        self.folder = self.path.parent
        self.files = {}
        self.anchors = {}
        self.root = mapping(self.tree(""))
        text = str(self.root.get("swagger") or self.root.get("openapi") or "")
        self.version = tuple(int(part) for part in text.split(".")[:2] if part.isdigit())
        if len(self.version) != 2:
            raise reading.Unreadable(f"{path}: no OpenAPI version")

    def tree(self, file: str):
        if file not in self.files:
            path = self.folder / file if file else self.path
            try:
                self.files[file] = reading.read(path.read_bytes())
            except OSError:
                self.files[file] = None
        return self.files[file]

    # References

    def parse(self, pointer: str, base: str = "") -> Location | None:
        """The location a pointer or a `$ref` names, seen from the file `base`; `None` for one on another machine."""
        parts = urlsplit(pointer)
        if parts.scheme or parts.netloc:
            return None
        file = base
        if parts.path:
            file = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path)))
            if file == self.path.name:
                file = ""
        fragment = unquote(pointer.partition("#")[2])
        if fragment and not fragment.startswith("/"):
            return self.anchored(file).get(fragment)
        return Location(file, tuple(tokens(fragment)))

    def anchored(self, file: str) -> dict:
        """The locations of all `$anchor`s of a file."""
        if file not in self.anchors:
            found = self.anchors[file] = {}
            stack = [Location(file, ())]
            values = {stack[0]: self.tree(file)}
            while stack:
                place = stack.pop()
                value = values.pop(place)
                for key in ("$anchor", "$dynamicAnchor"):
                    if isinstance(value, dict) and isinstance(value.get(key), str):
                        found.setdefault(value[key], place)
                items = value.items() if isinstance(value, dict) else enumerate(value or ())
                for key, item in items:
                    if isinstance(item, (dict, list)):
                        values[place / key] = item
                        stack.append(place / key)
        return self.anchors[file]

    def find(self, place: Location | None, seen=()):
        """The location with references on the way to it replaced by what they name, and the value there."""
        if place is None:
            return None, None
        at, value = Location(place.file, ()), self.tree(place.file)
        for token in place.tokens:
            if isinstance(value, dict) and token not in value and "$ref" in value:
                at, value = self.follow(at, (*seen, place))
            if isinstance(value, list) and token.isdigit() and int(token) < len(value):
                value = value[int(token)]
            elif isinstance(value, dict) and token in value:
                value = value[token]
            else:
                return None, None
            at = at / token
        return at, value

    def follow(self, place: Location, seen=(), until=lambda place: False):
        """Like `find`, and on to where a `$ref` at that place leads."""
        at, value = self.find(place, seen)
        while at and not until(at) and isinstance(value, dict) and isinstance(value.get("$ref"), str):
            if at in seen:
                return None, None
            seen = (*seen, at)
            at, value = self.find(self.parse(value["$ref"], at.file), seen)
        return at, value

    # Schemas

    @property
    def schemas(self) -> Location:
        return Location("", ("definitions",) if self.version == (2, 0) else ("components", "schemas"))

    def components(self) -> list:
        """The locations of the component schemas, in document order."""
        place, value = self.follow(self.schemas)
        return [place / name for name in mapping(value)]

    def is_component(self, place: Location) -> bool:
        return place.tokens[:-1] == self.schemas.tokens and not place.file

    def schema(self, place: Location) -> Location | None:
        """Where the schema written at `place` is declared: a plain `$ref` there is followed up to a component."""
        while True:
            at, value = self.find(place)
            plain = isinstance(value, dict) and value.keys() == {"$ref"} and isinstance(value["$ref"], str)
            if at is None or not plain or self.is_component(at):
                return at
            place = self.parse(value["$ref"], at.file)

    # Bodies

    def operations(self):
        """Each operation's location, its value and whether it is the service that calls (webhook, callback)."""
        for root, called in (("paths", False), ("webhooks", True)):
            for path in mapping(self.root.get(root)):
                if path.startswith("/") or called:
                    yield from self._operations(Location("", (root, path)), called)

    def _operations(self, place: Location, called: bool):
        place, item = self.follow(place)
        extra = mapping(mapping(item).get("additionalOperations"))
        places = [place / method for method in METHODS if method in mapping(item)]
        for at in places + [place / "additionalOperations" / method for method in extra]:
            operation = mapping(self.find(at)[1])
            yield at, operation, called
            for name in mapping(operation.get("callbacks")):
                callback, value = self.follow(at / "callbacks" / name)
                for expression in mapping(value):
                    if not expression.startswith("x-"):
                        yield from self._operations(callback / expression, True)

    @staticmethod
    def path_item(operation: Location) -> Location:
        """Where the path item of an operation is."""
        levels = 2 if operation.tokens[-2:-1] == ("additionalOperations",) else 1
        return Location(operation.file, operation.tokens[:-levels])

    def bodies(self):
        for place, operation, called in self.operations():
            ways = ("response", "request") if called else ("request", "response")
            yield from self.request_bodies(place, operation, ways[0])
            for status in mapping(operation.get("responses")):
                at, answer = self.follow(place / "responses" / status)
                if isinstance(answer, dict):
                    yield from self._body(at, answer, operation.get("produces"), ways[1])

    def request_bodies(self, place, operation, direction="request"):
        if self.version != (2, 0):
            at, body = self.follow(place / "requestBody")
            if isinstance(body, dict):
                yield from self._body(at, body, None, direction)
            return
        consumed = texts(operation.get("consumes", self.root.get("consumes"))) or ["application/json"]
        if not any(map(is_json, consumed)):
            return
        above = Location(place.file, place.tokens[:-1])
        for owner in (place, above):
            parameters = self.find(owner / "parameters")[1]
            for index in range(len(parameters or [])):
                at, parameter = self.follow(owner / "parameters" / index)
                if mapping(parameter).get("in") == "body" and (schema := self.schema(at / "schema")):
                    yield Body(schema, direction, [])

    def _body(self, place, body, produces, direction):
        if self.version == (2, 0):
            produced = texts(self.root.get("produces") if produces is None else produces) or ["application/json"]
            if "schema" in body and any(map(is_json, produced)) and (schema := self.schema(place / "schema")):
                examples = mapping(body.get("examples"))
                yield Body(schema, direction, [value for name, value in examples.items() if is_json(name)])
            return
        for media in mapping(body.get("content")):
            if not is_json(media):
                continue
            at, content = self.follow(place / "content" / media)
            if "schema" in mapping(content) and (schema := self.schema(at / "schema")):
                yield Body(schema, direction, self.examples(at, content))

    def examples(self, place: Location, owner: dict) -> list:
        """The values of `example` and `examples` of a media type."""
        found = [owner["example"]] if "example" in owner else []
        for name in mapping(owner.get("examples")):
            _, example = self.follow(place / "examples" / name)
            found += [example[key] for key in ("value", "dataValue") if key in mapping(example)]
        return found
