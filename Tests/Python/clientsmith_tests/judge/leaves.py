"""Strings and numbers made to fit the facets of a schema, always the same for the same seed."""

import hashlib

from . import formats, patterns
from .facets import Facets, Unmakeable


def string(facets: Facets, seed: str) -> str:
    """A text; where only the length is limited, the last word of the seed with what needs escaping."""
    least, most = facets.bounds.get("minLength", 0), facets.bounds.get("maxLength", 10_000)
    written = [formats.made(name, seed) for name in facets.formats + ["byte"] * facets.base64]
    formatted = [text for text in written if text is not None]
    known = [compiled for compiled in map(patterns.expression, facets.patterns) if compiled]
    for text in formatted:
        if all(compiled.search(text) for compiled in known) and least <= len(text) <= most:
            return text
    for compiled in known:
        for text in patterns.matching(compiled.pattern, seed, least, most):
            if all(other.search(text) for other in known) and _formatted(text, facets):
                return text
    if formatted:
        return formatted[0]  # format and pattern contradict each other
    if known:
        raise Unmakeable
    word = seed.rpartition("/")[2] or "text"
    text = f'{word} "é/{seeded(seed) % 90 + 10}"'
    return (text if len(text) <= most else word[:most]).ljust(least, "x")


def number(facets: Facets, kind: str, seed: str) -> int | float:
    """A number of the kind "integer" or "number"; an int64 without bounds is one that a double cannot hold."""
    bounds = facets.bounds
    step = bounds.get("multipleOf", 1)
    low = bounds.get("minimum", bounds.get("exclusiveMinimum"))
    high = bounds.get("maximum", bounds.get("exclusiveMaximum"))
    start = seeded(seed) % 900 + 100
    if kind == "number" and step == 1 and not set(facets.formats) & formats.INTEGERS.keys():
        start += 0.5
    elif "int64" in facets.formats and low is None and high is None and step == 1:
        start += 2**53 + 1 - start % 2
    edges = [edge for edge in (low, high) if edge is not None]
    near = [edge + offset * step for edge in edges for offset in (0, 1, -1, 0.5, -0.5)]
    middle = [(low + high) / 2] if len(edges) == 2 else []
    above = [-(-low // step) * step] if low is not None else []
    for value in [start - start % step if step != 1 else start, *near, *above, *middle, 0]:
        value = int(value) if kind == "integer" or float(value).is_integer() else value
        if all(_within(value, key, bound) for key, bound in bounds.items()) and _formatted(value, facets):
            return value
    raise Unmakeable


def _within(value, key, bound) -> bool:
    match key:
        case "minimum":
            return value >= bound
        case "maximum":
            return value <= bound
        case "exclusiveMinimum":
            return value > bound
        case "exclusiveMaximum":
            return value < bound
        case "multipleOf":
            return abs(value / bound - round(value / bound)) < 1e-9
    return True


def _formatted(value, facets) -> bool:
    return all(formats.CHECKER.conforms(value, name) for name in facets.formats)


def seeded(text: str) -> int:
    """A number that is always the same for the same text."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big")
