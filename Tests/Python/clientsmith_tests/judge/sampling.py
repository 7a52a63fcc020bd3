"""Which samples a document gives: the places of its schemas, and for each the values that show all it can be."""

import json
from collections import Counter
from typing import NamedTuple

from .documents import Document, Location
from .facets import Facets, Unmakeable, all_of
from .making import FULL, REQUIRED, Maker
from .pointers import escaped
from .schemas import Schemas

UNHEARD_OF = "unheard-of value"
NESTING = 8  # levels of inline schemas that are varied


class Variation(NamedTuple):
    kind: str
    steps: tuple
    mode: str = REQUIRED


class Sampler:
    def __init__(self, document: Document):
        self.document = document
        self.strict = Schemas(document)
        self.relaxed = Schemas(document, relaxed=True)
        self.maker = Maker(self.strict, self.relaxed)
        self.without = []
        self.counts = Counter()

    def samples(self):
        """The samples as dictionaries, ready to be written, in document order."""
        places = {place: [] for place in self.document.components()}
        directions = {}
        for body in self.document.bodies():
            places.setdefault(body.schema, []).extend(body.examples)
            directions.setdefault(body.schema, set()).add(body.direction)
        self._spread(directions)
        for place, examples in places.items():
            direction = direction_of(directions.get(place, ()))
            found = 0
            for sample in self._of(place, examples):
                found += 1
                self.counts[sample["kind"]] += 1
                yield {"pointer": str(place), "direction": direction, **sample}
            if not found:
                self.without.append(str(place))

    def _spread(self, directions):
        """Gives every schema the directions of the bodies that it is part of."""
        stack = [(place, direction) for place, ways in directions.items() for direction in ways]
        while stack:
            place, direction = stack.pop()
            for target in self.targets(place):
                if direction not in directions.setdefault(target, set()):
                    directions[target].add(direction)
                    stack.append((target, direction))

    def targets(self, place: Location) -> list:
        """The schemas that the one at `place` refers to."""
        found, stack = [], [self.strict.schema(place)]
        while stack:
            schema = stack.pop()
            if isinstance(schema, list):
                stack += schema
            elif isinstance(schema, dict):
                if isinstance(reference := schema.get("$ref"), str) and reference in self.strict.targets:
                    found.append(self.strict.targets[reference])
                stack += [value for key, value in schema.items() if key not in ("examples", "default", "enum", "const")]
        return found

    # The samples of one schema

    def _of(self, place, examples):
        schema = self.strict.schema(place)
        seen = set()
        for variation in self._variations(schema, examples):
            try:
                value = self.maker.make(schema, variation.mode, variation.steps)
                text = json.dumps(value, sort_keys=True, allow_nan=False)
            except (Unmakeable, ValueError):
                continue
            if text in seen:
                continue
            sample = {"kind": variation.kind}
            if at := pointer_in_value(variation.steps):
                sample["at"] = at
            if variation.kind != "unknown-enum" and not self.strict.valid(value, schema):
                if not self.relaxed.valid(value, self.relaxed.schema(place)):
                    continue
                sample["loose"] = True
            seen.add(text)
            yield sample | {"value": value}

    def _variations(self, schema, examples):
        written = schema if isinstance(schema, dict) else {}
        own = written.get("examples", []) + [written[key] for key in ("default",) if key in written]
        for value in [*examples, *own]:
            yield Variation("example", (("value", value),))
        yield Variation("full", (), FULL)
        yield Variation("required", ())
        yield from self._parts(schema, (), 0)

    def _parts(self, schema, steps, nesting, branches=(), skip=frozenset()):
        """How the value at `steps` and the parts of it that are written in place may vary."""
        try:
            facets = self.maker.gather(schema, branches)[0]
        except Unmakeable:
            return
        if not branches:
            yield from self._choices(schema, facets, steps)
        at = steps + branches
        for value in facets.samples:
            if steps and isinstance(value, (dict, list)):
                yield Variation("example", (*at, ("value", value)))
        for name, members in facets.properties.items():
            if name not in skip:
                yield from self._part(all_of(members), (*at, ("property", name)), nesting)
        if facets.items and facets.items[0] is not False:
            yield from self._part(all_of(facets.items), (*at, ("item",)), nesting)
        entries = [item for item in facets.additional if isinstance(item, dict)]
        if entries and not facets.key_patterns:
            yield from self._part(all_of(entries), (*at, ("entry",)), nesting)
        if not branches:
            own = frozenset(facets.properties)
            for union, (choices, *_) in enumerate(facets.unions):
                for number, branch in enumerate(choices):
                    yield from self._branch(schema, branch, steps, nesting, ("branch", union, number), own)

    def _branch(self, schema, branch, steps, nesting, choice, own):
        if self._only_null(branch):
            return
        yield Variation("branch", (*steps, choice))
        try:
            inline = not refers(branch) and Facets().add(branch, self.strict)
        except Unmakeable:
            return
        if inline:
            if inline.allowed is not None:
                yield from self._enumerated(inline, (*steps, choice))
            if choice[2] > 0:
                yield from self._parts(schema, steps, nesting, (choice,), own)

    def _part(self, schema, steps, nesting):
        if self._nullable(schema):
            yield Variation("null", (*steps, ("value", None)))
        if not refers(schema) and nesting < NESTING:
            yield from self._parts(schema, steps, nesting + 1)

    def _choices(self, schema, facets, steps):
        if not steps and self._nullable(schema):
            yield Variation("null", (("value", None),))
        if not facets.unions:
            yield from self._enumerated(facets, steps)
        kinds = [kind for kind in facets.types or () if kind != "null"]
        for kind in kinds if len(kinds) > 1 and facets.allowed is None else ():
            yield Variation("branch", (*steps, ("type", kind)))

    def _enumerated(self, facets, steps):
        values = [value for value in facets.allowed or () if value is not None]
        for value in values:
            yield Variation("enum", (*steps, ("value", value)))
        texts = values and all(isinstance(value, str) for value in values)
        if texts and not facets.constant:
            yield Variation("unknown-enum", (*steps, ("value", UNHEARD_OF)))

    def _nullable(self, schema) -> bool:
        """Whether null is allowed and said to be, not just not ruled out as where anything is."""
        return isinstance(schema, dict) and self.strict.valid(None, schema) and not self.strict.valid(Anything, schema)

    @staticmethod
    def _only_null(schema) -> bool:
        return isinstance(schema, dict) and (schema.get("type") == ["null"] or schema.get("enum") == [None])


class Anything:
    """A value of no JSON type: only a schema that allows everything takes it."""


def refers(schema) -> bool:
    """Whether a schema is another one by reference, at most wrapped in a single `allOf` or made nullable."""
    if not isinstance(schema, dict) or "properties" in schema:
        return False
    if schema.get("nullable"):
        return refers(schema["anyOf"][0])
    if len(schema.get("allOf", ())) == 1:
        return refers(schema["allOf"][0])
    return "$ref" in schema


def direction_of(directions) -> str:
    return next(iter(directions)) if len(directions) == 1 else "both" if directions else "none"


def pointer_in_value(steps) -> str:
    """Where in the value the steps lead, as a JSON pointer."""
    tokens = {"property": lambda step: escaped(step[1]), "item": lambda step: "0"}
    tokens["entry"] = lambda step: "*"
    return "".join("/" + tokens[step[0]](step) for step in steps if step[0] in tokens)
