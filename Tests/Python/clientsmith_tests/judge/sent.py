"""Judges requests with openapi-core against the document they are meant for."""

import base64
import json
from urllib.parse import parse_qsl, urlsplit

from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.validation.request.exceptions import ParameterValidationError, RequestBodyValidationError
from werkzeug.datastructures import Headers, ImmutableMultiDict

from . import declared
from .declared import undeclared
from .documents import Document, Location, is_json, mapping
from .facets import Facets, Unmakeable
from .finding import Sought, finder, written_query
from .pointers import escaped
from .readable import HOST, Readable
from .reading import Unreadable, read
from .schemas import Schemas
from .swagger2 import Conversion


class Request:
    """A request in the form openapi-core reads."""

    def __init__(self, line: dict):
        url = urlsplit(line["url"])
        self.method = line["method"].lower()
        self.host_url = HOST
        self.path = url.path
        self.query = parse_qsl(url.query, keep_blank_values=True)
        self.body = base64.b64decode(line.get("body_base64") or "", validate=True)
        headers = Headers([tuple(pair) for pair in line.get("headers", ())])
        self.content_type = headers.get("Content-Type", "")
        cookies = [pair.strip().partition("=")[::2] for pair in headers.get("Cookie", "").split(";") if "=" in pair]
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(self.query), header=headers, cookie=ImmutableMultiDict(cookies), path={}
        )


class Judge:
    """`relaxed` is for requests with values that the document contradicts itself about, as `Schemas` has it."""

    def __init__(self, document: Document, relaxed: bool = False):
        self.document = document
        self.schemas = Schemas(document)
        old = document.version == (2, 0)
        readable = Readable(document, Conversion(document).document_3() if old else document.root, relaxed)
        self.sought = Sought()
        loads = {"application/octet-stream": text_or_bytes} | dict.fromkeys(readable.json_types, json_or_bytes)
        loads = dict.fromkeys(readable.text_types, text_or_bytes) | loads
        config = Config(spec_validator_cls=None, path_finder_cls=finder(self.sought), extra_media_type_deserializers=loads)
        base = document.path.resolve().as_uri()
        self.validator = OpenAPI.from_dict(readable.contents, config=config, base_uri=base)

    def judge(self, line: dict) -> tuple:
        """The operation a request was found to be, by its operationId (or method and path), and what is wrong with it.

        A line with `path` is judged as a request for that path template of the document.
        """
        try:
            request = Request(line)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            return None, [f"not a request: {error!r}"]
        self.sought.start(request.query, line.get("path"))
        errors = list(self.validator.iter_request_errors(request))
        template = self.sought.found
        if template is None:
            return None, [explained(error) for error in errors]
        place, item = self.document.follow(Location("", ("paths", template)))
        own = place / request.method
        if request.method not in mapping(item):
            own = place / "additionalOperations" / line["method"]
        operation = mapping(self.document.find(own)[1])
        bodies = list(self.document.request_bodies(own, operation))
        faults = list(filter(None, (explained(error, lambda inner: self._is_read_only(inner, bodies)) for error in errors)))
        faults += self._query(request, own, template)
        faults += self._body(request, own, operation, bodies)
        named = operation.get("operationId", f"{request.method.upper()} {template}")
        if "operation" in line and line["operation"] != named:
            faults.append(f"this is {named} and not {line['operation']}")
        return named, faults

    # What openapi-core does not look at: what is there beyond the document

    def _query(self, request, place, template):
        names, prefixes, unlimited = {name for name, _ in written_query(template)}, [], False
        for owner in (place, self.document.path_item(place)):
            for index in range(len(self.document.find(owner / "parameters")[1] or [])):
                at, parameter = self.document.follow(owner / "parameters" / index)
                if mapping(parameter).get("in") == "querystring":
                    unlimited = True
                if mapping(parameter).get("in") != "query":
                    continue
                names.add(parameter["name"])
                if parameter.get("style") == "deepObject":
                    prefixes.append(parameter["name"] + "[")
                elif parameter.get("explode", parameter.get("style", "form") == "form"):
                    exploded = self._members(at)
                    unlimited |= exploded is None
                    names |= exploded or set()
        names |= {scheme.get("name") for scheme in self._keys() if scheme.get("in") == "query"}
        wrong = [name for name, _ in request.query if name not in names and not name.startswith(tuple(prefixes))]
        return [] if unlimited else [f"the document has no query parameter {name!r}" for name in dict.fromkeys(wrong)]

    def _members(self, parameter: Location) -> set | None:
        """The names an exploded parameter is sent under in place of its own; `None` for any."""
        schema = self.schemas.convert(self.document.find(parameter / "schema")[1], parameter / "schema")
        try:
            facets = Facets().add(schema, self.schemas)
        except Unmakeable:
            return None
        if facets.unions or "object" in facets.kinds and (not facets.properties or any(facets.additional)):
            return None
        return set(facets.properties)

    def _keys(self) -> list:
        root = self.document.root
        schemes = root.get("securityDefinitions", mapping(root.get("components")).get("securitySchemes"))
        return [scheme for scheme in mapping(schemes).values() if isinstance(scheme, dict)]

    def _is_read_only(self, error, bodies) -> bool:
        """Whether an error misses a member that another part of an `allOf` calls read-only; openapi-core looks at one part at a time."""
        if error.validator != "required" or not bodies:
            return False
        several = declared.within(self.schemas, [self.schemas.schema(bodies[0].schema)], error.absolute_path)
        missing = [name for name in error.validator_value if error.message.startswith(repr(name))]
        members = [declared.applying(self.schemas, declared.member(declared.applying(self.schemas, several), name)) for name in missing]
        return bool(members) and all(any(schema.get("readOnly") for schema in found) for found in members)

    def _body(self, request, place, operation, bodies):
        has_body = "requestBody" in operation or bodies or self._in_form(place)
        if not request.body:
            return []
        if not has_body:
            return ["the document has no body here"]
        if not bodies or not is_json(request.content_type):
            return []
        try:
            value = read(request.body)
        except Unreadable:
            return []  # openapi-core has said so
        schema = self.schemas.schema(bodies[0].schema)
        return [f"the document has no member {at} in the body" for at in undeclared(self.schemas, value, schema)]

    def _in_form(self, place):
        return self.document.version == (2, 0) and any(
            item.get("in") in ("body", "formData")
            for owner in (place, Location(place.file, place.tokens[:-1]))
            for item in Conversion(self.document).parameters(owner)
        )


