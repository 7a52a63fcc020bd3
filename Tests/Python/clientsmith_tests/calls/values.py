"""Values for the arguments of operations, made from the document by the sampler of the judge."""

import base64

from ..judge.contradictions import Contradictions
from ..judge.documents import METHODS, Document, Location, mapping
from ..judge.facets import Unmakeable
from ..judge.making import FULL, REQUIRED
from ..judge.readable import has_place
from ..judge.sampling import Sampler
from ..judge.swagger2 import Conversion

__all__ = ["FULL", "REQUIRED", "Arguments", "Unmakeable", "adapted"]


class Arguments:
    """The values of one document's parameters and bodies.

    `contradicted` gathers why the document rejects values that were made from it; what nothing explains is left to the judge.
    """

    def __init__(self, document: Document):
        self.document = document
        self.sampler = Sampler(document)
        self.contradictions = Contradictions(self.sampler.strict, self.sampler.maker)
        self.contradicted = []
        self.conversion = Conversion(document) if document.version == (2, 0) else None
        self.places = {}
        for place, operation, called in document.operations():
            method, below = place.tokens[-1], place.tokens[2:-1]
            if not called and (method in METHODS or below[-1:] == ("additionalOperations",)):
                path = place.tokens[1] if place.tokens[:1] == ("paths",) and len(below) < 2 else None
                for template in mapping(document.root.get("paths")) if path is None else [path]:
                    at, _ = document.find(Location("", ("paths", template, *below, method)))
                    if path or at == place:
                        self.places[method.upper() if method in METHODS else method, template] = place, operation

    def declared(self, place: Location):
        """The parameters of an operation as (location, object), its own before those of its path."""
        seen = set()
        for owner in (place, self.document.path_item(place)):
            for index in range(len(self.document.find(owner / "parameters")[1] or [])):
                at, parameter = self.document.follow(owner / "parameters" / index)
                key = mapping(parameter).get("name"), mapping(parameter).get("in")
                if at and key not in seen:
                    seen.add(key)
                    yield at, parameter

    def make(self, schema, mode):
        value = self.sampler.maker.make(schema, mode)
        if not self.sampler.strict.valid(value, schema):
            reasons, others = self.contradictions.of(value, schema)
            self.contradicted += [] if others else reasons
        return value

    def parameter(self, place: Location, name: str, where: str, mode):
        for at, parameter in self.declared(place):
            if parameter.get("name") == name and parameter.get("in") == where:
                schema = self.parameter_schema(at, parameter)
                value = self.make(schema, mode)
                if where in ("path", "query") and value == []:
                    value = self.make(schema, FULL)  # an empty list is not sent
                if where == "query" and value == "":
                    raise Unmakeable  # which openapi-core refuses without `allowEmptyValue`
                return value
        if where == "path":
            return name  # it stands in the template alone
        raise Unmakeable

    def placeless(self, place: Location, template: str) -> list:
        """Why required parameters of a path cannot be sent."""
        declared = [parameter["name"] for _, parameter in self.declared(place) if not has_place(parameter, template)]
        return [f"{place} requires the path parameter {name!r}, and {template} has no place for it" for name in declared]

    def parameter_schema(self, at: Location, parameter: dict):
        if "schema" in parameter:
            return self.sampler.strict.convert(*self.schema_at(at / "schema"))
        if "content" in parameter:
            media = next(iter(parameter["content"]))
            return self.sampler.strict.convert(*self.schema_at(at / "content" / media / "schema"))
        return self.sampler.strict.convert(self.conversion.value_schema(parameter), at)

    def schema_at(self, place: Location):
        at, value = self.document.find(place)
        return value, at

    def body(self, place: Location, media: str, mode):
        if self.conversion:
            for at, parameter in self.declared(place):
                if parameter.get("in") == "body":
                    return self.make(self.sampler.strict.convert(*self.schema_at(at / "schema")), mode)
            fields = [(at, item) for at, item in self.declared(place) if item.get("in") == "formData"]
            wanted = [(at, item) for at, item in fields if mode == FULL or item.get("required")]
            return {item["name"]: self.field(at, item, mode) for at, item in wanted}
        at, _ = self.document.follow(place / "requestBody")
        at, content = self.document.follow(at / "content" / media)
        key = "schema" if "schema" in mapping(content) else "itemSchema"
        if key not in mapping(content):
            raise Unmakeable
        return self.make(self.sampler.strict.convert(*self.schema_at(at / key)), mode)

    def field(self, at, written, mode):
        return self.make(self.sampler.strict.convert(self.conversion.value_schema(written), at), mode)


def adapted(value, kind, types):
    """A sample as the client takes it in: bytes as Base64, and without what is never sent."""
    if kind == "binary":
        return base64.b64encode(str(value).encode()).decode()
    if not isinstance(kind, dict) or value is None:
        return value
    if "array" in kind and isinstance(value, list):
        return [adapted(item, kind["array"], types) for item in value]
    if "dictionary" in kind and isinstance(value, dict):
        return {name: adapted(item, kind["dictionary"], types) for name, item in value.items()}
    if "nullable" in kind:
        return adapted(value, kind["nullable"], types)
    shape = types[kind["named"]]["shape"] if "named" in kind else {}
    if "alias" in shape:
        return adapted(value, shape["alias"], types)
    if "union" in shape and isinstance(value, dict):
        return adapted(value, fitting(value, shape["union"], types), types)
    if "structure" in shape and isinstance(value, dict):
        properties = {item["wireName"]: item for item in shape["structure"].get("properties", ())}
        return {
            name: adapted(item, properties[name]["type"], types) if name in properties else item
            for name, item in value.items()
            if not properties.get(name, {}).get("isReadOnly")
        }
    return value


def fitting(value, union, types):
    """The first branch of a union that knows every member of an object."""
    for case in union["cases"]:
        kind = case["type"]
        while isinstance(kind, dict) and "named" in kind and "alias" in types[kind["named"]]["shape"]:
            kind = types[kind["named"]]["shape"]["alias"]
        shape = types[kind["named"]]["shape"] if isinstance(kind, dict) and "named" in kind else {}
        known = {item["wireName"] for item in shape.get("structure", {}).get("properties", ())}
        if value.keys() <= known:
            return kind
    return "json"
