#!/usr/bin/env python3
"""How fast generated types decode and encode, against synthesized conformances and Foundation's coders.

    Tests/Measurements/Benchmarks/coding.py [--tool PATH]

Writes a package of `coding/document.yaml`, makes a copy of its models whose conformances are synthesized, and builds `coding/main.swift` with
both, optimized. Unions have no synthesized conformance; theirs is the switch over a discriminator one would write by hand.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

from models import FLAGS, ROOT, run, synthesized

UNION = """
extension Synthesized {
    public enum Pet: Codable, Hashable, Sendable {
        case cat(Cat), dog(Dog), fish(Fish)
        enum Keys: String, CodingKey { case kind }
        public init(from decoder: any Decoder) throws {
            switch try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .kind) {
            case "cat": self = .cat(try Cat(from: decoder))
            case "dog": self = .dog(try Dog(from: decoder))
            default: self = .fish(try Fish(from: decoder))
            }
        }
        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .cat(let value): try value.encode(to: encoder)
            case .dog(let value): try value.encode(to: encoder)
            case .fish(let value): try value.encode(to: encoder)
            }
        }
    }
}
"""
STATUS = """
extension Synthesized {
    public enum Status: String, Codable, Hashable, Sendable { case open, closed, waiting }
}
"""


def sources(package, folder):
    """The generated models as one module, and the same with synthesized conformances as another."""
    written, plain = folder / "Written", folder / "Synthesized"
    for module in (written, plain):
        module.mkdir()
        (module / "_Service.swift").write_text(f"public nonisolated struct {module.name} {{}}\n")
    for path in (package / "Sources/Written/Types").glob("*.swift"):
        text = path.read_text()
        (written / path.name).write_text(text)
        other = {"Pet.swift": UNION, "Status.swift": STATUS}.get(path.name)
        if other is None:
            lines = [line for line in text.splitlines(True) if "import WrittenRuntime" not in line]
            other = synthesized("".join(lines)).replace("extension Written", "extension Synthesized")
        (plain / path.name).write_text(other)
    return written, plain


def compiled(folder, name, files, search, *more):
    command = ["swiftc", "-O", *FLAGS, "-module-name", name, "-emit-module", "-emit-module-path", folder / f"{name}.swiftmodule"]
    run([str(part) for part in [*command, *more, *search, *files, "-o", folder / f"{name}.o"]])
    return folder / f"{name}.o"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", default=ROOT / ".build/release/clientsmith", type=pathlib.Path)
    options = parser.parse_args()
    here = pathlib.Path(__file__).parent / "coding"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        package = folder / "package"
        run([options.tool, "generate", here / "document.yaml", "--module", "Written", "--output", package, "--quiet"])
        build = ["swift", "build", "--package-path", package, "-c", "release", "--target", "WrittenRuntime"]
        run([*build, "--quiet"])
        products = pathlib.Path(run([*build, "--show-bin-path"]).strip())
        runtime = sorted((package / "Sources/WrittenRuntime").glob("*.swift"))
        objects = [compiled(folder, "WrittenRuntime", runtime, ["-I", products / "Modules"], "-enable-testing")]
        # In this order: the module of the same name that SwiftPM made must not be found instead.
        search = ["-I", folder, "-I", products / "Modules"]
        for module in sources(package, folder):
            objects.append(compiled(folder, module.name, sorted(module.glob("*.swift")), search))
        program = folder / "coding"
        http = sorted((products / "HTTPTypes.build").glob("*.o"))
        run([str(part) for part in ["swiftc", "-O", "-swift-version", "6", *search, here / "main.swift", *objects, *http, "-o", program]])
        sys.exit(subprocess.run([str(program)]).returncode)


if __name__ == "__main__":
    main()
