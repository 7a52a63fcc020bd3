"""Texts that match a regular expression: short ones, of printable ASCII, always the same for the same seed.

Assertions (look-around, word boundaries) are passed over, so a caller has to check what it gets.
"""

import functools
import random
import re
import string
from re import _constants as codes
from re import _parser as parser

import regex

LETTERS = string.ascii_lowercase + string.digits + string.ascii_uppercase + "-_.:/ " + string.punctuation
CATEGORIES = {
    codes.CATEGORY_DIGIT: str.isdigit,
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
}
OPPOSITES = {
    codes.CATEGORY_NOT_DIGIT: codes.CATEGORY_DIGIT,
    codes.CATEGORY_NOT_SPACE: codes.CATEGORY_SPACE,
    codes.CATEGORY_NOT_WORD: codes.CATEGORY_WORD,
}


@functools.cache
def expression(pattern: str):
    """The compiled pattern; `None` for one in a dialect that can't be read here."""
    try:
        return regex.compile(pattern)
    except regex.error:
        return None


def matching(pattern: str, seed: str, least: int = 0, most: int = 1000):
    """Texts that match a pattern and have a length within the limits; none where the pattern is too hard."""
    compiled = expression(pattern)
    try:
        parsed = parser.parse(pattern)
    except (re.error, OverflowError, RecursionError):
        return
    source = random.Random(seed)
    for extra in (0, 1, 3, 8, least, least // 2, 40):
        for _ in range(3):
            text = _Writer(source, extra).text(parsed)
            if text is not None and least <= len(text) <= most and compiled.search(text):
                yield text


class _Writer:
    """Writes one text; a part that may be repeated is written up to `extra` times more than it must."""

    def __init__(self, source: random.Random, extra: int):
        self.source = source
        self.extra = extra
        self.groups = {}

    def text(self, parsed) -> str | None:
        parts = [self.part(code, value) for code, value in parsed]
        return None if None in parts else "".join(parts)

    def part(self, code, value) -> str | None:
        match code:
            case codes.LITERAL:
                return chr(value)
            case codes.ANY | codes.NOT_LITERAL | codes.IN:
                return self.letter(code, value)
            case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                least, most, inner = value
                parts = [self.text(inner) for _ in range(min(most, least + self.extra))]
                return None if None in parts else "".join(parts)
            case codes.BRANCH:
                return self.text(self.source.choice(value[1]))
            case codes.SUBPATTERN:
                self.groups[value[0]] = self.text(value[-1])
                return self.groups[value[0]]
            case codes.ATOMIC_GROUP:
                return self.text(value)
            case codes.GROUPREF:
                return self.groups.get(value)
            case codes.AT | codes.ASSERT | codes.ASSERT_NOT:
                return ""
        return None

    def letter(self, code, value) -> str | None:
        members = [(code, value)] if code != codes.IN else value
        fitting = _letters(tuple(members))
        return self.source.choice(fitting) if fitting else None


@functools.cache
def _letters(members) -> str:
    """The letters a class takes: the plain ones where it takes some of those."""
    fitting = [letter for letter in LETTERS if _takes(members, letter)]
    return "".join(letter for letter in fitting if letter.isalnum()) or "".join(fitting)


def _takes(members, letter) -> bool:
    negated = members[0][0] == codes.NEGATE
    found = any(_member(code, value, letter) for code, value in members[negated:])
    return found != negated


def _member(code, value, letter) -> bool:
    match code:
        case codes.LITERAL:
            return ord(letter) == value
        case codes.NOT_LITERAL:
            return ord(letter) != value
        case codes.RANGE:
            return value[0] <= ord(letter) <= value[1]
        case codes.CATEGORY:
            return not CATEGORIES[OPPOSITES[value]](letter) if value in OPPOSITES else CATEGORIES[value](letter)
    return code == codes.ANY
