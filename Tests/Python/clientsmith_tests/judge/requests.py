"""Judges requests that clients really sent against the OpenAPI document (2.0, 3.0, 3.1, 3.2), with openapi-core.

    python -m clientsmith_tests.judge.requests DOCUMENT < requests.jsonl

Each line of standard input is one JSON object:

    method       "GET"
    url          path and query as sent, with the base path of the server: "/v1/pets?limit=10"
    headers      a list of pairs: [["Content-Type", "application/json"]]
    body_base64  the bytes of the body; absent or "" for none
    operation    optional: the operationId it is meant to be

For each line one JSON object goes to standard output:

    line       the number of the line
    operation  the operationId that was found (method and path where the document gives none), or null
    accepted   true or false
    errors     what is wrong, in words

Wrong is whatever openapi-core rejects (path, method, security, parameters, content type, body), and what the document does
not have: a query parameter, a member of a JSON body, a body. Of servers only the path counts. The values of parameters in the
styles label, matrix and spaceDelimited, and of objects in exploded forms, are not looked at, only their names; nor are bodies of bytes
and forms that are a union.

Rejected requests are also named on standard error, with a sum. The exit status is 0 if there was at least one request and all
were accepted, else 1; 65 if the document could not be read.
"""

import json
import sys
import warnings

from . import command
from .sent import Judge

warnings.simplefilter("ignore")


def main() -> int:
    judge = command.opened(command.parser(__doc__).parse_args().document, Judge)
    count = rejected = 0
    for number, text in command.lines():
        count += 1
        try:
            operation, errors = judge.judge(json.loads(text))
        except ValueError as error:
            operation, errors = None, [f"not JSON: {error}"]
        print(json.dumps({"line": number, "operation": operation, "accepted": not errors, "errors": errors}))
        rejected += bool(errors)
        for error in errors:
            print(f"line {number} ({operation}): {error}", file=sys.stderr)
    print(f"{count} requests, {rejected} rejected", file=sys.stderr)
    return 0 if count and not rejected else 1


if __name__ == "__main__":
    sys.exit(main())
