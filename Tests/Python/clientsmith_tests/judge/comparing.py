"""Whether the value a client wrote is the one it read."""

import ctypes
import json

from . import formats
from .declared import applying, element, is_free, member, required
from .pointers import escaped
from .schemas import Schemas

CONDITIONS = {"required", "title", "description", "$comment"}  # all that a schema has which only says what others must have


class Comparison:
    """Compares JSON values: numbers by value, members in any order.

    A member that no schema declares may be lost. With `null_is_absent`, a null member is equal to an absent one where the
    schema that declares it does not require it; so it is for members that are `readOnly` in any case. With `formats_by_value`, texts the schema calls a
    date-time are compared as moments, and those it calls a uuid without regard to case; else the letters of a uuid may only become small.
    """

    def __init__(self, schemas: Schemas, null_is_absent: bool = False, formats_by_value: bool = False):
        self.schemas = schemas
        self.null_is_absent = null_is_absent
        self.formats_by_value = formats_by_value

    def differences(self, original, value, schema) -> list:
        """What differs, one line each, with the place in the value as a JSON pointer."""
        return list(self._compare(original, value, [schema], ""))

    def restored(self, original, value, schema):
        """The value with the null members it lost, where these are as good as absent."""
        return self._restored(original, value, [schema])

    def _applying(self, value, schemas) -> list:
        return applying(self.schemas, schemas, lambda branch: self.schemas.valid(value, branch))

    def _compare(self, original, value, schemas, at):
        several = self._applying(original, schemas)
        if isinstance(original, dict) and isinstance(value, dict):
            yield from self._members(original, value, several, at)
        elif isinstance(original, list) and isinstance(value, list):
            if len(original) != len(value):
                yield f"{at or '/'}: {len(original)} elements became {len(value)}"
            for index, (old, new) in enumerate(zip(original, value, strict=False)):
                yield from self._compare(old, new, element(several, index), f"{at}/{index}")
        elif not self._same(original, value, several):
            yield f"{at or '/'}: {shown(original)} became {shown(value)}"

    def _members(self, original, value, several, at):
        for name in dict.fromkeys([*original, *value]):
            place = f"{at}/{escaped(name)}"
            if name not in original:
                if not self._absent(value, name, several):
                    yield f"{place}: {shown(value[name])} was not there before"
            elif name in value:
                yield from self._compare(original[name], value[name], member(several, name), place)
            elif not self._absent(original, name, several) and self._matters(several, name):
                yield f"{place}: {shown(original[name])} was lost"

    def _restored(self, original, value, schemas):
        several = self._applying(original, schemas)
        if isinstance(original, list) and isinstance(value, list) and len(original) == len(value):
            pairs = enumerate(zip(original, value, strict=True))
            return [self._restored(old, new, element(several, index)) for index, (old, new) in pairs]
        if not isinstance(original, dict) or not isinstance(value, dict):
            return value
        found = {
            name: self._restored(original[name], item, member(several, name)) if name in original else item
            for name, item in value.items()
        }
        lost = [name for name in original if name not in value and self._absent(original, name, several)]
        return found | dict.fromkeys(lost)

    def _absent(self, item: dict, name: str, several: list) -> bool:
        """Whether a member of an object is as good as absent."""
        declaring = member(several, name)
        if item[name] is not None or not any(self.schemas.valid(None, schema) for schema in declaring):
            return False
        if not (self.null_is_absent or any(schema.get("readOnly") for schema in applying(self.schemas, declaring))):
            return False
        return not required([schema for schema in several if schema.keys() - CONDITIONS], name)

    @staticmethod
    def _matters(several, name) -> bool:
        return bool(member(several, name)) or required(several, name) or is_free(several)

    def _same(self, original, value, several) -> bool:
        if isinstance(original, bool) or isinstance(value, bool):
            return original is value
        if original == value:
            return True
        named = {schema.get("format") for schema in several}
        if "float" in named and isinstance(original, (int, float)) and isinstance(value, (int, float)):
            return single(original) == single(value)
        if "uuid" in named and isinstance(original, str) and value == original.lower():
            return True  # which RFC 9562, section 4, asks of writers
        if not (self.formats_by_value and isinstance(original, str) and isinstance(value, str)):
            return False
        moments = formats.instant(original), formats.instant(value)
        if "date-time" in named and None not in moments:
            return moments[0] == moments[1]
        return "uuid" in named and original.lower() == value.lower()


def single(number: float) -> float:
    """The number of single precision next to a number."""
    return ctypes.c_float(number).value


def shown(value) -> str:
    text = json.dumps(value)
    return text if len(text) <= 80 else text[:77] + "..."
