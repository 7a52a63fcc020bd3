"""What of the pages this test does not run itself. A shell block that is not named here runs."""

import re

from ..folders import INTEGRATION, ROOT

PACKAGES = ("Consumers", "TwoPackages", "Wire", "CallSites")

# Commands that take minutes, and what of them a script must have: all but the variables that lead to its folders.
BUILDS = {
    "swift build -c release --product clientsmith": ("Tests/corpus", ["swift build", "-c release --product clientsmith"]),
    "swift build -c release --product clientsmith -Xswiftc -static-executable": (
        "Release/pack", ["swift build -c release --product clientsmith", "-Xswiftc -static-executable"]),
    "swift build": ("Tests/Integration/Consumers/run", ["swift build"]),
    "swift package --allow-writing-to-package-directory generate-clients": (
        "Tests/Integration/Consumers/run", ["swift package", "--allow-writing-to-package-directory generate-clients"]),
    "swift package --allow-writing-to-package-directory generate-clients --check": (
        "Tests/Integration/Consumers/run", ["swift package", "--allow-writing-to-package-directory generate-clients", "--check"]),
}

# Commands that can't run on this machine, or take minutes.
NOT_HERE = {
    "make release": "it builds a static release, which takes minutes",
    "python3 Release/publish.py release .build/release-archive --url https://example.com/releases\n"
    "python3 Release/publish.py mark .build/release-archive --url https://example.com/releases":
        "the steps Workflow and Consumers run both for a release of their own",
    "bazel build //:Clients": "there is no Bazel; the rule's action is run instead",
    "brew install libyaml pkgconf": "there is no macOS",
    "xcodebuild build -scheme App -destination 'generic/platform=iOS Simulator' -skipPackagePluginValidation":
        "there is no Xcode",
}

# Parts of files users have, which nothing else has.
EXCERPTS = {
    'exports_files(["clientsmith"])',
    # As Release/publish.py prints it; Tests/Integration/Consumers/run has one by path.
    '.binaryTarget(name: "clientsmith-tool", url: "https://example.com/releases/clientsmith.artifactbundle.zip", '
    'checksum: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")',
}

_seen = set()


def names(block):
    text = block.text.strip()
    if text in BUILDS or text in NOT_HERE or text in EXCERPTS:
        _seen.add(text)
        return True
    return False


def reason(block):
    """Why a shell block that is named here is not run."""
    text = block.text.strip()
    return NOT_HERE.get(text) or f"run by {BUILDS[text][0]}"


def objection(block):
    """What is wrong with a block that is not run."""
    text = block.text.strip()
    if text in BUILDS:
        script, pieces = BUILDS[text]
        has = (ROOT / script).read_text()
        found = " ".join(pieces) == text and all(piece in has for piece in pieces)
        return None if found else f"{block.name}: {script} does not run it"
    if names(block) or (block.page.startswith("ComingFrom") and text.startswith("// Before\n")):
        # Code of other generators is compiled by nobody here.
        return None
    pieces = [squeezed(piece) for piece in re.split(r"^\s*// …$", text, flags=re.M)]
    if any(all(piece in example for piece in pieces) for example in examples()):
        return None
    return f"{block.name}: neither runs, nor is a part of what another test builds"


def examples():
    """The files of the packages that other tests build."""
    for folder in PACKAGES:
        for path in sorted((INTEGRATION / folder).rglob("*")):
            if path.suffix in (".swift", ".yaml"):
                yield squeezed(path.read_text())


def squeezed(text):
    return " ".join(text.split())


def unused():
    """Entries that no page needs any more."""
    return [f"no page has '{text}'" for text in [*BUILDS, *NOT_HERE, *EXCERPTS] if text not in _seen]
