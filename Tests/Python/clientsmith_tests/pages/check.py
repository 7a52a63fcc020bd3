"""Holds the pages of a generated package against the documents it was made from.

    python -m clientsmith_tests.pages.check PAGES MODULE=DOCUMENT…

PAGES is the folder with one folder per module. For every service there must be a page with its base URIs, for every tag a page with
the table of methods, and for every operation a section with all of: summary, description, a Swift example, the parameters, the return
type, the authorization, the request headers and the responses. What they have to say is taken from the document alone. Texts are
compared word by word, since Markdown may escape or wrap them. Each fault is one line on standard error, and the exit status is 1.
"""

import re
import sys
from pathlib import Path

from ..judge.pointers import resolved
from ..judge.reading import read

METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
SECTIONS = ["Example", "Parameters", "Return type", "Authorization", "HTTP request headers", "HTTP responses"]


def words(text):
    """The words of a text, so that escapes, line breaks and table bars make no difference."""
    found = re.findall(r"[^\W_]+", str(text))
    return " " + "".join(word + " " for word in found)


class Document:
    """As much of an OpenAPI document, 2.0 or 3.x, as pages tell of it."""

    def __init__(self, path):
        self.root = read(Path(path).read_bytes())

    def resolve(self, value):
        return resolved(self.root, value)

    def servers(self):
        if "servers" in self.root:
            return [server["url"].rstrip("/") for server in self.root["servers"]]
        base = self.root.get("basePath", "").rstrip("/")
        return [f"{scheme}://{self.root['host']}{base}" for scheme in self.root["schemes"]]

    def operations(self):
        for path, item in self.root["paths"].items():
            shared = item.get("parameters", [])
            for method in METHODS:
                if method in item:
                    operation = item[method]
                    parameters = [self.resolve(each) for each in shared + operation.get("parameters", [])]
                    yield method.upper(), path, operation, parameters

    def body_types(self, operation, parameters):
        """The media types of the body, empty where there is none."""
        if any(parameter["in"] in ("body", "formData") for parameter in parameters):
            return operation.get("consumes", self.root.get("consumes", []))
        return list(self.resolve(operation.get("requestBody", {})).get("content", {}))

    def answers(self, operation):
        """Status, description, media types and headers of each response."""
        for status, response in operation["responses"].items():
            response = self.resolve(response)
            types = list(response.get("content", {}))
            if "schema" in response:
                types = operation.get("produces", self.root.get("produces", []))
            yield str(status), response.get("description", ""), types, list(response.get("headers", {}))

    def schemes(self, operation):
        for requirement in operation.get("security", self.root.get("security", [])):
            yield from requirement


class Page:
    """A Markdown page cut at its headings."""

    def __init__(self, path):
        self.path = path
        self.text = path.read_text()
        parts = re.split(r"^## ", self.text, flags=re.M)
        self.head = parts[0]
        self.sections = parts[1:]


def subsections(section):
    parts = re.split(r"^### (.*)$", section, flags=re.M)
    return parts[0], {title.strip(): body for title, body in zip(parts[1::2], parts[2::2])}


