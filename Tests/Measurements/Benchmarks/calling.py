#!/usr/bin/env python3
"""What a call of a generated client costs, against the same call written by hand with the same transport.

    Tests/Measurements/Benchmarks/calling.py [--tool PATH]

Writes a client of `calling/document.yaml`, and builds and runs `calling/Calling.swift` with it, optimized.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

from models import ROOT, run

MANIFEST = """// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "calling",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(path: "Shop"), .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .executableTarget(
            name: "calling",
            dependencies: [
                .product(name: "Shop", package: "Shop"), .product(name: "ShopRuntime", package: "Shop"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: [.treatAllWarnings(as: .error)])
    ],
    swiftLanguageModes: [.v6]
)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", default=ROOT / ".build/release/clientsmith", type=pathlib.Path)
    options = parser.parse_args()
    here = pathlib.Path(__file__).parent / "calling"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        run([options.tool, "generate", here / "document.yaml", "--module", "Shop", "--output", folder / "Shop", "--quiet"])
        (folder / "Package.swift").write_text(MANIFEST)
        sources = folder / "Sources/calling"
        sources.mkdir(parents=True)
        shutil.copy(here / "Calling.swift", sources)
        build = ["swift", "build", "--package-path", folder, "-c", "release"]
        run([*build, "--quiet"])
        program = pathlib.Path(run([*build, "--show-bin-path"]).strip()) / "calling"
        sys.exit(subprocess.run([str(program)]).returncode)


if __name__ == "__main__":
    main()
