"""JSON pointers (RFC 6901)."""


def escaped(token: str) -> str:
    """A key as a part of a pointer."""
    return token.replace("~", "~0").replace("/", "~1")


def tokens(pointer: str) -> list:
    """The keys on the way of a pointer, with or without a `#` before it."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.removeprefix("#").split("/")[1:]]


def at(root, pointer: str):
    """The value at a pointer, or None where there is none; a position in a list is not followed."""
    value = root
    for token in tokens(pointer):
        if not isinstance(value, dict) or token not in value:
            return None
        value = value[token]
    return value


def resolved(root, value):
    """What stands behind references within one document."""
    while isinstance(value, dict) and "$ref" in value:
        value = at(root, value["$ref"])
    return value
