"""Cuts the Swift examples out of Markdown pages, each into a file of its own that a compiler takes.

    extract.py OUTPUT PAGE…

Imports, extensions and protocols stay at the top of the file; all else stands in a function of its own, so that no example leans on
another one. `#sourceLocation` makes the compiler report faults where they stand on the page. Prints how many examples there were, and
exits with 1 where a page that is given has none.
"""

import re
import sys
from pathlib import Path

FENCE = re.compile(r"^```swift\n(.*?)^```$", re.M | re.S)
DECLARATION = re.compile(r"^(extension|protocol) ")


def split(lines):
    """The imports, the declarations and the statements of an example, each line with its number."""
    imports, declarations, statements = [], [], []
    into = statements
    for number, line in lines:
        if re.match(r"^(public |internal )?import ", line):
            imports.append((number, line))
            continue
        if DECLARATION.match(line):
            into = declarations
        into.append((number, line))
        if line.startswith("}") or (into is declarations and line.endswith("}") and DECLARATION.match(line)):
            into = statements
    return imports, declarations, statements


def located(lines, page):
    """The lines, each run of them with where it comes from."""
    out, expected = [], None
    for number, line in lines:
        if number != expected:
            out.append(f'#sourceLocation(file: "{page}", line: {number})')
        out.append(line)
        expected = number + 1
    return out


def program(code, page, first, name):
    lines = list(enumerate(code.splitlines(), first))
    imports, declarations, statements = split(lines)
    out = located(imports, page) + located(declarations, page)
    if any(line.strip() for _, line in statements):
        out += ["#sourceLocation()", f"func {name}() async throws {{"] + located(statements, page) + ["#sourceLocation()", "}"]
    return "\n".join(out) + "\n"


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
            first = text.count("\n", 0, match.start(1)) + 1
            name = f"example{count}"
            (output / f"{name}.swift").write_text(program(match.group(1), page, first, name))
    print(f"{count} examples")
    return 0


if __name__ == "__main__":
    sys.exit(main())
