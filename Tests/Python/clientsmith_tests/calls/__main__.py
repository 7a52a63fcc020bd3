"""Lets generated clients call operations over HTTP, and judges requests and responses against the documents they come from.

    python -m clientsmith_tests.calls --clientsmith TOOL --scratch FOLDER [--limit COUNT] [--all] [DOCUMENT…]

Generates a client for each document, and a program that calls up to COUNT operations of each (40 unless it is said; 0 for all): with every
argument, and with the required ones. The values of the arguments are made from the document by the sampler of `judge`. The program sends
its requests with the clients' own transport to a server on the loopback interface. openapi-core judges each request that arrives against the same document.

The server responds with bodies that the sampler makes from the document too: one for each documented status and media type, in two sizes where
parts of it are optional, and one with a status that is not documented. What the client returns or throws is encoded again and has to be valid by the
document, and the same as what was sent.

Real documents contradict themselves: no value meets all they demand. A value that only relaxed rules accept is sent nevertheless, judged by
those rules, and counted as the document's own, if `judge/contradictions.py` finds the demands that exclude each other; `--verbose` prints them.

Without DOCUMENT those of ../shared/corpus that are named below are called, with `--all` every document there, and where that folder is
missing the repository's own.

The exit status is 0 if every operation was called, every request was accepted, every response was read, and at least 100 operations were
called (of given documents and of the repository's own, every one).
"""
import sys
import time
from collections import Counter, defaultdict

from .calling import arguments, built, documents, generate, outcomes
from .judging import COLUMNS, Verdict
from .server import CallServer


def send(options, clients):
    """The requests by the key of the call, and what the program says of each call."""
    program = built(options)
    responses = {
        f"{key}#{number}": response
        for client in clients
        for key, items in client.responses.items()
        for number, response in enumerate(items)
    }
    with CallServer(responses) as server:
        told = outcomes([program, server.url, options.scratch / "plan.json"])
        sent = defaultdict(list)
        for request in server.requests:
            sent[request["call"]].append(request)
    return sent, told


def row(name, counts):
    return f"  {name:<44}" + "".join(f"{counts[column]:>{len(column) + 2}}" for column in COLUMNS)


def main():
    options = arguments(__doc__)
    began = time.monotonic()
    wanted, least = documents(options.documents, options.all)
    clients = generate(options, wanted)
    sent, told = send(options, clients)
    totals = Counter()
    verdicts = []
    print(f"  {'client':<44}" + "".join(f"  {column}" for column in COLUMNS))
    for client in clients:
        verdicts.append(verdict := Verdict(wanted[client.name], client, sent, told))
        totals += verdict.counts
        print(row(client.name, verdict.counts))
    print(row(f"{len(clients)} clients in {time.monotonic() - began:.0f} s", totals))
    for verdict in verdicts:
        for key, reasons in verdict.contradictions if options.verbose else ():
            print(f"  {key}:", *reasons, sep="\n    ")
        for fault in verdict.faults:
            print(fault, file=sys.stderr)
    return 1 if totals["unexplained"] or totals["operations"] < least else 0


if __name__ == "__main__":
    sys.exit(main())
