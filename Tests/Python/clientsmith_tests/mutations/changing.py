"""The mutations: each changes one place of a document."""

import copy
import random

from clientsmith_tests.judge.pointers import escaped

NAMES = (
    "self Self Type init rawValue encode hash body connection response request JSONValue String Int Void Codable unrecognized none some "
    "knownValues value values default case in is as Any Error Data Date URL UUID id client call branches fields decoder encoder con nul "
    "a.b a/b _ __ 1 200 x-y xY X_Y $ref type enum items properties allOf oneOf anyOf not nullable required discriminator mapping additionalProperties"
).split() + ["", " ", "-", "é", "e\u0301", "🎉", "a\nb", '"', "\\(x)", "*/", "\u202e", "名"]
VALUES = (
    None, True, False, 0, 1, -1, 1.5, 1e300, 9223372036854775808, "", "x", "null", "string", "object", "array", "integer", "number",
    "boolean", "null", "date-time", "uuid", "binary", "byte", "int64", "application/json", "multipart/form-data", "text/event-stream", [], {},
    [None], [{}], {"a": {}}, {"type": "string"}, {"type": ["string", "null"]}, {"oneOf": []}, {"allOf": [{}, {}]}, {"enum": []}, {"enum": [1, "1", None]},
)
QUIET = {"example", "examples", "description", "summary", "title", "externalDocs"}


def places(node, quiet=False) -> list:
    """Every pair of a container and a key; few of those below what is only read by people."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    found = []
    for key, value in items:
        muted = quiet or key in QUIET or isinstance(key, str) and key.startswith("x-")
        found.append((node, key, muted))
        found += places(value, muted)
    return found


def delete(document, container, key, chance):
    del container[key]


def duplicate(document, container, key, chance):
    value = copy.deepcopy(container[key])
    if isinstance(container, list):
        return container.insert(chance.randint(0, len(container)), value)
    name = chance.choice([key.upper(), key.lower(), key + "_", "_" + key, key.replace("_", "-"), key + "2", key.capitalize(), chance.choice(NAMES)])
    container[name] = value


def swap(document, container, key, chance):
    other, name = chance.choice([place[:2] for place in places(document)])
    first, second = copy.deepcopy(container[key]), copy.deepcopy(other[name])
    container[key] = second
    # The other place may be inside of the first, which is gone then.
    other[name] = first


def rename(document, container, key, chance):
    if isinstance(container, list):
        return retype(document, container, key, chance)
    keys = [place[1] for place in places(document) if isinstance(place[1], str)]
    name = chance.choice([chance.choice(NAMES), chance.choice(keys), key + "Value", key.swapcase()])
    items = [(name if each == key else each, value) for each, value in container.items()]
    container.clear()
    container.update(items)


def retype(document, container, key, chance):
    value = container[key]
    wrapped = [[value], {"a": value}, {"oneOf": [value, {"type": "null"}]}, {"allOf": [value]}, {"type": "array", "items": value}, str(value)[:40]]
    container[key] = copy.deepcopy(chance.choice([chance.choice(VALUES), chance.choice(wrapped)]))


def borrow(document, container, key, chance):
    """The value of another place with the same key, if there is one."""
    found = [place[0][place[1]] for place in places(document) if place[1] == key and place[0] is not container]
    found = found or [place[0][place[1]] for place in places(document)]
    container[key] = copy.deepcopy(chance.choice(found))


def refer(document, container, key, chance):
    if key == "$ref":
        container[key] = pointer(document, chance)
    else:
        container[key] = {"$ref": pointer(document, chance)}


def pointer(document, chance) -> str:
    """To a component, or to any place; a few lead nowhere."""
    node, path = document, []
    if chance.random() < 0.8:
        for start in (("components", "schemas"), ("definitions",), ("components",)):
            inner = document
            for part in start:
                inner = inner.get(part) if isinstance(inner, dict) else None
            if isinstance(inner, dict) and inner:
                node, path = inner, list(start)
                break
        depth = 1
    else:
        depth = chance.randint(0, 9)
    for _ in range(depth):
        keys = list(node) if isinstance(node, dict) else list(range(len(node))) if isinstance(node, list) else []
        if not keys:
            break
        path.append(chance.choice(keys))
        node = node[path[-1]]
    if chance.random() < 0.05:
        path.append("missing")
    return "#" + "".join("/" + escaped(str(part)) for part in path)


def nullify(document, container, key, chance):
    container[key] = None


MUTATIONS = [delete, duplicate, swap, rename, retype, retype, borrow, borrow, refer, refer, nullify]


def change(document, chance: random.Random):
    """One to four mutations in place."""
    for _ in range(chance.choice([1, 1, 2, 2, 3, 4])):
        found = places(document)
        if not found:
            return
        loud = [place for place in found if not place[2]]
        container, key, _ = chance.choice(loud if loud and chance.random() < 0.95 else found)
        chance.choice(MUTATIONS)(document, container, key, chance)
