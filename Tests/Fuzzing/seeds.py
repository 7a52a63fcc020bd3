"""Seeds for fuzzing: python3 seeds.py references|text FOLDER SOURCE…

`text` copies each file of the source folders that is small enough. `references` makes one input of each folder that has an `openapi.yaml` and
of each other small document: the document, and behind a NUL each further file below its folder with its path on a line of its own.
"""

import hashlib
import pathlib
import sys

SUFFIXES = {".yaml", ".yml", ".json"}
LARGEST = 32_768


def small(path):
    return path.is_file() and 0 < path.stat().st_size <= LARGEST


def texts(source):
    for path in sorted(source.rglob("*")):
        if small(path):
            yield path.read_bytes()


def documents(source):
    for path in sorted(source.rglob("*")):
        if path.suffix not in SUFFIXES or not small(path):
            continue
        text = path.read_bytes()
        if b"openapi" not in text and b"swagger" not in text:
            continue
        parts = [text]
        others = [other for other in sorted(path.parent.rglob("*")) if other != path and other.suffix in SUFFIXES]
        for other in others[:20]:
            if small(other) and sum(map(len, parts)) < LARGEST:
                name = pathlib.PurePosixPath("api", other.relative_to(path.parent).as_posix())
                parts.append(str(name).encode() + b"\n" + other.read_bytes())
        if path.name == "openapi.yaml" or len(others) > 20:
            yield b"\0".join(parts)
        yield text


def main():
    kind, folder, *sources = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    make = documents if kind == "references" else texts
    for source in map(pathlib.Path, sources):
        for seed in make(source):
            (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)


if __name__ == "__main__":
    main()