def json_or_bytes(value: bytes, **parameters):
    """What a JSON body says; where the document allows any media type, its bytes when it is not JSON."""
    try:
        return json.loads(value)
    except ValueError:
        return value


def text_or_bytes(value: bytes, **parameters):
    """Bytes as the string of format `binary` that a schema describes; those that are not UTF-8 stay as they are."""
    try:
        return value.decode()
    except ValueError:
        return value


def explained(error: BaseException, is_excused=lambda inner: False) -> str:
    """An error by what it is about and by its last cause, which is what jsonschema found where that is one; nothing if all of that is excused."""
    chain = [error]
    while chain[-1].__cause__ is not None:
        chain.append(chain[-1].__cause__)
    about = "request body" if isinstance(error, RequestBodyValidationError) else ""
    if isinstance(error, ParameterValidationError):
        about = f"{error.location} parameter {error.name}"
    found = [inner for link in chain for inner in getattr(link, "schema_errors", ())]
    kept = [inner for inner in found if not is_excused(inner)]
    if found and not kept:
        return ""
    causes = [f"{pointer(inner.absolute_path) or '/'} {inner.message}" for inner in kept] or [str(chain[-1])]
    return ": ".join(filter(None, [about, "; ".join(dict.fromkeys(" ".join(cause.split()) for cause in causes))]))


def pointer(path) -> str:
    return "".join(f"/{escaped(str(token))}" for token in path)
