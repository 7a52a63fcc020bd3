"""Joins the operations of a document with those that were generated: parameters, bodies, answers and their headers."""

from ..judge.documents import Location, is_json
from .joining import Join
from .model import media_type


def join_operations(join: Join):
    for found in join.inventory.operations:
        called = found["called"]
        generated = (join.model.webhooks if called else join.model.operations).get(str(found["place"]))
        if generated is not None:
            join.mark("webhooks" if called else "operations", found["place"], "generated")
            _operation(join, found, generated)
    join.finish()


def _operation(join: Join, found: dict, operation: dict):
    generated = {(item["location"], item["wireName"]): item for item in operation.get("parameters", ())}
    for parameter in found["parameters"]:
        item = generated.get((parameter["in"], parameter["name"]))
        if item is None and parameter["in"] == "path":
            item = _misspelled(found["parameters"], operation.get("parameters", ()))
        if item is None:
            continue
        wrong = join.walk((parameter["schema"],), item["type"]) if parameter["schema"] else ""
        join.mark("parameters", parameter["pointer"], "degraded" if wrong else "generated", wrong)
    contents = (operation if found["called"] else operation.get("body", {})).get("contents", [])
    _bodies(join, found["bodies"], contents, set(map(media_type, contents)))
    answers = {answer["status"].upper(): answer for answer in operation.get("responses", ())}
    for answer in found["answers"]:
        _answer(join, answer, answers, len(found["answers"]) == 1 or "2XX" in answers)


def _misspelled(written: list, generated: list) -> dict | None:
    """The only path parameter that no parameter of the document has the name of."""
    names = {parameter["name"] for parameter in written if parameter["in"] == "path"}
    others = [item for item in generated if item["location"] == "path" and item["wireName"] not in names]
    return others[0] if len(others) == 1 else None


def _answer(join: Join, answer: dict, answers: dict, may_be_default: bool):
    status = answer["status"].upper()
    generated = answers.get(status)
    if generated is None and status == "DEFAULT" and may_be_default:
        generated = answers.get("2XX")
    if generated is None:
        return
    join.mark("statuses", answer["pointer"], "generated")
    read = {media_type(branch.get("content")) for branch in generated.get("branches", ())}
    _bodies(join, answer["bodies"], generated.get("contents", []), read)
    headers = {header["wireName"].lower(): header for header in generated.get("headers", ())}
    for header in answer["headers"]:
        item = headers.get(header["name"].lower())
        if item is not None:
            wrong = join.walk((header["schema"],), item["type"]) if header["schema"] else ""
            join.mark("headers", header["pointer"], "degraded" if wrong else "generated", wrong)


def _bodies(join: Join, bodies: list, contents: list, used: set):
    """`used` are the media types that are sent or read; one that says the same as another of these may be left to it."""
    generated = {media_type(content): content for content in contents}
    taken = []
    for body in bodies:
        content = generated.get(body["media"])
        if content is not None and body["media"] in used:
            taken.append((body, content))
            if is_json(body["media"]) and body["schema"] and content["mediaType"]["kind"] == "json":
                join.types.setdefault(str(join.reader.declared(body["schema"])), content["type"])
            state, why = _body(join, body, content)
            join.mark("bodies", body["pointer"], state, why)
    for body in bodies:
        if str(body["pointer"]) in join.states["bodies"]:
            continue
        for other, content in taken:
            if _same(join, body, other):
                state, why = _body(join, body, content)
                join.mark("bodies", body["pointer"], state, why or f"the same as {other['media']}")
                break


def _body(join: Join, body: dict, content: dict) -> tuple:
    """The state of a body, and why."""
    if "fields" in body:
        wrong = _fields(join, body, content["type"])
    elif _is_structured(join, body) and (kind := _unstructured(join, content)):
        state = "raw" if is_xml(body["media"]) else "degraded"
        join.weakened.append((body["schema"], state, f"the body is {kind}"))
        return state, f"the body is {kind}"
    else:
        wrong = _walk(join, body, content["type"], content["mediaType"]["kind"])
    return "degraded" if wrong else "generated", wrong


def _is_structured(join: Join, body: dict) -> bool:
    parts = body["schema"] and join.reader.parts((body["schema"],))
    return bool(parts and (parts.properties or parts.items or parts.unions))


def _unstructured(join: Join, content: dict) -> str:
    """What a body is that has no structure in Swift."""
    plain = join.model.plain(content["type"])
    return plain[1] if plain in (("scalar", "binary"), ("scalar", "string")) and content["mediaType"]["kind"] in ("binary", "text") else ""


def is_xml(media: str) -> bool:
    essence = media.partition(";")[0].strip().lower()
    return essence in ("application/xml", "text/xml") or essence.endswith("+xml")


def _same(join: Join, body: dict, other: dict) -> bool:
    """Whether two bodies have the same schema, in one place or word for word."""
    left, right = (item["schema"] and join.reader.declared(item["schema"]) for item in (body, other))
    return left == right or (left and right and join.reader.value(left) == join.reader.value(right))


def _walk(join: Join, body: dict, reference, kind: str) -> str:
    if body["schema"] is None:
        return ""
    place = body["schema"]
    parts = join.reader.parts((place,))
    plain = join.model.plain(reference)
    if kind in ("eventStream", "jsonLines") and body.get("key") == "schema" and parts.items and plain[0] != "array":
        return join.walk(tuple(parts.items), reference)
    if plain in (("scalar", "binary"), ("scalar", "string")) and kind in ("binary", "text"):
        for member in parts.members:
            join.mark("schemas", member, "generated")
            for entry in join.reader.listed_values(member, join.reader.value(member)):
                join.mark("values", entry.place, "left out", f"the body is {plain[1]}")
        return ""
    return join.walk((place,), reference)


def _fields(join: Join, body: dict, reference) -> str:
    """The fields of a form of OpenAPI 2.0."""
    plain = join.model.plain(reference)
    if plain[0] != "structure":
        return "the form is no structure"
    known = {item["wireName"]: item for item in join.model.body(plain).get("properties", ())}
    operation = body["pointer"].partition(" body ")[0]
    for name, at in body["fields"]:
        if name in known:
            wrong = join.walk((Location(*at),), known[name]["type"])
            join.mark("properties", f"{operation} field {name}", "degraded" if wrong else "generated", wrong)
    return ""
