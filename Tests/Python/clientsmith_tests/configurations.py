"""Compares the JSON Schema of `clientsmith.yaml` with what the tool accepts.

    python -m clientsmith_tests.configurations --clientsmith PATH --scratch FOLDER

The schema is valid, accepts every configuration of this repository that the tool accepts, and refuses every broken one, except those whose fault no schema of a
configuration alone can see. Values of every pattern are judged by both.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys

import jsonschema
import yaml

from .folders import INTEGRATION, ROOT, UNITS

CASES = UNITS / "GenerationTests" / "Cases"

# Faults that depend on the document, on the disk or on several values at once.
BEYOND = {
    "document-missing", "document-of-another-digest", "document-over-a-limit", "duplicate-key", "format-of-nothing",
    "module-is-a-keyword", "module-is-a-type-in-use", "module-is-foundation", "module-is-the-runtime",
    "module-is-the-tests-of-another", "module-repeated-in-another-case", "name-that-leads-nowhere", "no-yaml",
    "only-names-nothing-known", "overlay-that-is-not-there", "security-scheme-unknown",
}

# Lines of a client, or of the configuration (without indentation), whose value is each of these.
VALUES = {
    "package: {}": ["Zoo", "_1", "_", "1a", "a-b", "", "é", "class"],
    "output: {}": ["out", "../a b", "", "a\tb"],
    "access: {}": ["public", "package", "internal", "open", ""],
    "layout: {}": ["package", "sources", "Package"],
    "    sha256: {}": ["0" * 64, "A" * 64, "0" * 63, "g" * 64],
    "    source: {}": [
        "https://example.com/a", "https://example.com", "https://h:8080/a?b#c", "http://localhost:80/a", "http://[::1]/",
        "http://127.0.0.1", "http://127.0.0.1.example.com/", "https://", "https://u@h/", "https://h/a b", "https://h/\\",
        "ftp://h/", "http://h/", "https://h/é", "https:///a", "http://localhost:8a/"],
    "    source: {{url: 'https://h/', headers: {{Authorization: {{environment: T, prefix: {}}}}}}}": ["Bearer", "a b", "", "é"],
    "    source: {{url: 'https://h/', headers: {{{}: {{environment: T}}}}}}": ["X-Key", "a b", "", "a:b", "é", "!#"],
    "    source: {{url: 'https://h/', headers: {{A: {{environment: {}}}}}}}": ["TOKEN", "a-b", "", "1"],
    "    names: {{'#/components/schemas/Pet': {}}}": ["Animal", "1", ""],
    "    groups: {{{}: {{tags: [pets]}}}}": ["pets", "a.b", "a.", ".a", "a-b", ""],
    "    types: {{'#/components/schemas/Pet/properties/name': {}}}": ["String", "Bool", "JSONValue", "Text"],
}
# Lines as they are.
UNQUOTED = ["limits: {bytes: 1.5}", "limits: {bytes: 0}", "limits: {bytes: '1'}", "limits: {bytes: 1048576}", "access: 1"]


class Loader(yaml.SafeLoader):
    """Strings as OpenAPI has them: `yes` is text."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if not tag.endswith((":bool", ":timestamp"))]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


class Comparison:
    def __init__(self, tool, scratch):
        self.tool, self.scratch = tool, scratch
        text = subprocess.run([tool, "schema"], check=True, capture_output=True, text=True).stdout
        schema = json.loads(text)
        jsonschema.Draft7Validator.check_schema(schema)
        self.validator = jsonschema.Draft7Validator(schema)
        self.failures = []

    def accepts(self, text):
        try:
            return self.validator.is_valid(yaml.load(text, Loader))
        except yaml.YAMLError:
            return False

    def expect(self, name, wanted, text):
        if self.accepts(text) != wanted:
            self.failures.append(f"{name}: the schema {'refuses' if wanted else 'accepts'} it")

    def repository(self):
        """Configurations that other tests generate from, and those of the pages."""
        found = [path for path in ROOT.rglob("clientsmith.yaml") if CASES not in path.parents and ".build" not in path.parts]
        for path in found:
            self.expect(path.relative_to(ROOT), True, path.read_text())
        count = len(found)
        for page in sorted((ROOT / "Documentation").rglob("*.md")):
            for text in re.findall(r"^```yaml\n(.*?)^```$", page.read_text(), re.M | re.S):
                if re.search(r"^clients:", text, re.M):
                    self.expect(page.name, True, text)
                    count += 1
        return count

    def cases(self):
        """Broken configurations, whose exact messages are expected by another test."""
        names = {path.parent.name for path in CASES.glob("*/clientsmith.yaml")}
        if unknown := BEYOND - names:
            self.failures.append(f"cases that are gone: {unknown}")
        for name in sorted(names):
            self.expect(name, name in BEYOND - {"no-yaml"}, (CASES / name / "clientsmith.yaml").read_text())
        return len(names - BEYOND)

    def values(self):
        """Single values, which the tool and the schema judge alike."""
        count = 0
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)
        shutil.copy(INTEGRATION / "Documentation" / "petstore.yaml", self.scratch / "pets.yaml")
        lines = [(pattern, json.dumps(value, ensure_ascii=False)) for pattern, values in VALUES.items() for value in values]
        for pattern, value in lines + [(line.replace("{", "{{").replace("}", "}}"), "") for line in UNQUOTED]:
            line = pattern.format(value)
            top = not line.startswith(" ")
            head = {"package": "package: Zoo", "output": "output: out"}
            rest = [text for key, text in head.items() if not line.startswith(key + ":")]
            text = "\n".join([*rest, *([line] if top else []), "clients:", "  - document: pets.yaml", "    module: Pets",
                              *([] if top else [line])]) + "\n"
            (self.scratch / "clientsmith.yaml").write_text(text)
            ended = subprocess.run(
                [self.tool, "generate", "--names-only", "--config", self.scratch / "clientsmith.yaml"], capture_output=True, text=True)
            refused = re.search(r"clientsmith\.yaml:\d+:\d+: error: (?!.*(?:has no schema|keyword|has changed|nothing))", ended.stderr)
            self.expect(line.strip(), refused is None, text)
            count += 1
        return count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--clientsmith", required=True, type=pathlib.Path)
    parser.add_argument("--scratch", required=True, type=pathlib.Path)
    options = parser.parse_args()
    comparison = Comparison(options.clientsmith.resolve(), options.scratch.resolve())
    accepted, refused, values = comparison.repository(), comparison.cases(), comparison.values()
    if accepted < 15 or refused < 40:
        comparison.failures.append(f"only {accepted} configurations and {refused} broken ones")
    print(*comparison.failures, sep="\n", end="\n" if comparison.failures else "")
    print(f"{accepted} configurations are accepted, {refused} broken ones refused, {len(BEYOND)} are beyond a schema; {values} values are judged as by the tool")
    return 1 if comparison.failures else 0


if __name__ == "__main__":
    sys.exit(main())
