"""The responses a server gives to the calls of one client, made from the document by the sampler of the judge."""

import json
from dataclasses import dataclass, field
from urllib.parse import quote_plus

from ..judge.contradictions import Contradictions
from ..judge.documents import Document, Location, mapping
from ..judge.facets import Facets, Unmakeable
from ..judge.making import FREE, FULL, REQUIRED
from ..judge.sampling import Sampler
from .values import adapted

BYTES = bytes(range(256))
TEXT = "some text, é"
BOUNDARY = "the-end-of-a-part"
WITHOUT_BODY = {204, 205, 304}
UNDOCUMENTED = 418


@dataclass
class Response:
    """What the server sends, and what the client is expected to make of it."""

    status: int
    media: str
    body: bytes
    kind: str
    """`json`, `text`, `binary`, `jsonLines`, `eventStream` or `form`, `multipart`; empty without a body."""
    meaning: str
    """`output`, `failure`, `documentedStatus` for one without a body, or `undocumented`."""
    schema: Location | None = None
    value: object = None
    loose: bool = False
    contradicted: list = field(default_factory=list)
    """Why the document rejects a loose value."""


class Responses:
    """The responses of one document's operations."""

    def __init__(self, document: Document, sampler: Sampler, types: list):
        self.document = document
        self.sampler = sampler
        self.contradictions = Contradictions(sampler.strict, sampler.maker)
        self.types = types
        self.without = []

    def of(self, place: Location, operation: dict) -> list:
        """One response for each status and media type, in two sizes where the value has optional parts; and an undocumented status."""
        found = []
        for response in operation.get("responses", ()):
            status = self.status(response["status"], operation)
            if status < 200:
                continue  # an interim response is followed by another one
            branches = response.get("branches") or [{"meaning": "output" if 200 <= status < 300 else "unmodelled"}]
            for branch in branches:
                meaning = branch["meaning"] if isinstance(branch["meaning"], str) else next(iter(branch["meaning"]))
                meaning = {"unmodelled": "documentedStatus"}.get(meaning, meaning)
                found += self.branch(place, operation, response, status, branch.get("content"), meaning)
        statuses = {response["status"].upper() for response in operation.get("responses", ())}
        if not statuses & {"DEFAULT", "4XX", str(UNDOCUMENTED)}:
            found.append(Response(UNDOCUMENTED, "text/plain", TEXT.encode(), "text", "undocumented"))
        return found

    @staticmethod
    def status(written: str, operation: dict) -> int:
        """A status code that a key of the Responses Object stands for and no other key does."""
        taken = {response["status"] for response in operation.get("responses", ())}
        if written.isdigit():
            return int(written)
        first = 500 if written.lower() == "default" else int(written[0]) * 100
        return next(code for code in range(first, first + 100) if str(code) not in taken and code not in WITHOUT_BODY | {304})

    def branch(self, place, operation, response, status, content, meaning):
        if content is None or status in WITHOUT_BODY or operation["method"] == "HEAD":
            return [Response(status, "", b"", "", meaning)] if content is None else []
        made = {}
        for mode in (FULL, REQUIRED):
            try:
                one = self.response(place, response["status"], status, content, meaning, mode)
            except Unmakeable:
                continue
            made.setdefault(one.body, one)
        if not made:
            self.without.append(f"{operation['id']} {response['status']} {content['mediaType']['text']}")
        return list(made.values())

    def response(self, place, key, status, content, meaning, mode) -> Response:
        media, kind = content["mediaType"]["text"], content["mediaType"]["kind"]
        sent = media_sent(media, kind)
        if kind == "binary":
            return Response(status, sent, BYTES, kind, meaning)
        form = "jsonSequence" if kind == "jsonLines" and "json-seq" in media else kind
        schema = self.schema(place, key, media, kind)
        if schema is None:
            if kind == "text":
                return Response(status, sent, TEXT.encode(), kind, meaning, value=TEXT)
            return Response(status, sent, self.encoded(form, FREE, schema), kind, meaning, value=FREE)
        value, contradicted = self.value(schema, mode)
        loose = contradicted is not None
        if kind == "text" and not isinstance(value, str):
            value = json.dumps(value)
        if kind == "multipart":
            expected = adapted(value, content["type"], self.types)
            return Response(status, f"{sent}; boundary={BOUNDARY}", parts(value), kind, meaning, schema, expected, loose, contradicted or [])
        return Response(status, sent, self.encoded(form, value, schema), kind, meaning, schema, value, loose, contradicted or [])

    def schema(self, place: Location, status: str, media: str, kind: str) -> Location | None:
        """Where the schema of a response body is, or of one element of a streamed one."""
        responses, _ = self.document.follow(place / "responses")
        key = next(key for key in mapping(self.document.find(responses)[1]) if str(key).upper() == status.upper())
        at, response = self.document.follow(responses / key)
        if self.document.version == (2, 0):
            return at / "schema" if "schema" in mapping(response) else None
        at, content = self.document.follow(at / "content" / media)
        if kind in ("jsonLines", "eventStream"):
            if "itemSchema" in mapping(content):
                return at / "itemSchema"
            schema = self.document.schema(at / "schema") if "schema" in mapping(content) else None
            if schema and mapping(self.document.find(schema)[1]).get("items") is not None:
                return schema / "items"
        return at / "schema" if "schema" in mapping(content) else None

    def value(self, place: Location, mode):
        """A value of the schema, and why the document rejects it where only relaxed rules accept it."""
        at, written = self.document.find(place)
        strict = self.sampler.strict.convert(written, at)
        value = self.sampler.maker.make(strict, mode)
        if self.sampler.strict.valid(value, strict):
            return value, None
        if self.sampler.relaxed.valid(value, self.sampler.relaxed.schema(at)):
            reasons, others = self.contradictions.of(value, strict)
            return value, [] if others else reasons
        raise Unmakeable

    def encoded(self, kind: str, value, schema: Location) -> bytes:
        text = json.dumps(value, ensure_ascii=False)
        match kind:
            case "json":
                return text.encode()
            case "text":
                return value.encode()
            case "jsonLines":
                return f"{text}\n{text}\n".encode()
            case "jsonSequence":
                return f"\x1e{text}\n\x1e{text}\n".encode()
            case "eventStream":
                return (event(value, text, self.is_whole(schema)) * 2).encode()
            case "form" if isinstance(value, dict) and not any(isinstance(item, (dict, list)) for item in value.values()):
                return "&".join(f"{quote_plus(name)}={quote_plus(plain(item))}" for name, item in value.items()).encode()
        raise Unmakeable

    def is_whole(self, schema: Location) -> bool:
        """Whether a schema describes an event with its members (OpenAPI 3.2, "Server-Sent Event Streams") and not its data alone."""
        at, written = self.document.find(schema)
        facets = Facets().add(self.sampler.strict.convert(written, at), self.sampler.strict)
        return "data" in facets.properties and set(facets.properties) <= {"data", "event", "id", "retry"}


def media_sent(media: str, kind: str) -> str:
    """A media type of a range."""
    if "*" not in media:
        return media
    usual = {"json": "application/json", "text": "text/plain", "jsonLines": "application/jsonl"}
    return usual.get(kind, "image/png" if media.startswith("image/") else "application/octet-stream")


def parts(value) -> bytes:
    """A multipart body (RFC 7578) of the members of an object."""
    if not isinstance(value, dict):
        raise Unmakeable
    body = b""
    for name, item in value.items():
        for element in item if isinstance(item, list) else [item]:
            kind = "application/json" if isinstance(element, dict) else "text/plain"
            head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\nContent-Type: {kind}\r\n\r\n'
            body += head.encode() + plain(element).encode() + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()


def event(value, text: str, whole: bool) -> str:
    if not whole:
        return f"data: {text}\n\n"
    return "".join(f"{name}: {plain(item)}\n" for name, item in value.items()) + "\n"


def plain(value) -> str:
    return value if isinstance(value, str) else json.dumps(value)
