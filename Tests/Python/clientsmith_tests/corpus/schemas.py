"""Walks schemas and the types that stand for them at once: structures, dictionaries, arrays, enumerations and scalars."""

import json

from .model import KINDS, frozen, value_text
from .parts import spelled
from .unions import UnionWalk


class SchemaWalk(UnionWalk):
    """The part of `Join` that looks in a type for what schemas say."""

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
        known = {value_text(case["value"]) for case in body["cases"]}
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
        known = {item["wireName"]: item for item in body.get("properties", ())}
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
