"""Reads documents, and cuts them to a few operations."""

import copy
import json
import random
import re
from pathlib import Path

import yaml

from clientsmith_tests.judge.pointers import at, tokens

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"}
MARK = re.compile(rb"""^\s*[{]?\s*["']?(openapi|swagger)["']?\s*:\s*["']?\d""", re.MULTILINE)
TARGETS = 25  # of references, in a document that was cut; schemas beyond become plain objects
LONGEST = 200  # characters of a text
MOST = 40  # elements of a list


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Only what JSON has too: a date is a text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def roots(folder: Path) -> list:
    """The documents of a folder, sorted; not the files that documents refer to."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in (".yaml", ".yml", ".json") and path.is_file())
    return sorted(path for path in found if MARK.search(path.read_bytes()))


def load(path: Path):
    """The document, or None if it is not one that can be cut."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    try:
        document = json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader)
        document = json.loads(json.dumps(document))
    except (ValueError, TypeError, yaml.YAMLError, RecursionError):
        return None
    return document if path.parent.name == "Cases" or operations(document) else None


def operations(document) -> list:
    """Pairs of a path and a method."""
    paths = document.get("paths") if isinstance(document, dict) else None
    items = paths.items() if isinstance(paths, dict) else ()
    return [(path, method) for path, item in items if isinstance(item, dict) for method in item if method in METHODS]


def cut(document: dict, chance: random.Random) -> dict:
    """A copy with one to three operations, and what these refer to."""
    found = operations(document)
    chosen = chance.sample(found, min(len(found), chance.randint(1, 3)))
    result = {key: document[key] for key in document if key not in ("paths", "components", "definitions", "webhooks", "x-webhooks")}
    result["paths"] = {}
    for path, method in chosen:
        item = document["paths"][path]
        kept = {key: value for key, value in item.items() if key not in METHODS or (path, key) in chosen}
        result["paths"][path] = kept
    schemes = document.get("components", {})
    if isinstance(schemes, dict) and "securitySchemes" in schemes:
        result["components"] = {"securitySchemes": schemes["securitySchemes"]}
    result = shortened(copy.deepcopy({key: value for key, value in result.items() if not key.startswith("x-")}))
    add_targets(result, document)
    return result


def add_targets(result: dict, document: dict):
    pending, seen = references(result), set()
    while pending:
        pointer = pending.pop(0)
        if pointer in seen:
            continue
        seen.add(pointer)
        target = at(document, pointer)
        if target is None:
            continue
        is_schema = "schemas/" in pointer or "definitions/" in pointer
        target = shortened(copy.deepcopy(target)) if len(seen) <= TARGETS or not is_schema else {"type": "object"}
        if put(result, pointer, target):
            pending += references(target)


def references(node) -> list:
    if isinstance(node, list):
        return [pointer for each in node for pointer in references(each)]
    if not isinstance(node, dict):
        return []
    own = [node["$ref"]] if isinstance(node.get("$ref"), str) and node["$ref"].startswith("#/") else []
    return own + [pointer for each in node.values() for pointer in references(each)]


def put(document: dict, pointer: str, value) -> bool:
    *folders, last = tokens(pointer)
    for part in folders:
        document = document.setdefault(part, {})
        if not isinstance(document, dict):
            return False
    if last in document:
        return False
    document[last] = value
    return True


def shortened(node):
    """Without long texts and long lists, which only cost time."""
    if isinstance(node, str):
        return node[:LONGEST]
    if isinstance(node, list):
        return [shortened(each) for each in node[:MOST]]
    if isinstance(node, dict):
        return {key: shortened(value) for key, value in node.items()}
    return node
