"""Judges what arrived at the server and what the client returned, against the document."""

import base64
import json
from collections import Counter
from functools import cached_property

from ..judge.comparing import Comparison
from ..judge.documents import Document
from ..judge.encoded import Verdicts
from ..judge.sent import Judge

COLUMNS = ("operations", "requests", "accepted", "responses", "read", "errors", "undocumented", "document", "unexplained")


class Verdict:
    """What became of one client's calls.

    `counts` has the operations called, the requests that arrived and were accepted, the responses that were sent and read, of these the
    documented errors and those with an undocumented status, the values that the document contradicts itself about, and the faults that
    nothing explains.
    """

    def __init__(self, document_path, client, sent, told):
        self.document = Document(document_path)
        self.court, self.verdicts = Judge(self.document), Verdicts(self.document)
        self.client = client
        self.faults = [f"{key}: {reason}" for key, reason in client.without]
        self.faults += [f"{self.client.name}: no response could be made for {name}" for name in client.answers.without]
        self.contradictions = []
        self.counts = Counter(dict.fromkeys(COLUMNS, 0))
        self.called = set()
        for key, operation in client.calls.items():
            self.call(key, operation, sent, told)
        self.counts["operations"] = len(self.called)
        self.counts["document"] = len(self.contradictions)
        self.counts["unexplained"] = len(self.faults)

    @cached_property
    def relaxed_court(self):
        """Judges requests whose values the document contradicts itself about."""
        return Judge(self.document, relaxed=True)

    def call(self, key, operation, sent, told):
        self.called.add(key.partition(".")[2].rpartition(".")[0])
        if reasons := self.client.contradicted[key]:
            self.contradictions.append((key, reasons))
        for number in range(max(1, len(self.client.responses[key]))):
            self.request(f"{key}#{number}", operation, sent, told, self.relaxed_court if reasons else self.court)
        for number, response in enumerate(self.client.responses[key]):
            self.response(f"{key}#{number} ({response.status} {response.media})", response, told.get(f"{key}#{number}"))

    def request(self, key, operation, sent, told, court):
        if not sent[key]:
            self.faults.append(f"{key}: nothing was sent: {told.get(key, {}).get('text')}")
        for request in sent[key]:
            faults = court.judge(request | operation)[1]
            self.counts["requests"] += 1
            self.counts["accepted"] += not faults
            self.faults += [f"{key}: {fault}" for fault in faults]

    def response(self, key, response, outcome):
        wrong = list(self.outcome(response, outcome))
        self.counts["responses"] += 1
        self.counts["read"] += not wrong
        self.counts["errors"] += response.meaning in ("failure", "documentedStatus") and not wrong
        self.counts["undocumented"] += response.meaning == "undocumented" and not wrong
        self.faults += [f"{key}: {fault}" for fault in wrong]
        if response.contradicted:
            self.contradictions.append((key, response.contradicted))
        elif response.loose:
            self.faults.append(f"{key}: the value is invalid, and no contradiction of the document explains it")

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
