"""Which operation of a document a request is for, for openapi-core.

Real documents write queries into their paths (`/messages?beta=true`) and have paths that only differ in the names of their parameters, which
no request can tell apart (OpenAPI 3.2, "Path Templating Matching"). So the templates whose written query the request has come
before those without one, and where the caller says which template a request is for, no other one is looked at.
"""

from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

from openapi_core.templating.datatypes import TemplateResult
from openapi_core.templating.paths.datatypes import Path
from openapi_core.templating.paths.finders import APICallPathFinder
from openapi_core.templating.paths.iterators import TemplatePathsIterator


def written_query(template: str) -> list:
    """The pairs of the query that a template has written into it."""
    return parse_qsl(template.partition("#")[0].partition("?")[2], keep_blank_values=True)


def plain(template: str) -> str:
    """The part of a template that is a path."""
    return template.partition("#")[0].partition("?")[0]


class Sought:
    """The request that is looked for and, once it is found, its template as the document has it."""

    def __init__(self):
        self.start([], None)

    def start(self, query: list, template: str | None):
        self.query, self.template, self.found = query, template, None

    def fits(self, template: str) -> bool:
        return self.template in (None, template) and all(pair in self.query for pair in written_query(template))


@dataclass
class Result(TemplateResult):
    template: str = ""
    """As the document has it, with its query."""


def finder(sought: Sought) -> type:
    """A path finder of openapi-core that finds the operation of `sought`, and undoes the percent-encoding of its path parameters."""

    class Templates(TemplatePathsIterator):
        def __call__(self, name, spec, base_url=None):
            paths = dict((spec / self.paths_part).str_items())
            fitting = sorted(filter(sought.fits, paths), key=lambda template: -len(written_query(template)))
            concrete, templated = [], []
            for template in fitting:
                result = self._get_path_parser(plain(template)).search(name)
                if result is None:
                    continue
                path = Path(paths[template], Result(plain(template), result.named, template))
                (templated if result.named else concrete).append(path)
            yield from concrete + sorted(templated, key=lambda path: len(path.path_result.variables))

    class Finder(APICallPathFinder):
        paths_iterator = Templates("paths")

        def find(self, method, name):
            result = super().find(method, name)
            found = result.path_result
            found.variables = {key: unquote(value) for key, value in found.variables.items()}
            sought.found = found.template
            return result

    return Finder
