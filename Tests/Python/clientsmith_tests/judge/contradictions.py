"""Why a document itself rejects a value that was made from it: two of its demands that no value can meet together.

- One part of an `allOf` has `additionalProperties: false` and another part declares or requires a member that the first one does not have
  (JSON Schema 2020-12, section 10.3.2.3: the keyword sees the `properties` beside it alone).
- The branches of a `oneOf` accept what the other ones describe, so that exactly one never does.
- A `format` and a `pattern` exclude each other.
- The branch of a union that a value was made for has such a contradiction.
"""

from . import declared
from .facets import Unmakeable, all_of, comment
from .making import FULL, REQUIRED, Maker
from .pointers import escaped
from .schemas import Schemas

CLOSING = ("additionalProperties", "unevaluatedProperties")
UNIONS = ("anyOf", "oneOf")
MOST = 8  # unions within unions that are looked into


class Contradictions:
    def __init__(self, schemas: Schemas, maker: Maker):
        self.schemas = schemas
        self.maker = maker

    def of(self, value, schema) -> tuple:
        """The contradictions that make a value invalid, and the errors that none of them explains, in words."""
        return self._of(value, [schema], schema, "", 0)

    def _of(self, value, several, schema, at, depth):
        """What is wrong with a value by one of the schemas that hold for it."""
        reasons, others = [], []
        for error in self.schemas.errors(value, schema):
            place = at + "".join(f"/{escaped(str(token))}" for token in error.absolute_path)
            found = self._reasons(error, declared.within(self.schemas, several, error.absolute_path, conjoined), place, depth)
            reasons += found
            others += [] if found else [f"{place or '/'}: {error.message}"]
        return list(dict.fromkeys(reasons)), list(dict.fromkeys(others))

    def _reasons(self, error, several, at, depth) -> list:
        if error.validator in CLOSING and error.validator_value is False:
            return self._closed(error, several, at)
        if error.validator in ("format", "pattern"):
            return self._unwritable(several, at)
        if error.validator in UNIONS and depth < MOST:
            accepting = [branch for branch in error.validator_value if self.schemas.valid(error.instance, branch)]
            return self._overlapping(error, accepting, at) if accepting else self._none(error, several, at, depth)
        return []

    def _closed(self, error, several, at) -> list:
        """Each member that one part forbids and another part has; nothing unless that is true of all of them."""
        several = declared.applying(self.schemas, [*several, error.schema])
        reasons = []
        for name in error.instance:
            if declared.member([{**error.schema, error.validator: False}], name):
                continue
            requiring = next((schema for schema in several if name in schema.get("required", ())), None)
            declaring = next((schema for schema in several if name in schema.get("properties", ())), requiring)
            if declaring is None:
                return []
            verb = "requires" if requiring else "declares"
            reasons.append(f"{at or '/'}: {comment(error.schema)} forbids {name!r}, which {comment(requiring or declaring)} {verb}")
        return reasons

    def _unwritable(self, several, at) -> list:
        """A format and a pattern of the same text; the maker has tried both."""
        together = conjoined(self.schemas, several)
        found = {key: schema for schema in together for key in ("format", "pattern") if key in schema}
        if len(found) < 2:
            return []
        words = " and ".join(f"{key} {schema[key]!r} of {comment(schema)}" for key, schema in sorted(found.items()))
        return [f"{at or '/'}: {words} exclude each other"]

    def _overlapping(self, error, accepting, at) -> list:
        """Two branches that accept what the other one describes."""
        rest = {key: value for key, value in error.schema.items() if key != error.validator}
        for one, other in zip(accepting, accepting[1:], strict=False):
            if self._describes(one, rest, other) and self._describes(other, rest, one):
                return [f"{at or '/'}: {comment(one)} and {comment(other)} accept the same values, and one alone has to"]
        return []

    def _describes(self, branch, rest, other) -> bool:
        """Whether all valid values that are made for a branch are accepted by another one."""
        whole = all_of([branch, rest])
        made = [value for schema in (branch, whole) for mode in (FULL, REQUIRED) for value in self._made(schema, mode)]
        return bool(made) and all(self.schemas.valid(value, other) for value in made)

    def _made(self, schema, mode):
        try:
            value = self.maker.make(schema, mode)
        except Unmakeable:
            return
        if self.schemas.valid(value, schema):
            yield value

    def _none(self, error, several, at, depth) -> list:
        """The contradictions of the branch that a value was made for: one that nothing else keeps from accepting it."""
        several = [without(schema, error.validator_value) for schema in conjoined(self.schemas, several)]
        for branch in error.validator_value:
            reasons, others = self._of(error.instance, [*several, branch], branch, at, depth + 1)
            if reasons and not others:
                return reasons
        return []


def conjoined(schemas: Schemas, several: list) -> list:
    """The schemas that hold together with these: not those of the branches of unions."""
    found, stack = [], list(several)
    while stack:
        schema = stack.pop()
        if isinstance(schema, dict) and not any(schema is other for other in found):
            found.append(schema)
            stack += [schemas[schema["$ref"]]] if "$ref" in schema else []
            stack += schema.get("allOf", ())
            stack += schema["anyOf"][:1] if schema.get("nullable") else []
    return found


def without(schema: dict, branches: list) -> dict:
    """What a schema says beside a union, what it refers to, and what it is composed of."""
    return {key: value for key, value in schema.items() if key not in ("$ref", "allOf") and value is not branches}
