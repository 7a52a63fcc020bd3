"""Joins what is in a document with what was generated: both are walked at once, from the same starting points, and every element
of the document is looked for where Swift has to have it.

An element that several places use has to be there in each of them. The states of an element are, the worst last:

    generated
    beside        it only limits the values of what is declared beside it (`anyOf: [{required: [a]}, …]`): no type of its own
    degraded      plain JSON in Swift, the wrong JSON type, or a branch that cannot be told apart from another
    left out      not there, or never reached
"""

import json
import re

from judge.documents import Location, mapping

from .inventory import Inventory
from .model import KINDS, Model, frozen
from .parts import Union, spelled

STATES = ("generated", "beside", "degraded", "left out")


class Join:
    def __init__(self, inventory: Inventory, model: Model, messages: list):
        self.inventory = inventory
        self.twins = {tuple(re.findall("'([^']*)'", item["message"])[:2]) for item in messages if item["kind"] == "ambiguous-union"}
        self.weakened = []
        self.reader = inventory.reader
        self.model = model
        self.states = {kind: {} for kind in inventory.elements}
        self.verdicts = {}
        for place in inventory.document.components():
            self._component(place)

    def mark(self, kind: str, pointer, state: str, why: str = ""):
        found = self.states[kind]
        pointer = str(pointer)
        if pointer not in found or STATES.index(state) > STATES.index(found[pointer][0]):
            found[pointer] = (state, why)

    def finish(self):
        """What only a body without structure uses is no better than that body."""
        for place, why in self.weakened:
            reached = self.inventory.part(place)
            for kind, pointers in reached.items():
                for pointer in pointers:
                    if pointer not in self.states[kind]:
                        self.mark(kind, pointer, "degraded", why)

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

    # Schemas

    def _component(self, place: Location):
        number = self.model.components.get(str(place))
        if number is None:  # a reference to a schema of another file is declared where it leads
            number = self.model.components.get(str(self.inventory.document.follow(place)[0]))
        if number is not None:
            self.mark("schemas", place, "generated")
            self.walk((place,), {"named": number})
            return
        target = self._renamed(place)
        if target is not None and self.model.components.get(str(target)) is not None:
            self.mark("schemas", place, "generated", "another name of " + str(target))
            self.walk((place,), {"named": self.model.components[str(target)]})

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

    def walk(self, places: tuple, reference, decided: frozenset = frozenset()) -> str:
        """Looks in the type for everything the schemas at `places` say together; returns what is wrong as a whole, or ""."""
        places = tuple(dict.fromkeys(filter(None, map(self.reader.declared, places))))
        plain = self.model.plain(reference)
        key = places, decided, frozen(plain)
        if key not in self.verdicts:
            self.verdicts[key] = ""
            self.verdicts[key] = self._walk(places, plain, decided)
        return self.verdicts[key]

    def _walk(self, places, plain, decided) -> str:
        parts = self.reader.parts(places, decided)
        if parts.is_empty or parts.is_null:
            return ""
        if plain == ("json",):
            return self._json(places, parts)
        if plain[0] == "union":
            return self._union(places, parts, plain, decided)
        for union in parts.unions:
            self._without_union(union, places, parts, plain, decided)
        wrong = getattr(self, "_" + plain[0])(parts, plain)
        for member in parts.members:
            self.mark("schemas", member, "degraded" if wrong else "generated", wrong)
        return wrong

    def _json(self, places, parts) -> str:
        if not parts.says_something:
            for member in parts.members:
                self.mark("schemas", member, "generated")
            return ""
        why = "plain JSON"
        for member in parts.members:
            if self.reader.is_component(member) and member not in places:
                continue
            self.mark("schemas", member, "degraded", why)
        self._weaken(parts, why)
        return why

    def _weaken(self, parts, why):
        """Everything inline in a schema that became plain JSON is so too."""
        for entries in parts.properties.values():
            for entry in entries:
                self.mark("properties", entry, "degraded", why)
                self._weaken_inline(entry)
        for values in parts.values:
            for entry in values:
                self.mark("values", entry.place, "degraded", why)
        for union in parts.unions:
            for branch in union.branches:
                self.mark("branches", branch, "degraded", why)
                self._weaken_inline(branch)
        for entry in parts.maps:
            self.mark("maps", entry, "degraded", why)
            self._weaken_inline(entry)
        for entry in parts.items + parts.prefix:
            self._weaken_inline(entry)
        self._kinds(parts, lambda kind: None, why)

    def _weaken_inline(self, place):
        place = self.reader.declared(place)
        if place and not self.reader.is_component(place):
            self.walk((place,), "json")

    # By the form of the type

    def _scalar(self, parts, plain) -> str:
        allowed = KINDS[plain[1]]
        if parts.kinds is not None and not set(parts.kinds) & set(allowed):
            return f"a {' or '.join(parts.kinds)} became {plain[1]}"
        if parts.kinds is None and (parts.properties or parts.items or parts.prefix):
            return f"an object or array became {plain[1]}"
        for values in parts.values:
            for entry in values:
                fits = plain[1] == "boolean" and isinstance(entry.value, bool)
                self.mark("values", entry.place, "generated" if fits else "left out", f"the type is {plain[1]}")
        self._kinds(parts, lambda kind: kind in allowed, f"the type is {plain[1]}")
        return ""

    def _kinds(self, parts, is_held, why):
        for member in parts.members:
            for kind in self._listed_kinds(member):
                if not parts.can_be(kind):
                    continue
                held = is_held(kind)
                self.mark("branches", member / "type" / kind, "generated" if held else "degraded", "" if held else why)

    def _listed_kinds(self, member) -> list:
        prefix = str(member / "type") + "/"
        kinds = ("string", "integer", "number", "boolean", "array", "object")
        return [kind for kind in kinds if prefix + kind in self.inventory.elements["branches"]]

    def _enumeration(self, parts, plain) -> str:
        body = self.model.body(plain)
        kind = body["rawType"]
        if parts.kinds is not None and kind not in parts.kinds and not (kind == "integer" and "number" in parts.kinds):
            if not (kind == "number" and "integer" in parts.kinds):
                return f"a {' or '.join(parts.kinds)} became values of {kind}"
        known = {case["value"] for case in body["cases"]}
        self._values(parts, lambda value: self._text(value, kind) in known, "the enumeration has it not")
        self._kinds(parts, lambda other: other == kind, f"only values of {kind}")
        return ""

    def _values(self, parts, is_known, why):
        """Of lists that hold together, only what all of them have is expected."""
        texts = [{spelled(entry.value) for entry in values} for values in parts.values]
        common = set.intersection(*texts) if texts else set()
        for values in parts.values:
            for entry in values:
                if isinstance(entry.value, (dict, list)):
                    self.mark("values", entry.place, "beside", "a list of objects or arrays makes no type")
                elif not common or spelled(entry.value) in common:
                    known = is_known(entry.value)
                    self.mark("values", entry.place, "generated" if known else "left out", "" if known else why)

    @staticmethod
    def _text(value, kind) -> str | None:
        if kind == "string":  # a value that is none in a list of strings is taken as the text it is written as
            return value if isinstance(value, str) else json.dumps(value)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return None
        return str(int(value)) if float(value).is_integer() and kind == "integer" else str(value)

    def _array(self, parts, plain) -> str:
        if parts.kinds is not None and "array" not in parts.kinds:
            return f"a {' or '.join(parts.kinds)} became an array"
        wrong = ""
        if parts.items:
            wrong = self.walk(tuple(parts.items), plain[1])
        for entry in parts.prefix:
            wrong = self.walk((entry,), plain[1]) or wrong
        self._kinds(parts, lambda kind: kind == "array", "the type is an array")
        return wrong and "elements: " + wrong.removeprefix("elements: ")

    def _dictionary(self, parts, plain) -> str:
        if parts.kinds is not None and "object" not in parts.kinds:
            return f"a {' or '.join(parts.kinds)} became a dictionary"
        for entries in parts.properties.values():
            for entry in entries:
                self.mark("properties", entry, "left out", "the type is a dictionary")
        wrong = self._maps(parts, plain[1])
        self._values(parts, lambda value: False, "the type is a dictionary")
        self._kinds(parts, lambda kind: kind == "object", "the type is a dictionary")
        return wrong

    def _maps(self, parts, reference) -> str:
        result = ""
        for entry in parts.maps:
            if reference is None:
                self.mark("maps", entry, "left out", "the type has no further members")
                continue
            wrong = self.walk((entry,), reference)
            self.mark("maps", entry, "degraded" if wrong else "generated", wrong)
            result = wrong or result
        return result

    def _structure(self, parts, plain) -> str:
        if parts.kinds is not None and "object" not in parts.kinds:
            return f"a {' or '.join(parts.kinds)} became a structure"
        body = self.model.body(plain)
        known = {item["wireName"]: item for item in body["properties"]}
        for name, entries in parts.properties.items():
            if name not in known:
                for entry in entries:
                    self.mark("properties", entry, "left out", "not in " + ".".join(self.model.path(plain[1])))
                continue
            wrong = self.walk(tuple(entries), known[name]["type"])
            for entry in entries:
                self.mark("properties", entry, "degraded" if wrong else "generated", wrong)
        self._maps(parts, body.get("additionalProperties"))
        self._values(parts, lambda value: False, "the type is a structure")
        self._kinds(parts, lambda kind: kind == "object", "the type is a structure")
        return ""

    # Unions

    def _union(self, places, parts, plain, decided) -> str:
        cases = self.model.body(plain)["cases"]
        pointers = {pointer: case for case in cases for pointer in case.get("pointers", ())}
        for member in parts.members:
            self.mark("schemas", member, "generated")
        unions = [union for union in parts.unions if self._mentions(union, pointers)]
        if unions:
            for union in unions:
                self._branches(union, places, cases, pointers, plain, decided)
            return ""
        if parts.unions:
            for union in parts.unions:
                self._without_union(union, places, parts, plain, decided)
            return ""
        if any("/discriminator/" in pointer for pointer in pointers):
            for case in cases:
                self.walk(places, case["type"], decided)
            return ""
        return self._by_kind(places, parts, cases, decided)

    def _mentions(self, union: Union, pointers) -> bool:
        prefixes = [str(branch) for branch in union.branches]
        prefixes += [str(self.reader.declared(branch)) + "/" for branch in union.branches]
        return any(pointer.startswith(prefix) for pointer in pointers for prefix in prefixes)

    def _branches(self, union, places, cases, pointers, plain, decided):
        decided = decided | {union.key}
        done = {}
        for branch in union.branches:
            target = self.reader.declared(branch)
            case = pointers.get(str(branch)) or pointers.get(f"{union.owner}/{union.keyword}/{branch.tokens[-1]}")
            if case:
                self._case(branch, case, cases)
                self.walk((*places, branch), case["type"], decided)
                done[target] = branch
            elif target in done:
                self.mark("branches", branch, "generated", "the same as " + str(done[target]))
            elif target and self.reader.parts((target,)).unions:
                self.mark("branches", branch, "generated", "its own branches are cases")
                self.walk((target,), {"named": plain[1]})
            else:
                self.mark("branches", branch, "left out", "no case for it")

    def _case(self, branch, case, cases):
        names = {item["name"] for item in cases}
        for first, second in self.twins:
            if second == case["name"] and first in names:
                self.mark("branches", branch, "degraded", f"'{second}' cannot be told from '{first}'")
        self.mark("branches", branch, "generated")

    def _by_kind(self, places, parts, cases, decided) -> str:
        """A union of JSON types: of a `type` that lists several, or of an `enum` with values of several."""
        kinds = {case["kind"]: case for case in cases}

        def case_of(kind):
            return kinds.get(kind) or (kinds.get("number") if kind == "integer" else None) or kinds.get("any")

        self._kinds(parts, case_of, "no case for it")
        for kind in parts.kinds or ():
            if case := case_of(kind):
                self.walk(places, case["type"], decided | {("kind", kind)})
        if parts.values:
            known = set()
            for case in cases:
                plain = self.model.plain(case["type"])
                if plain[0] == "enumeration":
                    body = self.model.body(plain)
                    known |= {(body["rawType"], item["value"]) for item in body["cases"]}
            has_boolean = "boolean" in kinds
            self._values(
                parts,
                lambda value: isinstance(value, bool)
                and has_boolean
                or any((kind, self._text(value, kind)) in known for kind in ("string", "integer", "number")),
                "no case has it",
            )
        elif not parts.kinds and parts.says_something:
            return "a union that no keyword explains"
        return ""

    def _without_union(self, union, places, parts, plain, decided):
        """The branches of a `oneOf` or `anyOf` that is no union in Swift."""
        decided = decided | {union.key}
        itself = [branch for branch in union.branches if self.reader.declared(branch) in parts.members]
        for branch in itself:
            self.mark("branches", branch, "beside", "the union itself")
        branches = [branch for branch in union.branches if branch not in itself]
        if len(branches) == 1:
            wrong = self.walk((*places, branches[0]), self._reference(plain), decided)
            self.mark("branches", branches[0], "degraded" if wrong else "generated", wrong)
            return
        for branch in branches:
            if self._only_limits(branch, parts):
                self.mark("branches", branch, "beside", "only limits what is declared beside it")
                continue
            own = self.reader.parts((branch,))
            if plain[0] in ("scalar", "enumeration") and own.kinds != ["object"] and own.kinds != ["array"]:
                wrong = self.walk((branch,), self._reference(plain))
            elif plain[0] == "union":
                wrong = self.walk((branch,), self._reference(plain))
            else:
                self.walk((*places, branch), self._reference(plain), decided)
                wrong = f"no union, but one {plain[0]}"
            self.mark("branches", branch, "degraded" if wrong else "generated", wrong)

    @staticmethod
    def _reference(plain):
        if plain == ("json",):
            return "json"
        if plain[0] == "scalar":
            return plain[1]
        return {plain[0]: plain[1]} if plain[0] in ("array", "dictionary") else {"named": plain[1]}

    def _only_limits(self, branch, parts) -> bool:
        """Whether a branch demands members or narrows them, and says nothing of its own."""
        target = self.reader.declared(branch)
        if target is None or self.reader.is_component(target):
            return False
        own = self.reader.parts((target,))
        names = set(own.properties) <= set(parts.properties)
        bare = all(not mapping(self.reader.value(entry)).get("properties") for found in own.properties.values() for entry in found)
        limits = own.kinds is None or own.kinds == parts.kinds
        return limits and names and bare and not (own.unions or own.values or own.items or own.prefix or own.maps)
