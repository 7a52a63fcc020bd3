"""Whether the value a client wrote is the one it read."""

import json

from . import formats
from .declared import applying, element, escaped, is_free, member, required
from .schemas import Schemas


class Comparison:
    """Compares JSON values: numbers by value, members in any order.

    A member that no schema declares may be lost. With `null_is_absent`, a null member that the schema declares, does not
    require and allows to be null is equal to an absent one. With `formats_by_value`, texts the schema calls a date-time are
    compared as moments, and those it calls a uuid without regard to case.
    """

    def __init__(self, schemas: Schemas, null_is_absent: bool = False, formats_by_value: bool = False):
        self.schemas = schemas
        self.null_is_absent = null_is_absent
        self.formats_by_value = formats_by_value

    def differences(self, original, value, schema) -> list:
        """What differs, one line each, with the place in the value as a JSON pointer."""
        return list(self._compare(original, value, applying(self.schemas, [schema]), ""))

    def _compare(self, original, value, several, at):
        if isinstance(original, dict) and isinstance(value, dict):
            yield from self._members(original, value, several, at)
        elif isinstance(original, list) and isinstance(value, list):
            if len(original) != len(value):
                yield f"{at or '/'}: {len(original)} elements became {len(value)}"
            for index, (old, new) in enumerate(zip(original, value, strict=False)):
                yield from self._compare(old, new, applying(self.schemas, element(several, index)), f"{at}/{index}")
        elif not self._same(original, value, several):
            yield f"{at or '/'}: {shown(original)} became {shown(value)}"

    def _members(self, original, value, several, at):
        for name in dict.fromkeys([*original, *value]):
            place = f"{at}/{escaped(name)}"
            if name not in original:
                if not self._absent(value[name], several, name):
                    yield f"{place}: {shown(value[name])} was not there before"
            elif name in value:
                yield from self._compare(original[name], value[name], applying(self.schemas, member(several, name)), place)
            elif not self._absent(original[name], several, name) and self._matters(several, name):
                yield f"{place}: {shown(original[name])} was lost"

    def _absent(self, item, several, name) -> bool:
        """Whether a member is as good as absent."""
        if item is not None or not self.null_is_absent or required(several, name):
            return False
        return any(self.schemas.valid(None, schema) for schema in member(several, name))

    @staticmethod
    def _matters(several, name) -> bool:
        return bool(member(several, name)) or required(several, name) or is_free(several)

    def _same(self, original, value, several) -> bool:
        if isinstance(original, bool) or isinstance(value, bool):
            return original is value
        if original == value:
            return True
        if not (self.formats_by_value and isinstance(original, str) and isinstance(value, str)):
            return False
        named = {schema.get("format") for schema in several}
        moments = formats.instant(original), formats.instant(value)
        if "date-time" in named and None not in moments:
            return moments[0] == moments[1]
        return "uuid" in named and original.lower() == value.lower()


def shown(value) -> str:
    text = json.dumps(value)
    return text if len(text) <= 80 else text[:77] + "..."
