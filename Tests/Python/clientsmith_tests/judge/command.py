"""What the commands of the judge have in common."""

import argparse
import sys

from .documents import Document
from .reading import Unreadable

# The exit status if the document can't be read.
REFUSED = 65


def parser(description):
    """A parser of command lines that name a document."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("document")
    return made


def opened(path, make):
    """What `make` makes of a document; ends the command with status 65 and a message if the document can't be read."""
    try:
        return make(Document(path))
    except (Unreadable, UnicodeError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        sys.exit(REFUSED)


def lines():
    """The lines of standard input that are not blank, each with its number from 1."""
    for number, text in enumerate(sys.stdin, 1):
        if text.strip():
            yield number, text
