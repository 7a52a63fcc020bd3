"""Prints the lines and tokens of each program of CallSites, without imports, comments and blank lines."""

import re

from .folders import INTEGRATION

TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\w+|[^\w\s]')

for path in sorted((INTEGRATION / "CallSites" / "Sources" / "CallSites").glob("*.swift")):
    lines = [line.strip() for line in path.read_text().splitlines()]
    code = [line for line in lines if line and not line.startswith(("//", "import "))]
    print(f"{path.stem:18} {len(code):3} lines {sum(len(TOKEN.findall(line)) for line in code):4} tokens")
