"""Every identifier that a template or a code literal of a view spells, in the forms that names are told apart by."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
LITERAL = re.compile(r'"""([\s\S]*?)"""|"((?:\\.|[^"\\\n])*)"')
INTERPOLATION = re.compile(r"\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")


def without_comments(text):
    return re.sub(r"(?m)//.*$", "", text)


def of_templates():
    for path in sorted((ROOT / "Templates/swift").glob("*.mustache")):
        yield without_comments(re.sub(r"\{\{.*?\}\}", " ", path.read_text()))


def of_views():
    """Sentences and what describes a view to authors of templates is no code."""
    for path in sorted((ROOT / "Sources/Emission").glob("[VT]*/*.swift")):
        if "Page" in path.name or path.parent.name == "Templating":
            continue
        text = re.sub(r'(?m)^.*(?:summary|example): ".*$', "", without_comments(path.read_text()))
        text = re.sub(r'"\w+"(?=: (?:\.code|\.flag|\.view|\.markdown|\w+\.map \{ \.))', "", text)
        text = re.sub(r'(?m)^ *(?:static let \w+: ViewType.*|\.(?:slots?|views?|flag)\(.*)$', "", text)
        for match in LITERAL.finditer(text):
            literal = match[1] or match[2] or ""
            if not literal.endswith(".") and "`" not in literal and " " not in literal.strip() or re.search(r"[(:=\\]", literal):
                yield INTERPOLATION.sub(" ", literal)


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
