"""Makes a document that fails small."""

import copy
import hashlib
import json
from pathlib import Path

TRIALS = 250


def minimize(run, fault, cases: Path) -> str:
    """Keeps the smallest document found that fails as the run did, and returns its file's name.

    `fault` runs a document and returns the kind of its failure.
    """
    search = Search(run.document, run.fault, fault)
    search.delete()
    search.shorten()
    search.delete()
    text = json.dumps(search.document, indent=1, ensure_ascii=True) + "\n"
    kind = run.verdict.replace(" ", "-")
    cases.mkdir(parents=True, exist_ok=True)
    path = cases / f"{kind}-{hashlib.sha256(run.fault.encode()).hexdigest()[:8]}.json"
    path.write_text(text)
    return f"{path.name}: {run.fault}"


class Search:
    def __init__(self, document, wanted: str, fault):
        self.document, self.wanted, self.fault = document, wanted, fault
        self.trials = 0

    def attempt(self, candidate) -> bool:
        if self.trials >= TRIALS:
            return False
        self.trials += 1
        if self.fault(candidate) != self.wanted:
            return False
        self.document = candidate
        return True

    def delete(self):
        """Deletes from the root to the leaves whatever is not needed."""
        pending = [()]
        while pending:
            path = pending.pop(0)
            keys = self.keys(path)
            # Half of a large container at once, then single members.
            size = len(keys) // 2
            while size >= 1:
                for start in range(len(keys) - size, -1, -size):
                    chosen = keys[start : start + size]
                    if self.attempt(without(self.document, path, chosen)):
                        keys = self.keys(path)
                size = size // 2 if size > 1 else 0
            if len(keys) == 1:
                self.attempt(without(self.document, path, keys))
            pending += [(*path, key) for key in self.keys(path)]

    def keys(self, path) -> list:
        node = at(self.document, path)
        return list(node) if isinstance(node, dict) else list(range(len(node))) if isinstance(node, list) else []

    def shorten(self):
        """Texts become one letter where the failure stays."""
        for path in list(leaves(self.document, ())):
            if len(at(self.document, path)) > 3:
                candidate = copy.deepcopy(self.document)
                at(candidate, path[:-1])[path[-1]] = "x"
                self.attempt(candidate)


def at(node, path):
    for key in path:
        if isinstance(node, dict) and key in node or isinstance(node, list) and isinstance(key, int) and key < len(node):
            node = node[key]
        else:
            return None
    return node


def without(document, path, keys):
    result = copy.deepcopy(document)
    container = at(result, path)
    for key in sorted(keys, reverse=True) if isinstance(container, list) else keys:
        del container[key]
    return result


def leaves(node, path):
    if isinstance(node, str) and path:
        yield path
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from leaves(value, (*path, key))
