"""The client model the tool writes with `clientsmith model`, as the join needs it."""

import json

SWIFT = {
    "string": "String",
    "boolean": "Bool",
    "integer": "Int",
    "int32": "Int32",
    "int64": "Int64",
    "uint64": "UInt64",
    "double": "Double",
    "float": "Float",
    "decimal": "Decimal",
    "dateTime": "DateTime",
    "date": "CalendarDate",
    "time": "TimeOfDay",
    "duration": "CalendarDuration",
    "uuid": "UUIDText",
    "url": "URLText",
    "base64": "Data",
    "binary": "FileContent",
}
KINDS = dict.fromkeys(("string", "dateTime", "date", "time", "duration", "uuid", "url", "base64", "binary"), ("string",))
KINDS |= dict.fromkeys(("integer", "int32", "int64", "uint64"), ("integer", "number", "string"))
KINDS |= dict.fromkeys(("double", "float", "decimal"), ("integer", "number", "string"))
KINDS["boolean"] = ("boolean",)


class Model:
    def __init__(self, api: dict):
        self.api = api
        self.name = api["name"]
        self.types = api.get("types", [])
        self.components = {}
        for declared in self.types:
            if declared["scope"] == "service":
                self.components.setdefault(declared["pointer"], declared["id"])
        self.groups = api.get("groups", [])
        self.operations = {}
        for operation in (operation for group in self.groups for operation in group.get("operations", ())):
            if "variant" in operation:
                self.operations[operation["pointer"]] = with_variant(self.operations[operation["pointer"]], operation)
            else:
                self.operations[operation["pointer"]] = operation
        self.webhooks = {webhook["pointer"]: webhook for webhook in api.get("webhooks", ())}

    def plain(self, reference):
        """A type without `?`, aliases followed: `("scalar", name)`, `("json",)`, `("array" | "dictionary", reference)`, or
        `("structure" | "enumeration" | "union", id)`."""
        for _ in range(200):
            if isinstance(reference, str):
                return ("json",) if reference == "json" else ("scalar", reference)
            (kind, value), *_ = reference.items()
            if kind == "nullable":
                reference = value
                continue
            if kind in ("array", "dictionary"):
                return kind, value
            shape = self.types[value]["shape"]
            (form, body), *_ = shape.items()
            if form != "alias":
                return form, value
            reference = body
        return ("json",)

    def sent(self) -> set:
        """The declared types that the body of a request holds: there null, absent and a value are told apart."""
        contents = [content for operation in self.operations.values() for content in (operation.get("body") or {}).get("contents", ())]
        stack, found = [number for content in contents for number in numbers(content["type"])], set()
        while stack:
            if (number := stack.pop()) not in found:
                found.add(number)
                stack += numbers(self.types[number]["shape"])
        return found

    def body(self, plain: tuple) -> dict:
        """What a declared type consists of."""
        return self.types[plain[1]]["shape"][plain[0]]

    def path(self, number: int) -> list:
        """The names from the service's type down to a declaration."""
        declared = self.types[number]
        scope = declared["scope"]
        if scope == "service":
            above = [self.name]
        elif "group" in scope:
            above = [self.name, self.groups[scope["group"]]["typeName"]]
        else:
            above = self.path(scope["type"])
        return [*above, declared["name"]]

    def spelled(self, reference) -> str:
        """A type as Swift outside the module writes it."""
        if isinstance(reference, str):
            return "JSONValue" if reference == "json" else SWIFT[reference]
        (kind, value), *_ = reference.items()
        match kind:
            case "nullable":
                return self.spelled(value) + "?"
            case "array":
                return f"[{self.spelled(value)}]"
            case "dictionary":
                return f"[String: {self.spelled(value)}]"
        return ".".join(f"`{name}`" for name in self.path(value))


def media_type(content: dict | None) -> str | None:
    """The media type of a body, or nothing where there is no body."""
    return content["mediaType"]["text"] if content else None


def value_text(value: dict) -> str:
    """A value of an enumeration as text, whatever its type."""
    (held,) = value.values()
    return json.dumps(held) if isinstance(held, bool) else str(held)


def frozen(plain: tuple):
    """The same type as a key."""
    return plain if len(plain) == 1 or not isinstance(plain[1], dict) else (plain[0], str(plain[1]))


def numbers(value):
    """The declared types that a type or a shape names."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from [item] if key == "named" and isinstance(item, int) else numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from numbers(item)


def with_variant(operation: dict, variant: dict) -> dict:
    """An operation with the bodies of its method for another media type beside its own."""
    responses = []
    for own, other in zip(operation.get("responses", ()), variant.get("responses", ()), strict=True):
        added = [item for item in other.get("contents", ()) if item not in own.get("contents", ())]
        branches = [item for item in other.get("branches", ()) if item not in own.get("branches", ())]
        responses.append(own | {"contents": own.get("contents", []) + added, "branches": own.get("branches", []) + branches})
    return operation | {"responses": responses}
