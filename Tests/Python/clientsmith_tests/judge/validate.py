"""Judges the JSON that clients encode against the schemas of the OpenAPI document.

    python -m clientsmith_tests.judge.validate [--null-is-absent] [--formats-by-value] DOCUMENT < encoded.jsonl

Each line of standard input is one JSON object:

    pointer   where the schema is declared, as `samples.py` writes it
    value     what the client encoded
    original  what the client had decoded; if present, `value` has to be equal to it: numbers by value, members in any order.
              Only members that no schema declares may be missing
    kind      as `samples.py` writes it; an "unknown-enum" is only compared with `original`, since the document does not list it
    loose     as `samples.py` writes it; such a value is validated with the same leniency

Further members are allowed and ignored, so a line of `samples.py` may be passed on, with `value` moved to `original` and a new
`value`.

`--null-is-absent`: a null member that the schema declares, does not require and allows to be null equals an absent one.
`--formats-by-value`: date-times are compared as moments, uuids without regard to case.

Every failure is printed to standard output, with the number of the line, the pointer and what is wrong; the last line sums up.
The exit status is 0 if there was at least one line and no failure, else 1; 65 if the document could not be read.
"""

import json
import sys

from . import command
from .comparing import shown
from .encoded import Verdicts


def parsed(text: str):
    try:
        line = json.loads(text)
    except ValueError as error:
        return None, f"not JSON: {error}"
    return (line, None) if isinstance(line, dict) else (None, "not a JSON object")


def main() -> int:
    parser = command.parser(__doc__)
    parser.add_argument("--null-is-absent", action="store_true")
    parser.add_argument("--formats-by-value", action="store_true")
    options = parser.parse_args()
    verdicts = command.opened(
        options.document, lambda document: Verdicts(document, options.null_is_absent, options.formats_by_value))
    count = failed = 0
    for number, text in command.lines():
        count += 1
        line, problem = parsed(text)
        faults = [problem] if problem else list(verdicts.faults(line))
        failed += bool(faults)
        for fault in faults:
            where = f"{line.get('pointer')} ({line.get('kind', 'value')}) " if line else ""
            print(f"line {number}: {where}{fault}")
        if faults and line:
            print(f"    {shown(line.get('value'))}")
    print(f"{count} values, {failed} wrong")
    return 0 if count and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
