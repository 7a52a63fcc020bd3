"""Turns packed archives into a release.

    publish.py archive FOLDER ARCHIVE       pack a folder, with the same bytes for the same contents
    publish.py release FOLDER --url URL     write what is published beside the archives of FOLDER, which will be found below URL
    publish.py mark FOLDER --url URL        make this checkout that of the release: what is tagged

`release` writes the artifact bundle, the Homebrew formula, the Dockerfile and SHA256SUMS. `mark` has the plug-ins run the bundle (Package.swift), and gives
Release/download its sums (Release/SHA256SUMS) and address (Release/URL).
"""

import argparse
import gzip
import hashlib
import io
import json
import pathlib
import re
import string
import subprocess
import sys
import tarfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "Release" / "Templates"
BUNDLE = "clientsmith.artifactbundle"
ARCHIVE = re.compile(r"clientsmith-(?P<version>[0-9][\w.]*)-(?P<system>linux|macos)-(?P<machine>\w+)\.tar\.gz")
# The first year that a zip archive can state.
EPOCH = (1980, 1, 1, 0, 0, 0)
# What SwiftPM, Homebrew and Docker call the platforms.
TRIPLES = {
    "linux-x86_64": "x86_64-unknown-linux-gnu", "linux-aarch64": "aarch64-unknown-linux-gnu",
    "macos-arm64": "arm64-apple-macosx", "macos-x86_64": "x86_64-apple-macosx",
}
BREW = {
    "linux-x86_64": ("on_linux", "on_intel"), "linux-aarch64": ("on_linux", "on_arm"),
    "macos-arm64": ("on_macos", "on_arm"), "macos-x86_64": ("on_macos", "on_intel"),
}
DOCKER = {"linux-x86_64": "amd64", "linux-aarch64": "arm64"}


class Archive:
    def __init__(self, path):
        found = ARCHIVE.fullmatch(path.name)
        self.path, self.version = path, found["version"]
        self.platform = f"{found['system']}-{found['machine']}"
        self.sum = digest(path)
        if self.platform not in TRIPLES:
            sys.exit(f"{path.name}: unknown platform {self.platform}; known are {', '.join(TRIPLES)}")


def archives(folder):
    """The archives of one version."""
    found = [Archive(path) for path in sorted(folder.iterdir()) if ARCHIVE.fullmatch(path.name)]
    versions = sorted({archive.version for archive in found})
    if len(versions) != 1:
        sys.exit(f"{folder}: expected archives of one version, found {', '.join(versions) or 'none'}")
    return found


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def pack(folder, archive):
    """A tar archive whose bytes depend on contents and on the time of the commit alone."""
    time = int(subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True).stdout)

    def cleaned(entry):
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = time
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.GNU_FORMAT) as tar:
        tar.add(folder, arcname=folder.name, recursive=False, filter=cleaned)
        for path in sorted(folder.rglob("*")):
            tar.add(path, arcname=str(path.relative_to(folder.parent)), recursive=False, filter=cleaned)
    archive.write_bytes(gzip.compress(data.getvalue(), 9, mtime=0))
    print(f"{archive}: {archive.stat().st_size} bytes, {(folder / 'bin' / 'clientsmith').stat().st_size} of them the program unpacked")


def bundle(found, folder):
    """The artifact bundle with the program of every platform, and the licenses (SwiftPM, SE-0305)."""
    variants, files = [], {}
    for archive in found:
        name = archive.path.name.removesuffix(".tar.gz")
        with tarfile.open(archive.path) as tar:
            for member in tar.getmembers():
                inner = member.name.removeprefix(name + "/")
                if member.isfile() and (inner == "bin/clientsmith" or inner.startswith("share/doc/")):
                    files[f"{BUNDLE}/{name}/{inner}"] = (tar.extractfile(member).read(), member.mode)
        variants.append({"path": f"{name}/bin/clientsmith", "supportedTriples": [TRIPLES[archive.platform]]})
    info = {
        "schemaVersion": "1.0",
        "artifacts": {"clientsmith": {"version": found[0].version, "type": "executable", "variants": variants}}}
    files[f"{BUNDLE}/info.json"] = ((json.dumps(info, indent=2) + "\n").encode(), 0o644)
    target = folder / (BUNDLE + ".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, (contents, mode) in sorted(files.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = (0o100000 | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, contents)
    return target


def formula(found, url):
    """The Homebrew formula."""
    systems = {}
    for archive in found:
        system, machine = BREW[archive.platform]
        systems.setdefault(system, []).append(
            f'    {machine} do\n      url "{url}/{archive.path.name}"\n      sha256 "{archive.sum}"\n    end\n')
    platforms = "\n".join(f"  {system} do\n{''.join(parts)}  end\n" for system, parts in sorted(systems.items()))
    return filled("clientsmith.rb", url=url, version=found[0].version, platforms=platforms)


def dockerfile(found, url):
    """The Dockerfile: one stage a platform, which Docker chooses by its own name of the architecture."""
    stages = "\n".join(
        f"FROM base AS {DOCKER[archive.platform]}\n"
        f"ADD --checksum=sha256:{archive.sum} \\\n    {url}/{archive.path.name} /tmp/clientsmith.tar.gz\n"
        for archive in found if archive.platform in DOCKER)
    return filled("Dockerfile", stages=stages)


def filled(name, **values):
    return string.Template((TEMPLATES / name).read_text()).substitute(values)


def sums(paths):
    return "".join(f"{digest(path)}  {path.name}\n" for path in paths)


def release(folder, url):
    found = archives(folder)
    packed = bundle(found, folder)
    (folder / "clientsmith.rb").write_text(formula(found, url))
    (folder / "Dockerfile").write_text(dockerfile(found, url))
    (folder / "SHA256SUMS").write_text(sums([archive.path for archive in found] + [packed]))
    print(binary_target(published(packed, url)))


def published(packed, url):
    return f'url: "{url}/{packed.name}", checksum: "{digest(packed)}"'


def binary_target(source):
    return f'.binaryTarget(name: "clientsmith-tool", {source})'


def mark(folder, url):
    """Has the checkout take the release. A folder in place of a URL has it take the bundle that is in the checkout."""
    source = published(folder / (BUNDLE + ".zip"), url) if url else f'path: "{BUNDLE}"'
    manifest = ROOT / "Package.swift"
    text, count = re.subn(
        r"^let releasedTool: Target\? = .*$", "let releasedTool: Target? = " + binary_target(source).replace("\\", r"\\"),
        manifest.read_text(), flags=re.M)
    if count != 1:
        sys.exit("Package.swift: expected one line 'let releasedTool: Target? = …'")
    manifest.write_text(text)
    if url:
        (ROOT / "Release" / "URL").write_text(url + "\n")
        (ROOT / "Release" / "SHA256SUMS").write_bytes((folder / "SHA256SUMS").read_bytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("archive")
    command.add_argument("folder", type=pathlib.Path)
    command.add_argument("archive", type=pathlib.Path)
    for name in ("release", "mark"):
        command = commands.add_parser(name)
        command.add_argument("folder", type=pathlib.Path)
        command.add_argument("--url", required=name == "release", help="where the files of the folder will be found")
    options = parser.parse_args()
    if options.command == "archive":
        pack(options.folder, options.archive)
    elif options.command == "release":
        release(options.folder, options.url.rstrip("/"))
    else:
        mark(options.folder, options.url and options.url.rstrip("/"))


if __name__ == "__main__":
    main()
