"""Joins what is in a document with what was generated: both are walked at once, from the same starting points, and every element
of the document is looked for where Swift has to have it.

An element that several places use has to be there in each of them. The states of an element are, the worst last:

    generated
    beside        it only limits the values of what is declared beside it (`anyOf: [{required: [a]}, …]`): no type of its own
    raw           XML: the body is sent or read as bytes, with its media type documented, and what is only in it has no type
    degraded      plain JSON in Swift, the wrong JSON type, or a branch that can't be told apart from another
    left out      not there, or never reached
"""

import re

from ..judge.documents import Location, mapping
from .inventory import Inventory
from .model import Model
from .schemas import SchemaWalk

STATES = ("generated", "beside", "raw", "degraded", "left out")


class Join(SchemaWalk):
    def __init__(self, inventory: Inventory, model: Model, messages: list):
        """After `finish`, `types` has the type that stands for each component and each schema of a JSON body, by its pointer."""
        self.inventory = inventory
        self.twins = {tuple(re.findall("'([^']*)'", item["message"])[:2]) for item in messages if item["kind"] == "ambiguous-union"}
        self.weakened = []
        self.reader = inventory.reader
        self.model = model
        self.states = {kind: {} for kind in inventory.elements}
        self.verdicts = {}
        self.types = {}
        for place in inventory.document.components():
            self._component(place)

    def mark(self, kind: str, pointer, state: str, why: str = ""):
        found = self.states[kind]
        pointer = str(pointer)
        if pointer not in found or STATES.index(state) > STATES.index(found[pointer][0]):
            found[pointer] = (state, why)

    def finish(self):
        """What only a body without structure uses is no better than that body."""
        elsewhere = {kind: set(found) for kind, found in self.states.items()}
        for place, state, why in self.weakened:
            for kind, pointers in self.inventory.part(place).items():
                for pointer in pointers:
                    if pointer not in elsewhere[kind]:
                        self.mark(kind, pointer, state, why)

    def state(self, kind: str, pointer: str) -> tuple:
        return self.states[kind].get(pointer, ("left out", "never reached"))

    def counts(self, kind: str) -> dict:
        counts = dict.fromkeys(STATES, 0)
        for pointer in self.inventory.elements[kind]:
            counts[self.state(kind, pointer)[0]] += 1
        return counts

    def differences(self, kind: str) -> list:
        """Each element that is not generated: pointer, state, reason."""
        states = ((pointer, *self.state(kind, pointer)) for pointer in self.inventory.elements[kind])
        return [found for found in states if found[1] != "generated"]

    # Components

    def _component(self, place: Location):
        number = self.model.components.get(str(place))
        if number is None:  # a reference to a schema of another file is declared where it leads
            number = self.model.components.get(str(self.inventory.document.follow(place)[0]))
        why = ""
        if number is None and (target := self._renamed(place)):
            number, why = self.model.components[str(target)], f"another name of {target}"
        if number is not None:
            self.types[str(place)] = {"named": number}
            self.mark("schemas", place, "generated", why)
            self.walk((place,), {"named": number})

    def _renamed(self, place: Location) -> Location | None:
        """The component that a component does nothing but refer to."""
        written = mapping(self.reader.value(place))
        if written.keys() & {"properties", "enum", "const", "items", "additionalProperties"} or len(written.get("allOf", ())) > 1:
            return None
        parts = self.reader.parts((place,))
        others = [member for member in parts.members if member != place and self.reader.is_component(member)]
        others += [
            self.reader.declared(union.branches[0])
            for union in parts.unions
            if len(union.branches) == 1 and self.reader.is_component(self.reader.declared(union.branches[0]))
        ]
        named = [other for other in others if str(other) in self.model.components]
        return named[0] if named else None
