"""Walks the unions of a document and the cases that stand for their branches at once."""

from ..judge.documents import mapping
from .model import value_text
from .parts import Union


class UnionWalk:
    """The part of `Join` that looks for branches."""

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
                self.mark("branches", branch, "degraded", f"'{second}' can't be told from '{first}'")
        self.mark("branches", branch, "generated")

    def _by_kind(self, places, parts, cases, decided) -> str:
        """A union of JSON types: of a `type` that lists several, or of an `enum` with values of several."""
        kinds = {case["signature"]["kind"]: case for case in cases}

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
                    known |= {(body["rawType"], value_text(item["value"])) for item in body["cases"]}
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
