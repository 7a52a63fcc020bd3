"""A document as openapi-core can work with it: what it trips over is put right, what it cannot read is kept from it."""

import re

from .documents import METHODS, Document, Location, is_json, mapping
from .schemas import relax

HOST = "http://judge.invalid"
ELSEWHERE = "x-other-files"
UNREAD = ("label", "matrix", "spaceDelimited")
NUMBER = r"^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$"
DEEPEST = 12  # forms within forms


class Readable:
    """`contents` is the document, `json_types` the JSON media types beside the usual one that it names, `text_types` those of the parts of forms.

    - Servers differ in their paths alone, so that a request to any host is judged.
    - Versions are texts, authentication schemes in small letters, media types without parameters.
    - What references to other files name is copied into the document, so that all of this holds for it too.
    - Values of parameters in the styles label, matrix and spaceDelimited, of objects in exploded forms, and of unions with
      objects in the style simple, may be anything: openapi-core looks for them where they are not.
    - Bodies of bytes may be anything, since it takes the bytes for no text; and so may forms that are a union, whose values it
      compares before they are numbers.
    - Forms that are composed of others are one object. Their members are described as the text that openapi-core leaves them.
    - A discriminator without a mapping is skipped: real documents rarely name their schemas as it would need.
    - `additionalOperations` are methods beside the others.
    - With `relaxed`, schemas are as in `Schemas(relaxed=True)`, and path parameters that no path has a place for are left out.
    - `readOnly` is kept for properties alone, the only schemas it is relevant for (OpenAPI 3.0, "Schema Object").
    """

    def __init__(self, document: Document, written: dict, relaxed: bool = False):
        self.document = document
        self.relaxed = relaxed
        self.json_types, self.text_types = set(), set()
        self.copied, self.copies = {}, []
        result = self._readable({**written, "info": {"title": "", "version": "1"}}, "")
        result["servers"] = servers(written) or [{"url": HOST}]
        for template, item in mapping(result.get("paths")).items():
            for owner in [item, *(mapping(item).get(method) for method in METHODS)]:
                if isinstance(owner, dict) and (found := servers(owner)):
                    owner["servers"] = found
                if relaxed and isinstance(mapping(owner).get("parameters"), list):
                    owner["parameters"] = [one for one in owner["parameters"] if has_place(self._target(mapping(one)), template)]
        for scheme in mapping(mapping(result.get("components")).get("securitySchemes")).values():
            if isinstance(mapping(scheme).get("scheme"), str):
                scheme["scheme"] = scheme["scheme"].lower()
        self.contents = result | {ELSEWHERE: dict(self._elsewhere())}

    def _elsewhere(self):
        """The values in other files that are referred to; while they are read, further ones turn up."""
        for number, place in enumerate(self.copies):
            at, value = self.document.find(place)
            yield str(number), self._readable(value, at.file if at else "")

    def _readable(self, value, file: str):
        """A value of the document that is written in a file."""
        if isinstance(value, list):
            return [self._readable(item, file) for item in value]
        if not isinstance(value, dict):
            return value
        result = {key: item if key == "enum" and isinstance(item, list) else self._readable(item, file) for key, item in value.items()}
        if isinstance(value.get("$ref"), str):
            result["$ref"] = self._reference(value["$ref"], file)
        if isinstance(value.get("propertyName"), str) and isinstance(value.get("mapping"), dict):
            result["mapping"] = {name: self._mapped(target, file) for name, target in value["mapping"].items()}
        if isinstance(result.get("readOnly"), bool):
            del result["readOnly"]
        if isinstance(result.get("properties"), dict):
            written = mapping(value["properties"])
            result["properties"] = {name: self._property(item, written[name]) for name, item in result["properties"].items()}
        if result.keys() & {"oneOf", "anyOf"} and "mapping" not in mapping(result.get("discriminator", {"mapping": {}})):
            del result["discriminator"]
        if self.relaxed:
            relax(result)
        if isinstance(result.get("additionalOperations"), dict):
            result |= {method.lower(): operation for method, operation in result["additionalOperations"].items()}
        if isinstance(result.get("content"), dict):
            result["content"] = self._content(result["content"])
        if isinstance(result.get("name"), str) and isinstance(result.get("in"), str) and isinstance(result.get("schema"), dict):
            self._parameter(result)
        return result

    def _reference(self, reference: str, file: str) -> str:
        """The reference to the copy, where another file is named."""
        place = self.document.parse(reference, file)
        if place is None or not place.file:
            return "#" + reference.partition("#")[2] if place else reference
        if place not in self.copied:
            self.copied[place] = f"#/{ELSEWHERE}/{len(self.copies)}"
            self.copies.append(place)
        return self.copied[place]

    def _mapped(self, target, file: str):
        """A target of a discriminator, which is a reference or the name of a component."""
        return self._reference(target, file) if isinstance(target, str) and ("/" in target or "#" in target or "." in target) else target

    def _property(self, readable, written):
        """A property, which is read-only where it or the schema it names says so."""
        if not isinstance(readable, dict) or True not in (mapping(written).get("readOnly"), self._target(readable).get("readOnly")):
            return readable
        return {"allOf": [readable], "readOnly": True} if "$ref" in readable else {**readable, "readOnly": True}

    def _content(self, content):
        result = {}
        for name, media in content.items():
            plain = name.partition(";")[0].strip()
            result[name if plain in content else plain] = self._media(plain, media)
            if is_json(plain):
                self.json_types.add(plain)
        return result

    def _media(self, name, media):
        schema = self._target(mapping(mapping(media).get("schema")))
        kind = name.partition("/")[0]
        is_form = kind == "multipart" or name == "application/x-www-form-urlencoded"
        is_other = not is_json(name) and not is_form and kind != "text"
        if is_other and schema.get("type") in ("string", ["string"]) or is_form and schema.keys() & {"oneOf", "anyOf"}:
            return {**media, "schema": {}}
        if not is_form or not schema:
            return media
        encodings = {name: mapping(encoding) for name, encoding in mapping(media.get("encoding")).items()}
        written = ",".join(str(encoding.get("contentType", "")) for encoding in encodings.values())
        self.text_types |= {text.strip() for text in written.split(",") if text.strip() and not is_json(text)}
        return {**media, "schema": self._form(media["schema"], kind == "multipart", encodings)}

    def _form(self, schema, is_multipart: bool, encodings: dict) -> dict:
        """One object for a form that is composed of others, with members that accept what openapi-core makes of the fields."""
        properties, required = {}, []
        for part in self._parts(schema):
            required += [name for name in part.get("required") or () if name not in required]
            for name, member in mapping(part.get("properties")).items():
                if name not in properties:
                    properties[name] = self._field(mapping(member), is_multipart) if name not in encodings else member
        whole = {key: value for key, value in next(self._parts(schema)).items() if key not in ("$ref", "allOf", "required")}
        return {**whole, **({"properties": properties} if properties else {}), **({"required": required} if required else {})}

    def _parts(self, schema, depth=0):
        """A readable schema and those it is composed of."""
        schema = self._readable(self._target(schema), self._file(schema)) if "$ref" in schema else schema
        yield schema
        for part in schema.get("allOf") or () if depth < DEEPEST else ():
            yield from self._parts(mapping(part), depth + 1)

    def _field(self, member: dict, is_multipart: bool) -> dict:
        """A member of a form: openapi-core leaves the parts of a multipart body as text, and takes an absent list for an empty one."""
        target = self._target(member)
        kinds = [target["type"]] if isinstance(target.get("type"), str) else target.get("type") or []
        is_nullable = target.get("nullable") is True or "null" in kinds
        kinds = [kind for kind in kinds if kind != "null"]
        if kinds and kinds[0] in ("integer", "number", "boolean") and (is_nullable or len(kinds) > 1):
            return {}
        if not is_multipart:
            return member
        if any(self._is_cast(branch) for keyword in ("oneOf", "anyOf") for branch in target.get(keyword) or ()):
            return {}
        match kinds:
            case ["integer" | "number"]:
                return {"type": "string", "pattern": NUMBER}
            case ["boolean"]:
                return {"type": "string", "enum": ["true", "false"]}
            case ["array"] if "items" in target:
                return {"type": "array", "items": self._field(mapping(next(self._parts(member))["items"]), True)}
        return member

    def _is_cast(self, branch) -> bool:
        """Whether a branch of a union is anything but text."""
        return self._target(mapping(branch)).get("type") not in ("string", ["string"])

    def _target(self, schema):
        """What a readable schema refers to, as it is written."""
        place = self._place(schema)
        return mapping(self.document.follow(place)[1]) if place else schema

    def _file(self, schema) -> str:
        place = self._place(schema)
        return (place and self.document.follow(place)[0] or Location("", ())).file

    def _place(self, schema) -> Location | None:
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            return None
        _, is_copy, number = reference.partition(f"#/{ELSEWHERE}/")
        return self.copies[int(number)] if is_copy else self.document.parse(reference)

    def _parameter(self, parameter):
        style = parameter.get("style", "form" if parameter["in"] in ("query", "cookie") else "simple")
        exploded = style == "form" and parameter.get("explode", True) and self._is_object(parameter["schema"])
        if style in UNREAD or exploded or style == "simple" and self._is_union_with_object(parameter["schema"]):
            parameter["schema"] = {}
            for key in ("style", "explode"):
                parameter.pop(key, None)
            if parameter["in"] != "path":
                parameter["required"] = False
        elif style == "deepObject":
            parameter["explode"] = True  # says nothing for this style, but openapi-core asks for it

    def _is_union_with_object(self, schema) -> bool:
        schema = self._target(schema)
        branches = [branch for keyword in ("oneOf", "anyOf") for branch in schema.get(keyword) or ()]
        return any(self._is_object(mapping(branch)) for branch in branches)

    def _is_object(self, schema) -> bool:
        schema = self._target(schema)
        return schema.get("type") in ("object", ["object"]) or "properties" in schema or "allOf" in schema


def has_place(parameter: dict, template: str) -> bool:
    """Whether a parameter can be sent, as far as its path is concerned."""
    return parameter.get("in") != "path" or f"{{{parameter.get('name')}}}" in template


def servers(owner: dict) -> list:
    written = owner.get("servers")
    paths = {base_path(server): server for server in (written if isinstance(written, list) else ()) if isinstance(server, dict)}
    return [{**server, "url": HOST + path} for path, server in paths.items()]


def base_path(server: dict) -> str:
    url = server.get("url", "")
    if "/" not in url:
        for name, variable in mapping(server.get("variables")).items():
            url = url.replace("{" + name + "}", str(mapping(variable).get("default", "")))
    match = re.match(r"(?:[^/]*:)?//[^/]*(.*)", url)
    path = (match[1] if match else url).rstrip("/")
    return path if path.startswith("/") or not path else "/" + path
