"""Bytes of a YAML or JSON file to plain Python values.

Plain scalars are `true`, `false`, `null` or a number only where spelled exactly as in JSON (and an empty value is null); all
else is text, so that dates, `yes` and `010` stay what the author wrote. Keys are always text: `200:` is the key "200".
"""

import json
import re

import yaml

try:
    from yaml._yaml import CParser as Parser
except ImportError:  # PyYAML built without libyaml: slower, the same events

    class Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
        def __init__(self, stream):
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
CONSTANTS = {"true": True, "false": False, "null": None, "": None}
TAG = "tag:yaml.org,2002:"


class Unreadable(Exception):
    """The file is neither YAML nor JSON, or repeats a key."""


def read(data: bytes):
    """The value in `data`, the contents of one file."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        try:
            return json.loads(data)
        except ValueError:
            pass  # a flow mapping in YAML begins like JSON
    try:
        return _Builder(Parser(data)).document()
    except yaml.YAMLError as error:
        raise Unreadable(str(error)) from error


class Number(str):
    """A number as it was written."""


def read_exactly(data: bytes):
    """The value in `data` with each number as a `Number`, and merged keys before a mapping's own, which is where PyYAML puts them."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        try:
            return json.loads(data, parse_int=Number, parse_float=Number)
        except ValueError:
            pass
    return _ExactBuilder(Parser(data)).document()


def _plain(text: str):
    if text in CONSTANTS:
        return CONSTANTS[text]
    match = NUMBER.fullmatch(text)
    if match is None:
        return text
    return float(text) if match[1] or match[2] else int(text)


class _Merge:
    """Stands for the key `<<` while a mapping is built."""


class _Builder:
    def __init__(self, parser):
        self.next = parser.get_event
        self.anchors = {}

    def document(self):
        self.next()  # the stream
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        return self.value(self.next())

    def value(self, event):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = self.scalar(event)
        elif kind is yaml.MappingStartEvent:
            return self.mapping(event)
        elif kind is yaml.SequenceStartEvent:
            value = []
            if event.anchor is not None:
                self.anchors[event.anchor] = value
            while type(item := self.next()) is not yaml.SequenceEndEvent:
                value.append(self.value(item))
        elif event.anchor in self.anchors:
            return self.anchors[event.anchor]
        else:
            raise Unreadable(f"line {event.start_mark.line + 1}: the alias *{event.anchor} has no anchor")
        if event.anchor is not None:
            self.anchors[event.anchor] = value
        return value

    def scalar(self, event):
        if event.tag is None:
            return self.plain(event.value) if event.implicit[0] else event.value
        if event.tag in (TAG + "int", TAG + "float", TAG + "bool", TAG + "null"):
            return self.plain(event.value)
        return event.value

    def plain(self, text):
        return _plain(text)

    def mapping(self, start):
        value, merged = {}, []
        if start.anchor is not None:
            self.anchors[start.anchor] = value
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self.key(event)
            item = self.value(self.next())
            if key is _Merge:
                merged += item if isinstance(item, list) else [item]
            elif key in value:
                raise Unreadable(f"line {event.start_mark.line + 1}: the key {key!r} is repeated")
            else:
                value[key] = item
        if merged:
            self.merge(value, merged)
        return value

    def merge(self, value, merged):
        for source in merged:
            for key, item in source.items():
                value.setdefault(key, item)

    def key(self, event):
        if type(event) is yaml.ScalarEvent:
            plain = event.implicit[0] and event.tag is None or event.tag == TAG + "merge"
            if event.anchor is not None:
                self.anchors[event.anchor] = event.value
            return _Merge if plain and event.value == "<<" else event.value
        key = self.value(event)
        return key if isinstance(key, str) else json.dumps(key)


class _ExactBuilder(_Builder):
    def plain(self, text):
        return Number(text) if NUMBER.fullmatch(text) else _plain(text)

    def merge(self, value, merged):
        ordered = {}
        for source in [*reversed(merged), dict(value)]:
            ordered.update(source)
        value.clear()
        value.update(ordered)
