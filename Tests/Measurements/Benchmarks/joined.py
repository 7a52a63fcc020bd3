#!/usr/bin/env python3
"""One large OpenAPI document made of others, to see whether cost stays in proportion.

    Tests/Measurements/Benchmarks/joined.py --bytes 22000000 OUTPUT.yaml DOCUMENT ...

The documents, all of OpenAPI 3, are taken in turn until the output is as large as asked for. Whatever has a name gets another in each copy:
components and the references to them, paths, operationIds, tags and security schemes. Scalars stay as they are written. Needs PyYAML.
"""

import argparse
import io
import pathlib

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def text(value):
    return ScalarNode("tag:yaml.org,2002:str", value)


def member(node, key):
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if name.value == key:
                return value
    return None


class Copy:
    """A document's tree with every name of its own."""

    def __init__(self, source, index):
        self.prefix = f"C{index}"
        self.root = yaml.compose(source, Loader=Loader)
        self.seen = set()
        self.references(self.root)
        self.security(self.root)
        for _, item in (member(self.root, "paths") or MappingNode("", [])).value:
            if isinstance(item, MappingNode):
                for method, operation in item.value:
                    if method.value in METHODS and isinstance(operation, MappingNode):
                        self.operation(operation)

    def references(self, node):
        if id(node) in self.seen:
            return
        self.seen.add(id(node))
        if isinstance(node, SequenceNode):
            for item in node.value:
                self.references(item)
        elif isinstance(node, MappingNode):
            for key, value in node.value:
                if key.value == "$ref" and isinstance(value, ScalarNode):
                    value.value = self.reference(value.value)
                elif key.value == "mapping" and isinstance(value, MappingNode):
                    for _, target in value.value:
                        if isinstance(target, ScalarNode):
                            target.value = self.reference(target.value)
                self.references(value)

    def reference(self, pointer):
        parts = pointer.split("/")
        if parts[:2] == ["#", "components"] and len(parts) > 3:
            parts[3] = self.prefix + parts[3]
        elif parts[:2] == ["#", "paths"] and len(parts) > 2:
            parts[2] = f"~1{self.prefix}{parts[2]}"
        elif len(parts) == 1 and not pointer.startswith("#") and "." not in pointer:
            return self.prefix + pointer
        return "/".join(parts)

    def operation(self, node):
        identifier = member(node, "operationId")
        if identifier is not None:
            identifier.value = f"{self.prefix}-{identifier.value}"
        tags = member(node, "tags")
        for tag in tags.value if isinstance(tags, SequenceNode) else []:
            tag.value = f"{self.prefix} {tag.value}"
        self.security(node)

    def security(self, node):
        for requirement in getattr(member(node, "security"), "value", []):
            if isinstance(requirement, MappingNode):
                for key, _ in requirement.value:
                    key.value = self.prefix + key.value

    def add(self, paths, components):
        for key, value in getattr(member(self.root, "paths"), "value", []):
            paths.append((text(f"/{self.prefix}{key.value}"), value))
        for kind, group in getattr(member(self.root, "components"), "value", []):
            into = components.setdefault(kind.value, [])
            if isinstance(group, MappingNode):
                into += [(text(self.prefix + key.value), value) for key, value in group.value]


def serialized(root):
    stream = io.StringIO()
    yaml.serialize(root, stream, Dumper=Dumper, width=120, allow_unicode=True)
    return stream.getvalue()


def joined(sources, size):
    paths, components, total, index = [], {}, 0, 0
    sizes = {}
    while total < size:
        position = index % len(sources)
        copy = Copy(sources[position], index)
        if position not in sizes:
            sizes[position] = len(serialized(copy.root).encode())
        copy.add(paths, components)
        total += sizes[position]
        index += 1
    version = member(yaml.compose(sources[0], Loader=Loader), "openapi").value
    mapping = lambda pairs: MappingNode("tag:yaml.org,2002:map", pairs)
    return mapping([
        (text("openapi"), text(version)),
        (text("info"), mapping([(text("title"), text("Joined")), (text("version"), text("one"))])),
        (text("paths"), mapping(paths)),
        (text("components"), mapping([(text(kind), mapping(group)) for kind, group in components.items()])),
    ])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bytes", default=22_000_000, type=int)
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("documents", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    sources = [path.read_bytes() for path in options.documents]
    options.output.write_text(serialized(joined(sources, options.bytes)))


if __name__ == "__main__":
    main()