class Checker:
    def __init__(self):
        self.faults = []
        self.operations = 0

    def expect(self, condition, page, message):
        if not condition:
            self.faults.append(f"{page}: {message}")

    def check(self, folder, document):
        overview = folder / "README.md"
        if not overview.exists():
            self.faults.append(f"{overview}: there is no such page")
            return
        pages = [Page(path) for path in sorted(folder.glob("*.md")) if path != overview]
        self.check_overview(Page(overview), document)
        for method, path, operation, parameters in document.operations():
            self.operations += 1
            self.check_operation(pages, overview, document, method, path, operation, parameters)

    def check_overview(self, page, document):
        info = document.root["info"]
        for text in [info["title"], info["version"], info.get("description", "")]:
            self.expect(words(text) in words(page.text), page.path, f"does not say {text!r}")
        for server in document.servers():
            self.expect(server in page.text, page.path, f"does not name the base URI {server}")
        for tag in document.root.get("tags", []):
            text = tag.get("description", "")
            self.expect(words(text) in words(page.text), page.path, f"does not describe the tag {tag['name']}")

    def check_operation(self, pages, overview, document, method, path, operation, parameters):
        line = re.compile(rf"\*\*{method}\*\*\s+`?{re.escape(path)}`?(\s|$)")
        found = [(page, section) for page in pages for section in page.sections if line.search(section)]
        if len(found) != 1:
            self.faults.append(f"{overview}: {len(found)} sections for {method} {path} instead of 1")
            return
        page, section = found[0]
        name = f"{method} {path}"
        for server in document.servers():
            self.expect(server in page.head, page.path, f"does not name the base URI {server}")
        row = [each for each in page.head.splitlines() if each.startswith("|") and path in each and method in each]
        self.expect(len(row) == 1, page.path, f"{name} is not in the table of methods")
        head, parts = subsections(section)
        for text in [operation.get("summary", ""), operation.get("description", "")]:
            self.expect(words(text) in words(head), page.path, f"{name}: does not say {text!r}")
            if row and text == operation.get("summary"):
                self.expect(words(text) in words(row[0]), page.path, f"{name}: the table of methods lacks its summary")
        if operation.get("deprecated"):
            self.expect("deprecated" in head.lower(), page.path, f"{name}: is not marked as deprecated")
        for title in SECTIONS:
            self.expect(title in parts, page.path, f"{name}: has no section {title!r}")
        if all(title in parts for title in SECTIONS):
            self.check_sections(page.path, name, parts, document, operation, parameters)

    def check_sections(self, page, name, parts, document, operation, parameters):
        self.expect(re.search(r"^```swift\n.+?^```$", parts["Example"], re.M | re.S), page, f"{name}: has no Swift example")
        rows = [each for each in parts["Parameters"].splitlines() if each.startswith("|")]
        for parameter in parameters:
            own = [row for row in rows if words(parameter["name"]) in words(row) and f" {parameter['in']} " in words(row)]
            self.expect(len(own) == 1, page, f"{name}: no row for the {parameter['in']} parameter {parameter['name']}")
            for row in own:
                text = parameter.get("description", "")
                self.expect(words(text) in words(row), page, f"{name}: {parameter['name']} is not described")
                note = "required" if parameter.get("required") else "optional"
                self.expect(words(note) in words(row), page, f"{name}: {parameter['name']} is not marked {note}")
        bodies = document.body_types(operation, parameters)
        if bodies:
            self.expect(any(" body " in words(row) for row in rows), page, f"{name}: no row for the body")
        if not parameters and not bodies:
            self.expect(not rows and parts["Parameters"].strip(), page, f"{name}: does not say that it has no parameters")
        answers = list(document.answers(operation))
        returns = any(types for status, _, types, _ in answers if status.startswith("2"))
        expected = "Void" not in parts["Return type"] if returns else "Void" in parts["Return type"]
        self.expect(expected and parts["Return type"].strip(), page, f"{name}: the return type is not told")
        schemes = list(document.schemes(operation))
        kinds = document.root.get("securityDefinitions") or document.root["components"]["securitySchemes"]
        for scheme in schemes:
            places = [kinds[scheme].get("name"), kinds[scheme].get("scheme"), scheme]
            told = parts["Authorization"].lower()
            self.expect(any(place and place.lower() in told for place in places), page, f"{name}: {scheme} is not told")
        self.check_headers(page, name, parts["HTTP request headers"], bodies, answers)
        for answer in answers:
            self.check_answer(page, name, parts["HTTP responses"], *answer)

    def check_headers(self, page, name, text, bodies, answers):
        lines = {line.split("**")[1]: line for line in text.splitlines() if line.count("**") == 2}
        self.expect(set(lines) == {"Content-Type", "Accept"}, page, f"{name}: Content-Type and Accept are not told")
        for kind in bodies:
            self.expect(kind in lines.get("Content-Type", ""), page, f"{name}: Content-Type lacks {kind}")
        for _, _, kinds, _ in answers:
            for kind in kinds:
                self.expect(kind in lines.get("Accept", ""), page, f"{name}: Accept lacks {kind}")

    def check_answer(self, page, name, text, status, description, kinds, headers):
        rows = [row for row in text.splitlines() if re.match(rf"\| \**{status}\** \|", row)]
        self.expect(len(rows) == 1, page, f"{name}: {len(rows)} rows for the status {status} instead of 1")
        for row in rows:
            cells = [cell.strip() for cell in row.strip("|").split("|")]
            self.expect(len(cells) == 4, page, f"{name}: the row of {status} has {len(cells)} cells instead of 4")
            if len(cells) != 4:
                continue
            self.expect(words(description).strip() in words(cells[1]), page, f"{name}: {status} is not described")
            self.expect(bool(kinds) == bool(words(cells[2]).strip()), page, f"{name}: the body type of {status} is wrong")
            for header in headers:
                self.expect(header in cells[3], page, f"{name}: {status} lacks the header {header}")


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 64
    checker = Checker()
    for argument in sys.argv[2:]:
        module, _, path = argument.partition("=")
        checker.check(Path(sys.argv[1]) / module, Document(path))
    for fault in checker.faults:
        print(fault, file=sys.stderr)
    print(f"{checker.operations} operations on {len(sys.argv) - 2} services' pages, {len(checker.faults)} faults")
    return 1 if checker.faults or not checker.operations else 0


if __name__ == "__main__":
    sys.exit(main())
