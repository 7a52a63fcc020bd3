"""Code blocks of the pages, and how a shell block is run."""

import dataclasses
import pathlib
import re
import subprocess

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
PLACE = re.compile(r"(?:#|//) ([\w./-]+\.\w+)\n")
SHELL = ("sh", "console")
# How many files there are changes with every file of the runtime; whether there are any is what counts.
COUNT = re.compile(r"\b[1-9]\d* (files?(?= written)|unchanged)")
SEPARATOR = "\x1e"


@dataclasses.dataclass
class Block:
    page: str
    line: int
    language: str
    text: str

    @property
    def name(self):
        return f"{self.page}.md:{self.line}"

    @property
    def path(self):
        """Where the block's text is to stand, which its first line says."""
        found = PLACE.match(self.text)
        return found and found[1]

    @property
    def commands(self):
        """The commands of a block, each with what it is shown to print; `None` where that is not shown."""
        if self.language == "sh":
            return [(self.text, None)]
        commands = []
        for line in self.text.splitlines(keepends=True):
            if line.startswith("$ "):
                commands.append((line[2:], ""))
            elif commands:
                commands[-1] = (commands[-1][0], commands[-1][1] + line)
            else:
                raise SystemExit(f"{self.name}: a console block begins with a command")
        return commands


def blocks(page: pathlib.Path):
    """The blocks of a page; one that is fenced or indented in another way would be passed over, so there may be none."""
    text = page.read_text()
    rest = FENCE.sub("", text)
    if other := re.search(r"^.*(?:```|~~~).*$|^(?:    |\t)(?!@).*\n(?:\n|\Z)", rest, re.M):
        raise SystemExit(f"{page.name}: no block, though it looks like one: {other[0]}")
    return [
        Block(page.stem, text.count("\n", 0, match.start(1)) + 1, match[1], match[2]) for match in FENCE.finditer(text)
    ]


def run(block, folder, environment):
    """Runs a shell block as a script of its own, and says what is not as the page has it."""
    commands = block.commands
    if block.language == "sh":
        script = "set -e -o pipefail\n" + block.text
    else:
        # What a command ends with is for the next one to show.
        script = "".join(f"{command}status=$?; printf '{SEPARATOR}'; (exit $status)\n" for command, _ in commands)
        script += "exit 0\n"
    ended = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if ended.returncode:
        return f"{block.name}: ends with {ended.returncode}\n{ended.stdout}"
    if block.language == "sh":
        return None
    for (command, shown), got in zip(commands, ended.stdout.split(SEPARATOR)):
        if not matches(shown, got):
            return f"{block.name}: {command}shown:\n{shown}printed:\n{got}"
    return None


def matches(shown, got):
    """Whether this is what was printed. A line `…` stands for any lines."""
    shown, got = (COUNT.sub("some", text) for text in (shown, got))
    parts = [".*" if line == "…\n" else re.escape(line) for line in shown.splitlines(keepends=True)]
    return re.fullmatch("".join(parts), got, re.S) is not None
