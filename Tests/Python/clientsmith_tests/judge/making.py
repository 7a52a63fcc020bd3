"""Values made from schemas.

`Maker.make` follows a list of steps, which say how the value departs from the usual one: `("property", name)`, `("item",)` and
`("entry",)` lead to a part of it, `("branch", union, number)` and `("type", name)` choose, and `("value", x)` puts a value
there. Parts on the way are made even where they are optional, and what the steps end at is made in full.
"""

from . import leaves, patterns
from .facets import Facets, Unmakeable, all_of, comment
from .schemas import Schemas

FULL, REQUIRED = "full", "required"
DEEPEST = 12  # levels of nesting at which a value is given up
REFERENCES = 2  # references on the way to a part beyond which only what is required is made
FREE = {"number": 1.5, "text": 'é"/\\', "list": [True, None, {"deeper": []}]}


class Maker:
    def __init__(self, strict: Schemas, relaxed: Schemas):
        self.schemas = strict
        self.relaxed = relaxed
        self.known = {}
        self.checked = {}
        self.owns = {}

    def make(self, schema, mode=FULL, steps=(), depth=0, references=0):
        """A value for a converted schema."""
        if steps and steps[0][0] == "value":
            return steps[0][1]
        if depth > DEEPEST:
            raise Unmakeable
        if steps or not isinstance(schema, dict) or "$ref" not in schema:
            return self._choose(schema, mode, steps, depth, references)
        alone = schema.keys() <= {"$ref", "$comment"}
        key = schema["$ref"], "" if alone else comment(schema), mode, references, depth
        if key not in self.known:
            self.known[key] = self._attempt(schema, mode, depth, references)
        if self.known[key] is Unmakeable:
            raise Unmakeable
        return self.known[key]

    def _attempt(self, schema, mode, depth, references):
        try:
            return self._choose(schema, mode, (), depth, references)
        except Unmakeable:
            return Unmakeable

    # Unions

    def _choose(self, schema, mode, steps, depth, references):
        """Tries the branches of unions until the value is right; settles for one that only relaxed rules accept."""
        choosing = steps and steps[0][0] == "branch"
        first = self._facets(schema)
        if not first.unions or choosing:
            return self._build(schema, mode, steps, depth, references)
        fallback = Unmakeable
        # Branches that demand one member each of an object are only distinct where the others are absent, or where none is empty.
        ways = [(mode, number) for mode in dict.fromkeys((mode, FULL, REQUIRED)) for number in range(len(first.unions[0][0]))]
        for way, number in ways:
            try:
                value = self._build(schema, way, steps, depth, references, number)
            except Unmakeable:
                continue
            if value is not None and (steps or self.schemas.valid(value, schema)):
                return value
            if fallback is Unmakeable and value is not None and self.relaxed.valid(value, self.twin(schema)):
                fallback = value
        if fallback is Unmakeable:
            raise Unmakeable
        return fallback

    def twin(self, schema):
        """The relaxed form of a schema."""
        place = self.schemas.document.parse(comment(schema)) if comment(schema) else None
        return self.relaxed.schema(place) if place else schema

    def gather(self, schema, steps, first=0):
        """The facets once branches are chosen (of the first union: `first`), what discriminators demand, the steps left."""
        facets, demands, done = self._facets(schema), [], 0
        while done < len(facets.unions):
            branches, discriminator, owner = facets.unions[done]
            inherited = self._inherited(facets, branches, owner)
            if inherited:
                if steps and steps[0][:2] == ("branch", done) or first and not done:
                    raise Unmakeable
                if discriminator and (name := self.schemas.discriminated(inherited, discriminator)):
                    demands.append((discriminator["propertyName"], name))
                done += 1
                continue
            number = 0 if done else first
            if steps and steps[0][:2] == ("branch", done):
                number, steps = steps[0][2], steps[1:]
            if isinstance(branches[number], dict) and branches[number].get("$ref", ()) in facets.references:
                raise Unmakeable  # the branch is what it is a branch of
            facets.add(branches[number], self.schemas)
            if discriminator and (name := self.schemas.discriminated(branches[number], discriminator)):
                demands.append((discriminator["propertyName"], name))
            done += 1
        for discriminator in facets.discriminators:
            names = (self.schemas.discriminated({"$ref": reference}, discriminator) for reference in facets.references)
            own = self._own(schema)
            if name := own and self.schemas.discriminated(own, discriminator) or next(filter(None, names), None):
                demands.append((discriminator["propertyName"], name))
        return facets, demands, steps

    def _inherited(self, facets, branches, owner):
        """The branch of a union that is the schema the union is inherited by: a parent that lists its children says no more."""
        own = (branch for branch in branches if isinstance(branch, dict) and branch.get("$ref", ()) in facets.references)
        return next((branch for branch in own if str(self.schemas.targets[branch["$ref"]]) != owner), None)

    def _facets(self, schema):
        own = self._own(schema)
        return Facets(references=[own["$ref"]] if own else []).add(schema, self.schemas)

    def _own(self, schema):
        """A reference to the schema, where it is a component."""
        text = comment(schema)
        if text not in self.owns:
            place = self.schemas.document.parse(text) if text else None
            component = place and self.schemas.document.is_component(place)
            self.owns[text] = self.schemas.reference(place) if component else None
        return self.owns[text]

    # Kinds of values

    def _build(self, schema, mode, steps, depth, references, branch=0):
        had_steps = bool(steps)
        facets, demands, steps = self.gather(schema, steps, branch)
        if steps and steps[0][0] == "value":
            return steps[0][1]
        references += len(facets.references) > (self._own(schema) is not None)
        if references > REFERENCES:
            mode = REQUIRED
        elif had_steps and not steps:
            mode = FULL
        kind = None
        if steps and steps[0][0] == "type":
            kind, steps = steps[0][1], steps[1:]
        allowed = facets.allowed
        if allowed is not None and kind is None:
            fitting = [value for value in allowed if value is not None and self.fits(value, schema)]
            if fitting:
                return fitting[0]
            raise Unmakeable
        kinds = facets.kinds
        if facets.types is not None and not kinds:
            return None
        kind = kind or (kinds[0] if kinds else None)
        if kind not in ("object", "array"):
            for value in facets.samples:
                if value is not None and (kind is None or not isinstance(value, (dict, list))) and self.fits(value, schema):
                    return value
        match kind:
            case "object":
                return self._object(facets, demands, schema, mode, steps, depth, references)
            case "array":
                return self._array(facets, schema, mode, steps, depth, references)
            case "string":
                return leaves.string(facets, comment(schema))
            case "boolean":
                return leaves.seeded(comment(schema)) % 2 == 0
            case "integer" | "number":
                return leaves.number(facets, kind, comment(schema))
        return FREE

    def fits(self, value, schema) -> bool:
        key = comment(schema), repr(value)
        if "merged" in schema or not key[0]:
            return self.schemas.valid(value, schema)
        if key not in self.checked:
            self.checked[key] = self.schemas.valid(value, schema)
        return self.checked[key]

    def _object(self, facets, demands, schema, mode, steps, depth, references):
        value = {}
        onto = steps[0] if steps else (None,)
        names = dict.fromkeys([*facets.properties, *facets.required])
        spare = facets.bounds.get("minProperties", 0) - len(facets.required)
        for name in names:
            wanted = onto == ("property", name)
            optional = name not in facets.required
            if optional and mode == REQUIRED and not wanted and spare <= 0:
                continue
            spare -= optional
            try:
                part = all_of(facets.properties.get(name) or [self._member(facets, name)])
                value[name] = self.make(part, mode, steps[1:] if wanted else (), depth + 1, references)
            except Unmakeable:
                if wanted or not optional:
                    raise
        for name, discriminating in demands:
            if name in facets.properties and self.fits(discriminating, all_of(facets.properties[name])):
                value[name] = discriminating
        self._entries(value, facets, schema, mode, steps, depth, references)
        return value

    def _member(self, facets, name):
        """The schema of a member that `required` names and no `properties` has."""
        schemas = [schema for schema in facets.additional if isinstance(schema, dict)]
        return schemas[0] if schemas else {"type": ["string"], "$comment": name}

    def _entries(self, value, facets, schema, mode, steps, depth, references):
        """Adds members that are not properties: one where they are declared, and as many as have to be there."""
        wanted = bool(steps) and steps[0] == ("entry",)
        declared = [item for item in facets.additional if item is not False]
        closed = any(item is False for item in facets.additional) and not facets.key_patterns
        free = not facets.properties and not facets.required and not facets.additional
        least = facets.bounds.get("minProperties", 0) - len(value)
        count = max(least, 1 if wanted or mode == FULL and (declared or facets.key_patterns or free) else 0)
        if closed or len(value) + count > facets.bounds.get("maxProperties", len(value) + count):
            return
        pattern, patterned = next(iter(facets.key_patterns.items()), (None, None))
        members = [patterned] if pattern else [item for item in declared if item is not True]
        part = all_of(members) if members else {"$comment": comment(schema) + "/*"}
        for key in self._keys(facets, pattern, comment(schema), count):
            try:
                value[key] = self.make(part, mode, steps[1:] if wanted else (), depth + 1, references)
            except Unmakeable:
                if least > 0 or wanted:
                    raise

    def _keys(self, facets, pattern, seed, count):
        names = all_of([*facets.key_schemas, {"type": ["string"]}])
        for number in range(count):
            if pattern:
                text = next(patterns.matching(pattern, f"{seed}{number}"), None)
            elif facets.key_schemas:
                text = self.make(names, REQUIRED)
            else:
                text = f"Some key-{number + 1}"
            if not isinstance(text, str) or not self.fits(text, names):
                raise Unmakeable
            yield text

    def _array(self, facets, schema, mode, steps, depth, references):
        least = facets.bounds.get("minItems", 0)
        wanted = bool(steps) and steps[0] == ("item",)
        count = max(least, len(facets.prefix) + 1 if mode == FULL or wanted else len(facets.prefix) if least else 0)
        if any(item is False for item in facets.items):
            count = min(count, len(facets.prefix))
        value = []
        part = all_of(facets.items) if facets.items else {"$comment": comment(schema) + "/items"}
        for number in range(min(count, facets.bounds.get("maxItems", count))):
            inner = facets.prefix[number] if number < len(facets.prefix) else part
            onto = steps[1:] if wanted and number == len(facets.prefix) else ()
            try:
                value.append(self._item(inner, number if facets.unique else 0, mode, onto, depth, references))
            except Unmakeable:
                if wanted or number < least:
                    raise
                break
        return value

    def _item(self, schema, number, mode, steps, depth, references):
        """One element; where all have to differ, the one at `number` among those allowed."""
        if not number:
            return self.make(schema, mode, steps, depth + 1, references)
        facets = self.gather(schema, ())[0]
        allowed = facets.allowed
        if allowed is not None:
            distinct = list(dict.fromkeys(value for value in allowed if isinstance(value, (str, int))))
            if number >= len(distinct):
                raise Unmakeable
            return distinct[number]
        moved = {"allOf": [schema], "$comment": f"{comment(schema)}/{number}"}
        return self._build(moved, mode, (), depth + 1, references)
