#!/usr/bin/env python3
"""How large a static program of one call is, by transport, and which libraries it contains.

    Tests/Measurements/Benchmarks/sizes.py [--clients FOLDER] [--only NAME…] [--scratch FOLDER]

FOLDER is a package of generated clients such as Generated; an older one shows what has changed.
"""

import argparse
import pathlib
import re
import shutil
import tempfile

from models import ROOT, run

MANIFEST = """// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "sizes",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "TokenClients", path: "%(clients)s"%(traits)s),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .executableTarget(
            name: "Program",
            dependencies: [
                .product(name: "ShipEngine", package: "TokenClients"),
                .product(name: "TokenClientsRuntime", package: "TokenClients"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: [%(settings)s])
    ],
    swiftLanguageModes: [.v6]
)
"""

OWN = '.define("OWN_TRANSPORT")'
# Name: traits of the clients, settings of the program, options of the build.
PROGRAMS = {
    "own transport": ("[]", OWN, ["--static-swift-stdlib"]),
    "own transport, no shared library": ("[]", OWN, ["-Xswiftc", "-static-executable"]),
    "AsyncHTTPClient": ('["AsyncHTTPClient"]', "", ["--static-swift-stdlib"]),
    "URLSession": ("", "", ["--static-swift-stdlib"]),
}
# Library: a symbol that only it defines.
LIBRARIES = {
    "Foundation": r"\$s10Foundation\d|\bCFRunLoopRun$",
    "FoundationNetworking": r"\$s20FoundationNetworking",
    "FoundationEssentials": r"\$s20FoundationEssentials",
    "ICU": r"\bu_\w*charType|ucol_open",
    "libcurl": r"\bcurl_easy_init",
    "BoringSSL": r"CNIOBoringSSL_SSL_new",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clients", default=ROOT / "Generated", type=pathlib.Path)
    parser.add_argument("--only", nargs="+", choices=PROGRAMS, default=list(PROGRAMS))
    parser.add_argument("--scratch", type=pathlib.Path, help="Keep the builds here.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.scratch or pathlib.Path(temporary)
        print("| program | MB | stripped MB | contains |\n|---|---|---|---|")
        for name in options.only:
            print(row(name, options.clients.resolve(), folder / re.sub(r"\W+", "-", name)), flush=True)


def row(name, clients, folder):
    traits, settings, flags = PROGRAMS[name]
    sources = folder / "Sources/Program"
    sources.mkdir(parents=True, exist_ok=True)
    shutil.copy(pathlib.Path(__file__).parent / "sizes/Program.swift", sources / "main.swift")
    traits = f", traits: {traits}" if traits else ""
    (folder / "Package.swift").write_text(MANIFEST % {"clients": clients, "traits": traits, "settings": settings})
    build = ["swift", "build", "--package-path", folder, "-c", "release", "--quiet", *flags]
    try:
        run(build)
    except SystemExit as error:
        missing = re.findall(r"(?:unable to find library|cannot find|undefined symbol:?|undefined reference to) (\S+)", str(error.code))
        lines = re.findall(r"error: .*", str(error.code))
        return f"| {name} | – | – | does not link: {' '.join(dict.fromkeys(missing)) or ' '.join(lines)[:120]} |"
    program = pathlib.Path(run([*build, "--show-bin-path"]).strip()) / "Program"
    stripped = folder / "stripped"
    run(["strip", "-o", stripped, program])
    symbols = run(["nm", program])
    contained = [library for library, pattern in LIBRARIES.items() if re.search(pattern, symbols, re.M)]
    sizes = " | ".join(f"{file.stat().st_size / 1e6:.1f}" for file in (program, stripped))
    return f"| {name} | {sizes} | {', '.join(contained)} |"


if __name__ == "__main__":
    main()
