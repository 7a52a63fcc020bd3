"""Judges what arrived at the server and what the client returned, against the document."""

import base64
import json
from collections import Counter

from judge.comparing import Comparison
from judge.documents import Document
from judge.encoded import Verdicts
from judge.sent import Judge


class Verdict:
    """What became of one client's calls."""

    def __init__(self, document_path, client, sent, told):
        document = Document(document_path)
        self.court, self.verdicts = Judge(document), Verdicts(document)
        self.client = client
        self.faults = []
        self.counts = Counter()
        self.accepted, self.rejected = set(), set()
        for key, operation in client.calls.items():
            self.call(key, operation, sent, told)
        self.counts["operations"] = len(self.accepted - self.rejected)

    def call(self, key, operation, sent, told):
        before = len(self.faults)
        for number in range(max(1, len(self.client.responses[key]))):
            self.request(f"{key}#{number}", operation, sent, told)
        method_and_path = key.partition(".")[2].rpartition(".")[0]
        (self.rejected if len(self.faults) > before else self.accepted).add(method_and_path)
        for number, response in enumerate(self.client.responses[key]):
            self.counts["answers"] += 1
            wrong = list(self.outcome(response, told.get(f"{key}#{number}")))
            self.counts["read"] += not wrong
            self.faults += [f"{key}#{number} ({response.status} {response.media}): {fault}" for fault in wrong]

    def request(self, key, operation, sent, told):
        if not sent[key]:
            self.faults.append(f"{key}: nothing was sent: {told.get(key, {}).get('text')}")
        for request in sent[key]:
            self.counts["requests"] += 1
            faults = self.court.judge(request | {"operation": operation})[1]
            self.faults += [f"{key}: {fault}" for fault in faults]

    def outcome(self, response, outcome):
        """What is wrong with the outcome of a call, in words."""
        if outcome is None:
            yield "the program says nothing of this call"
            return
        if outcome["meaning"] != response.meaning:
            yield f"expected {response.meaning}, got {outcome['meaning']}: {outcome.get('text')}"
            return
        if response.meaning != "output" and outcome.get("status") != response.status:
            yield f"the error has status {outcome.get('status')}"
        if response.meaning in ("documentedStatus", "undocumented") or not response.kind:
            return
        yield from self.body(response, outcome)

    def body(self, response, outcome):
        if response.kind == "binary":
            if base64.b64decode(outcome.get("base64") or "") != response.body:
                yield "the bytes are not those the server sent"
            return
        if "json" not in outcome:
            yield f"no value came back: {outcome}"
            return
        value = json.loads(outcome["json"])
        if response.kind not in ("jsonLines", "eventStream"):
            yield from self.value(response, value)
            return
        if not isinstance(value, list) or len(value) != 2:
            yield f"two elements were sent, {len(value)} were read"
        for element in value:
            yield from self.value(response, element)

    def value(self, response, value):
        if response.schema is None or response.kind in ("text", "form", "multipart", "eventStream"):
            schemas = self.verdicts.relaxed
            schema = schemas.schema(response.schema) if response.schema else True
            yield from Comparison(schemas, formats_by_value=True).differences(response.value, value, schema)
            return
        line = {"pointer": str(response.schema), "value": value, "original": response.value}
        yield from self.verdicts.faults(line | ({"loose": True} if response.loose else {}))
