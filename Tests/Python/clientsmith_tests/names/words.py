"""Every identifier that a template or a code literal of a view spells, in the forms that names are told apart by."""

import re

from ..folders import ROOT

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def without_comments(text):
    return re.sub(r"(?m)//.*$", "", text)


def literals(text, place=0, closing=None):
    """The string literals of Swift code, each with `\\()` for its interpolations, and those inside of the interpolations; and where the
    code ends, which is at `closing` with its parentheses balanced."""
    found, depth = [], 0
    while place < len(text):
        if text[place] == '"':
            quotes = '"""' if text.startswith('"""', place) else '"'
            literal, inner, place = one_literal(text, place + len(quotes), quotes)
            found += [literal, *inner]
            continue
        if text[place] == closing and depth == 0:
            break
        if text.startswith("//", place):
            place = text.find("\n", place)
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        place += 1
    return found, place


def one_literal(text, place, quotes):
    literal, found = "", []
    while not text.startswith(quotes, place):
        if text.startswith("\\(", place):
            inner, place = literals(text, place + 2, ")")
            found += inner
            literal, place = literal + "\\()", place + 1
        else:
            length = 2 if text[place] == "\\" else 1
            literal, place = literal + text[place:place + length], place + length
    return literal, found, place + len(quotes)


def of_templates():
    for path in sorted((ROOT / "Templates/swift").glob("*.mustache")):
        yield without_comments(re.sub(r"\{\{.*?\}\}", " ", path.read_text()))


def of_views():
    """Sentences and what describes a view to authors of templates is no code."""
    for path in sorted((ROOT / "Sources/Emission").glob("[VT]*/*.swift")):
        if "Page" in path.name or path.parent.name == "Templating":
            continue
        text = re.sub(r'(?m)^.*(?:summary|example): ".*$', "", path.read_text())
        text = re.sub(r'"\w+"(?=: (?:\.code|\.flag|\.view|\.markdown|\w+\.map \{ \.))', "", text)
        text = re.sub(r'(?m)^ *(?:static let \w+: ViewType.*|\.(?:slots?|views?|flag)\(.*)$', "", text)
        for literal in literals(text)[0]:
            if not literal.endswith(".") and "`" not in literal and " " not in literal.strip() or re.search(r"[(:=\\]", literal):
                yield literal.replace("\\()", " ")


def words():
    found = set()
    for text in [*of_templates(), *of_views()]:
        found |= set(WORD.findall(text))
    return sorted(found - {"_"})


def forms(word):
    return [word, f"_{word}", f"{word}Value", f"{word}_"]


def names():
    """In an order that has the forms of one word beside each other."""
    return list(dict.fromkeys(form for word in words() for form in forms(word)))
