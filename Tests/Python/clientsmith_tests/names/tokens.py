"""Cuts Swift into tokens as the compiler does, so far as it takes to say what is code and what is text of a document."""

import re

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[0-9][A-Za-z0-9_.]*")


class Unexpected(Exception):
    """Something generated code has no use for."""


def tokens(text):
    """The tokens of `text` without comments, each string literal as `""` and what is interpolated in it."""
    found, place = [], 0
    while place < len(text):
        letter = text[place]
        if text.startswith("//", place):
            # A lone carriage return ends a comment as well.
            place = min([end for end in (text.find("\n", place), text.find("\r", place)) if end >= 0], default=len(text))
        elif text.startswith(("/*", '"""', '#"'), place):
            raise Unexpected(text[place:place + 60])
        elif letter == '"':
            place, interpolated = end_of_literal(text, place)
            found += ['""', *interpolated]
        elif letter in " \n":
            place += 1
        elif match := WORD.match(text, place):
            found.append(match[0])
            place = match.end()
        elif letter.isascii() and letter.isprintable():
            found.append(letter)
            place += 1
        else:
            raise Unexpected(repr(text[place:place + 20]))
    return found


def end_of_literal(text, start):
    place, interpolated = start + 1, []
    while True:
        letter = text[place:place + 1]
        if letter == '"':
            return place + 1, interpolated
        if letter == "" or not letter.isprintable() and letter not in "\u3000\u00a0":
            raise Unexpected(repr(text[start:place + 1]))
        if letter == "\\":
            if text[place + 1] == "(":
                end = text.index(")", place)
                interpolated.append(text[place:end])
                place = end - 1
            elif text[place + 1] not in '"\\nrtu0':
                raise Unexpected(text[start:place + 2])
            place += 1
        place += 1
