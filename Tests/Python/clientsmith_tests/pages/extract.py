"""Cuts the Swift examples out of Markdown pages, each into a file of its own that a compiler takes.

    python -m clientsmith_tests.pages.extract OUTPUT PAGE…

Imports, extensions and protocols stay at the top of the file; all else stands in a function of its own, so that no example leans on
another one. The files are called after page and line. Prints how many examples there were, and exits with 1 where a page has none.
"""

import re
import sys
from pathlib import Path

FENCE = re.compile(r"^```swift\n(.*?)^```$", re.M | re.S)
IMPORT = re.compile(r"^(public |internal )?import ")
DECLARATION = re.compile(r"^(extension|protocol) ")


def split(lines):
    """What stays at the top of a file, and the statements of an example."""
    top, statements = [], []
    into = statements
    for line in lines:
        if IMPORT.match(line):
            top.append(line)
            continue
        if DECLARATION.match(line):
            into = top
        into.append(line)
        if line.startswith("}") or (DECLARATION.match(line) and line.endswith("}")):
            into = statements
    return top, statements


def program(code, name):
    top, statements = split(code.splitlines())
    if any(line.strip() for line in statements):
        top += [f"func {name}() async throws {{", *statements, "}"]
    return "\n".join(top) + "\n"


def main():
    output = Path(sys.argv[1])
    output.mkdir(parents=True, exist_ok=True)
    count = 0
    for page in map(Path, sys.argv[2:]):
        text = page.read_text()
        found = list(FENCE.finditer(text))
        if not found:
            print(f"{page}: no Swift example", file=sys.stderr)
            return 1
        for match in found:
            count += 1
            line = text.count("\n", 0, match.start(1)) + 1
            name = "_".join([*page.with_suffix("").parts[-2:], f"line{line}"])
            (output / f"{name}.swift").write_text(program(match.group(1), re.sub(r"\W", "_", name)))
    print(f"{count} examples")
    return 0


if __name__ == "__main__":
    sys.exit(main())
