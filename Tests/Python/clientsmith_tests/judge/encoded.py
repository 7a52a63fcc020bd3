"""Judges values that clients encoded: by their schema, and by the value that had been decoded."""

from .comparing import Comparison
from .documents import Document
from .pointers import escaped
from .schemas import Schemas


class Verdicts:
    def __init__(self, document: Document, null_is_absent: bool = False, formats_by_value: bool = False):
        self.document = document
        self.strict = Schemas(document)
        self.relaxed = Schemas(document, relaxed=True)
        self.ways = {"null_is_absent": null_is_absent, "formats_by_value": formats_by_value}

    def faults(self, line: dict):
        """What is wrong with one line (as `validate.py` describes it), in words."""
        if not {"pointer", "value"} <= line.keys():
            yield "no `pointer` or no `value`"
            return
        place = self.document.parse(line["pointer"])
        if self.document.find(place)[0] is None:
            yield "the document has nothing there"
            return
        schemas = self.relaxed if line.get("loose") else self.strict
        schema, comparison = schemas.schema(place), Comparison(schemas, **self.ways)
        if line.get("kind") != "unknown-enum":
            value = line["value"]
            if "original" in line:
                value = comparison.restored(line["original"], value, schema)
            for error in schemas.errors(value, schema):
                at = "".join(f"/{escaped(str(token))}" for token in error.absolute_path)
                yield f"{at or '/'}: {error.message}"
        elif "original" not in line:
            yield "an unknown-enum needs an `original`"
        if "original" in line:
            for difference in comparison.differences(line["original"], line["value"], schema):
                yield "not as before: " + difference
