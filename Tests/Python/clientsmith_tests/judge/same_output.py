"""Whether documents give the same package as YAML and as JSON, byte for byte.

    python -m clientsmith_tests.judge.same_output --clientsmith PATH DOCUMENT…

PyYAML makes the other form: JSON of a YAML document and YAML of a JSON one, and of every further file of its folder where it
refers to others. Each file keeps its name, because its content tells which form it has; so nothing at all may differ.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

from .reading import Number, read_exactly

SUFFIXES = {".yaml", ".yml", ".json"}
# A reference to another file.
ELSEWHERE = re.compile(rb"""\$ref["']?\s*:\s*["']?[^"'#\s]""")


def as_json(value):
    """JSON text with numbers as they were written."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        return "{%s}" % ",".join(f"{json.dumps(key)}:{as_json(item)}" for key, item in value.items())
    if isinstance(value, list):
        return "[%s]" % ",".join(map(as_json, value))
    return json.dumps(value)


class _Dumper(yaml.SafeDumper):
    """Texts in quotes, numbers as they were written, nothing shared."""

    def ignore_aliases(self, data):
        return True


def _plain(dumper, number):
    # With the tag its own resolver reads, or the emitter would write it in quotes.
    return yaml.ScalarNode(dumper.resolve(yaml.ScalarNode, str(number), (True, False)), str(number))


_Dumper.add_representer(Number, _plain)
_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def as_yaml(value):
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True)


def other_form(data):
    value = read_exactly(data)
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    return as_yaml(value) if is_json else as_json(value)


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def generate(tool, document, output):
    command = [tool, "generate", document, "--module", "Sample", "--output", output, "--quiet"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def compare(tool, document, scratch):
    """What differs, as a list of sentences; and how many files were compared."""
    is_split = ELSEWHERE.search(document.read_bytes())
    originals = sorted(document.parent.rglob("*")) if is_split else [document]
    for original in originals:
        if original.suffix in SUFFIXES and original.is_file() and original.stat().st_size:
            copy = scratch / "other" / original.relative_to(document.parent)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(other_form(original.read_bytes()), encoding="utf-8")
    results = []
    for form, path in (("first", document), ("second", scratch / "other" / document.name)):
        ended = generate(tool, path, scratch / form)
        if ended.returncode:
            return [f"the {form} form ends with {ended.returncode}: {ended.stderr.strip().splitlines()[:1]}"], 0
        results.append(contents(scratch / form))
    first, second = results
    return [path for path in sorted(first.keys() | second.keys()) if first.get(path) != second.get(path)], len(first)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--clientsmith", required=True)
    parser.add_argument("documents", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    same = files = 0
    for document in options.documents:
        with tempfile.TemporaryDirectory() as scratch:
            different, count = compare(options.clientsmith, document, pathlib.Path(scratch))
        same += not different
        files += count
        if different:
            print(f"{document}: {len(different)} differ: {', '.join(different[:5])}")
    print(f"{same} of {len(options.documents)} documents give the same package in both forms; {files} files compared")
    return same < len(options.documents)


if __name__ == "__main__":
    sys.exit(main())
