"""The OpenAPI documents of a folder, found by what is in the files."""

import re
from pathlib import Path

MARK = re.compile(rb"""^\s*[{]?\s*["']?(openapi|swagger)["']?\s*:\s*["']?\d""", re.MULTILINE)
SUFFIXES = (".yaml", ".yml", ".json")


def documents(folder: Path) -> list:
    """The root documents, sorted; the other files of a document in several files have no `openapi` or `swagger`."""
    if folder.is_file():
        return [folder]
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file() and is_root(path))


def is_root(path: Path) -> bool:
    data = path.read_bytes()
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return any(match.start() == 0 or not data[match.start() : match.end()].lstrip(b"\r\n")[:1].isspace() for match in MARK.finditer(data))
    return re.search(rb'"(openapi|swagger)"\s*:\s*"?\d', data) is not None


def modules(paths: list, folder: Path, taken: set) -> dict:
    """A module for each document, named after where it is; `taken` gathers the names, in lower case."""
    result = {}
    for path in paths:
        place = path.relative_to(folder) if folder.is_dir() else Path(path.name)
        words = re.findall(r"[A-Za-z0-9]+", str(place.with_suffix("")))
        name = base = "Doc" + "".join(word[:1].upper() + word[1:] for word in words)
        number = 2
        while name.lower() in taken:
            name, number = f"{base}_{number}", number + 1
        taken.add(name.lower())
        result[path] = name
    return result
