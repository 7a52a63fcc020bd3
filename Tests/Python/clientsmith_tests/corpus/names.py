"""Counts Swift names that a reader would not have chosen, over documents: names with a hash, numbered values, methods that repeat their group, cases that
repeat what all cases of their union share, words of capitals that are not in capitals, constants without a default, and operations without a group.

    python -m clientsmith_tests.corpus.names --clientsmith TOOL FOLDER… [--list]
"""

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

HASH = re.compile(r"_(?=[0-9a-z]*[0-9])(?=[0-9a-z]*[a-z])[0-9a-z]{4,12}$")
NUMBERED = re.compile(r"^value[0-9]+$")
MIXED = re.compile(r"(Id|Url|Uri|Json|Html|Http|Uuid|Ip|Csv|Pdf)(?![a-z])")
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

COLUMNS = ["names", "hash", "valueN", "repeats group", "shared words", "capitals", "no default", "untagged"]


def words(name):
    return [word.lower() for word in WORD.findall(name)]


def singular(word):
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def repeats(method, group):
    """Whether a method's name has all words of its group and a verb besides."""
    own = [singular(word) for word in words(method)]
    other = [singular(word) for word in words(group)]
    size = len(other)
    return len(own) > size and (own[:size] == other or own[-size:] == other)


def shares(cases):
    """The words all cases begin with, and those that all end with."""
    lists = [words(case) for case in cases]
    if len(lists) < 2 or any(len(one) < 2 for one in lists):
        return False
    return len({one[0] for one in lists}) == 1 or len({one[-1] for one in lists}) == 1


class Count:
    def __init__(self, model):
        self.counts = Counter()
        self.found = {column: [] for column in COLUMNS}
        for group in model.get("groups", []):
            self.group(group)
        for kind in model.get("types", []):
            self.declaration(kind, model["types"])

    def name(self, name):
        self.counts["names"] += 1
        if HASH.search(name):
            self.add("hash", name)
        if MIXED.search(name):
            self.add("capitals", name)

    def add(self, column, text):
        self.counts[column] += 1
        self.found[column].append(text)

    def group(self, group):
        self.name(group["name"])
        operations = group.get("operations", [])
        for operation in operations:
            self.name(operation["name"])
            if repeats(operation["name"], group["name"]):
                self.add("repeats group", f"{group['name']}.{operation['name']}")
            for parameter in operation.get("parameters", []):
                self.name(parameter["name"])
        if group["name"] == "untagged":
            self.counts["untagged"] += len(operations)

    def declaration(self, declared, types):
        self.name(declared["name"])
        shape = declared["shape"]
        for member in shape.get("structure", {}).get("properties", []):
            self.name(member["name"])
            if member.get("presence") == "required" and "constant" not in member and self.is_constant(member["type"], types):
                self.add("no default", f"{declared['name']}.{member['name']}")
        for case in shape.get("enumeration", {}).get("cases", []):
            self.name(case["name"])
            if NUMBERED.match(case["name"]) and not re.match(r"^[0-9]", str(next(iter(case["value"].values()), ""))):
                self.add("valueN", f"{declared['name']}.{case['name']}: {case['value']}")
        cases = [case["name"] for case in shape.get("union", {}).get("cases", [])]
        for case in cases:
            self.name(case)
        if shares(cases):
            self.add("shared words", f"{declared['name']}: {', '.join(cases)}")

    def is_constant(self, reference, types):
        if not isinstance(reference, dict) or "named" not in reference:
            return False
        shape = types[reference["named"]]["shape"]
        if "alias" in shape:
            return self.is_constant(shape["alias"], types)
        enumeration = shape.get("enumeration", {})
        return len(enumeration.get("cases", [])) == 1 and not enumeration.get("allowsOthers")


def documents(folders):
    for folder in folders:
        paths = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        yield from (path for path in paths if path.suffix in {".yaml", ".yml", ".json"})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--clientsmith", type=Path, required=True)
    parser.add_argument("--list", action="store_true", help="list what was counted")
    options = parser.parse_args()
    total, read = Counter(), 0
    for path in documents(options.folder):
        run = subprocess.run([options.clientsmith, "model", path, "--quiet"], capture_output=True, text=True)
        if run.returncode != 0:
            continue
        read += 1
        count = Count(json.loads(run.stdout))
        total += count.counts
        if options.list:
            for column, texts in count.found.items():
                for text in texts:
                    print(f"{path.name}\t{column}\t{text}")
    if read == 0:
        sys.exit("no document was accepted")
    print(f"{read} documents: " + ", ".join(f"{column} {total[column]}" for column in COLUMNS))


if __name__ == "__main__":
    main()
