"""Makes sample JSON values from an OpenAPI document (2.0, 3.0, 3.1, 3.2), and from nothing else.

    python -m clientsmith_tests.judge.samples DOCUMENT > samples.jsonl

There are samples of every component schema and of every JSON body of a request or an answer that is not just a reference to
one. Each line of standard output is one JSON object:

    pointer    where the schema is declared: `#/components/schemas/Pet`; in another file `schemas/pet.yaml#/properties/name`
    direction  "request", "response", "both" or "none": which bodies the schema is part of
    kind       "example"       written in the document (example, examples, default)
               "full"          every property present
               "required"      only the required ones
               "enum"          one value of an enum
               "unknown-enum"  a text that an enum of strings does not list; this alone does not validate, by design
               "null"          null where it is allowed
               "branch"        one branch of a oneOf or anyOf, or one type of several
    at         where in the value an enum, null or branch stands, as a JSON pointer (`*` is any key); absent at the root
    loose      true where the document contradicts itself (overlapping oneOf, allOf with closed members, a pattern its format
               rules out) and the value validates only with oneOf read as anyOf, objects left open, and patterns and lengths
               let be; absent otherwise
    value      the sample

A value occurs once per pointer: the first value of an enum may be the one of kind "full". Values are the document's own where
it has some that validate. The same document always gives the same bytes. A summary, and the schemas no value could be made for,
go to standard error. Exit status 65 means that the document could not be read.
"""

import json
import sys

from . import command
from .sampling import Sampler


def main() -> int:
    parser = command.parser(__doc__)
    parser.add_argument("--quiet", action="store_true", help="no summary")
    options = parser.parse_args()
    sampler = command.opened(options.document, Sampler)
    for sample in sampler.samples():
        print(json.dumps(sample))
    if not options.quiet:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sampler.counts.items())
        print(f"{sampler.counts.total()} samples ({kinds}); {len(sampler.without)} schemas without one", file=sys.stderr)
        for pointer in sampler.without:
            print("  no sample: " + pointer, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
