"""Calls every operation of documents on mock servers that connexion makes of them.

    python -m clientsmith_tests.calls.mock_server --clientsmith TOOL --scratch FOLDER [DOCUMENT…]

connexion checks each request (path, parameters, body, credentials) and responds with a value it makes from the schema of the response.
What the client returns has to be valid by the document. Without DOCUMENT the four of `specs` are taken.

The exit status is 0 if every call returned a valid value.
"""

import json
import logging
import os
import sys
import threading
import time
from contextlib import contextmanager

import connexion
import uvicorn
import yaml
from connexion.mock import MockResolver

from ..folders import SPECS
from ..judge.documents import Document
from ..judge.encoded import Verdicts
from . import calling

# What connexion asks whether a credential is right, by the kind of the scheme.
FUNCTIONS = {"APIKEYINFO_FUNC": "api_key", "BEARERINFO_FUNC": "token", "BASICINFO_FUNC": "basic", "TOKENINFO_FUNC": "token"}


def api_key(value, required_scopes=None):
    return {"sub": value}


def token(value):
    return {"sub": value, "scope": []}


def basic(username, password, required_scopes=None):
    return {"sub": username}


@contextmanager
def server(path):
    """The URL of a mock server of a document."""
    contents = yaml.safe_load(path.read_text())
    contents["info"]["version"] = str(contents["info"]["version"])  # a number is refused by connexion
    app = connexion.FlaskApp(__name__, specification_dir=path.parent)
    app.add_api(contents, resolver=MockResolver(mock_all=True), validate_responses=True)
    running = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join()


def called(client):
    """The calls that connexion can judge: it refuses requests without a body also where the body is optional."""
    operations = [item for group in client.model.get("groups", ()) for item in group.get("operations", ())]
    optional = {item["id"] for item in operations if "body" in item and not item["body"].get("isRequired")}
    return [key for key, operation in client.calls.items() if key.endswith(".full") or operation["operation"] not in optional]


def faults_of(client, path, told):
    """What is wrong with the outcome of each call."""
    verdicts = Verdicts(Document(path))
    for key in called(client):
        outcome = told.get(f"{key}#0")
        if outcome is None or outcome["meaning"] != "output":
            yield f"{key}: {outcome}"
            continue
        expected = next((item for item in client.responses[key] if item.meaning == "output" and item.schema), None)
        if expected is None:
            continue
        line = {"pointer": str(expected.schema), "value": json.loads(outcome["json"])}
        yield from (f"{key}: {fault}" for fault in verdicts.faults(line))


def main():
    logging.disable()
    os.environ.update({name: f"{__package__}.mock_server.{function}" for name, function in FUNCTIONS.items()})
    options = calling.arguments(__doc__)
    own = {name: SPECS / path for name, path in calling.OWN.items()}
    wanted = calling.documents(options.documents, False)[0] if options.documents else own
    clients = calling.generate(options, wanted)
    for client in clients:
        client.responses = {key: [item for item in items if item.meaning == "output"][:1] for key, items in client.responses.items()}
    calling.write_plan(options, clients)
    program = calling.built(options)
    faults = []
    for client in clients:
        with server(wanted[client.name]) as url:
            told = calling.outcomes([program, url, options.scratch / "plan.json", client.name])
        found = list(faults_of(client, wanted[client.name], told))
        print(f"  {client.name:<16} {len(called(client)):>4} calls, {len(found)} faults")
        faults += found
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
