"""A Swagger 2.0 document as the OpenAPI 3.0 document that means the same, for validators that know only the latter.

References to parameters and answers are replaced by what they name; those to definitions become those to component schemas.
"""

from .documents import METHODS, Document, Location, mapping, texts

STYLES = {"csv": ("form", False), "multi": ("form", True), "ssv": ("spaceDelimited", False), "pipes": ("pipeDelimited", False)}
IN_SCHEMA = ("type", "format", "items", "enum", "default", "pattern", "multipleOf", "uniqueItems")
IN_SCHEMA += ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems")


def of_the_body(parameter: dict) -> bool:
    """Whether a header parameter is one that OpenAPI 3 ignores, since bodies and credentials say it (Parameter Object)."""
    return parameter.get("in") == "header" and str(parameter.get("name")).lower() in ("accept", "content-type", "authorization")


class Conversion:
    def __init__(self, document: Document):
        self.document = document
        self.root = document.root

    def document_3(self) -> dict:
        schemes = texts(self.root.get("schemes")) or ["https"]
        base = self.root.get("host", "localhost") + self.root.get("basePath", "")
        return {
            "openapi": "3.0.3",
            "info": self.root.get("info", {}),
            "servers": [{"url": f"{scheme}://{base}"} for scheme in schemes],
            "security": self.root.get("security", []),
            "paths": {path: self.path(Location("", ("paths", path))) for path in mapping(self.root.get("paths"))},
            "components": {
                "schemas": {name: self.schema(item) for name, item in mapping(self.root.get("definitions")).items()},
                "securitySchemes": {
                    name: self.scheme(item) for name, item in mapping(self.root.get("securityDefinitions")).items()
                },
            },
        }

    def path(self, place: Location) -> dict:
        place, item = self.document.follow(place)
        shared = self.parameters(place)
        result = {}
        for method, operation in mapping(item).items():
            if method in METHODS and isinstance(operation, dict):
                result[method] = self.operation(place / method, operation, shared)
        return result

    def parameters(self, owner: Location) -> list:
        written = self.document.find(owner / "parameters")[1]
        return [self.document.follow(owner / "parameters" / index)[1] or {} for index in range(len(written or []))]

    def operation(self, place, operation, shared) -> dict:
        own = self.parameters(place)
        overridden = {(parameter.get("name"), parameter.get("in")) for parameter in own}
        parameters = own + [item for item in shared if (item.get("name"), item.get("in")) not in overridden]
        result = {key: operation[key] for key in ("operationId", "deprecated", "security") if key in operation}
        kept = [item for item in parameters if item.get("in") in ("query", "header", "path") and not of_the_body(item)]
        result["parameters"] = [self.parameter(item) for item in kept]
        if body := self.body(operation, parameters):
            result["requestBody"] = body
        result["responses"] = {"default": {"description": ""}}
        return result

    def parameter(self, written) -> dict:
        result = {key: written[key] for key in ("name", "in", "required", "allowEmptyValue") if key in written}
        result["schema"] = self.value_schema(written)
        if written.get("type") == "array" and written["in"] == "query":
            collection = written.get("collectionFormat", "csv")
            if collection not in STYLES:
                return result | {"schema": {"type": "string"}}
            result["style"], result["explode"] = STYLES[collection]
        return result

    def value_schema(self, written) -> dict:
        schema = {key: written[key] for key in IN_SCHEMA if key in written}
        if schema.get("type") == "file":
            return {"type": "string", "format": "binary"}
        if "items" in schema:
            schema["items"] = self.value_schema(mapping(schema["items"]))
        return schema

    def body(self, operation, parameters) -> dict | None:
        consumes = texts(operation.get("consumes", self.root.get("consumes"))) or ["application/json"]
        body = next((item for item in parameters if item.get("in") == "body"), None)
        if body:
            schema = self.schema(body.get("schema", {}))
            return {"required": body.get("required", False), "content": {name: {"schema": schema} for name in consumes}}
        fields = [item for item in parameters if item.get("in") == "formData"]
        if not fields:
            return None
        needed = [item["name"] for item in fields if item.get("required")]
        schema = {"type": "object", "properties": {item["name"]: self.value_schema(item) for item in fields}}
        if needed:
            schema["required"] = needed
        files = any(item.get("type") == "file" for item in fields)
        forms = [name for name in consumes if "form" in name]
        usual = "multipart/form-data" if files else "application/x-www-form-urlencoded"
        return {"required": bool(needed), "content": {name: {"schema": schema} for name in forms or [usual]}}

    def schema(self, written):
        if isinstance(written, list):
            return [self.schema(item) for item in written]
        if not isinstance(written, dict):
            return written
        result = {key: self.schema(item) for key, item in written.items()}
        if isinstance(result.get("$ref"), str):
            result["$ref"] = result["$ref"].replace("#/definitions/", "#/components/schemas/")
        if isinstance(result.get("discriminator"), str):
            result["discriminator"] = {"propertyName": result["discriminator"]}
        if result.get("x-nullable") is True:
            result["nullable"] = True
        if result.get("type") == "file":
            result |= {"type": "string", "format": "binary"}
        return result

    @staticmethod
    def scheme(written) -> dict:
        if written.get("type") == "basic":
            return {"type": "http", "scheme": "basic"}
        if written.get("type") == "oauth2":
            return {"type": "oauth2", "flows": {}}
        return written
