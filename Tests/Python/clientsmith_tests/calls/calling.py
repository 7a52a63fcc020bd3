"""Makes clients of documents, and a program that calls their operations."""

import argparse
import json
import logging
import os
import subprocess
import sys
import warnings
from pathlib import Path

from ..corpus import finding as corpus
from ..folders import CORPUS, INTEGRATION, SPECS
from ..judge.documents import Document
from .program import Client, main_source

warnings.simplefilter("ignore")
logging.disable()

SHARED = {
    "ApplePetstore": "apple-petstore/petstore.yaml",
    "SwaggerPetstore": "swagger-petstore/openapi.yaml",
    "Museum": "museum/openapi.yaml",
    "Cafe": "redocly-cafe/cafe.yaml",
    "Twilio": "twilio/twilio_messaging_v1.yaml",
    "Netlify": "netlify/swagger.yml",
    "Docker": "docker-engine/swagger.yaml",
    "Qdrant": "qdrant/openapi.json",
}
OWN = {"ShipEngine": "shipengine.yaml", "Forsta": "forsta.yaml", "RunAI": "runai.yaml", "Togai": "togai.yaml"}
PACKAGE = """\
// swift-tools-version: 6.3
import PackageDescription

let clients: [Target.Dependency] = [{modules}].map {{ .product(name: $0, package: "Clients") }}

let package = Package(
    name: "Caller",
    platforms: [.macOS(.v15)],
    dependencies: [.package(path: "../Clients")],
    targets: [.executableTarget(name: "Caller", dependencies: clients)],
    swiftLanguageModes: [.v6]
)
"""


def run(command, **options):
    result = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, command[:3]))}… ended with status {result.returncode}\n{result.stdout[-6000:]}")
    return result.stdout


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def documents(given, all_of_them):
    if given:
        return {f"Client{number}": Path(path).resolve() for number, path in enumerate(given)}, 1
    if all_of_them and CORPUS.is_dir():
        found = corpus.documents(CORPUS)
        names = corpus.modules(found, CORPUS, set())
        return {names[path]: path for path in found}, 2000
    if CORPUS.is_dir():
        return {name: CORPUS / path for name, path in SHARED.items()}, 100
    print("  ../shared is not there: the repository's own documents are called")
    return {name: SPECS / path for name, path in OWN.items()}, 1


def generate(options, wanted):
    """The clients in one package, and the program that calls them in another."""
    # JSON is YAML.
    clients = [{"document": str(path), "module": name} for name, path in wanted.items()]
    # The program names types of every part of the runtime.
    configuration = {"package": "CallClients", "output": "Clients", "runtimeParts": "all", "clients": clients}
    write(options.scratch / "clients.json", json.dumps(configuration))
    run([options.clientsmith, "generate", "--config", options.scratch / "clients.json", "--quiet", "--overwrite-edited"])
    result = []
    for name, path in wanted.items():
        model = json.loads(subprocess.run(
            [options.clientsmith, "model", path, "--module", name, "--quiet"], stdout=subprocess.PIPE, text=True, check=True
        ).stdout)
        client = Client(name, Document(path), model, options.limit)
        write(options.scratch / "Caller" / "Sources" / "Caller" / f"{name}.swift", client.source())
        result.append(client)
    modules = ", ".join(f'"{name}"' for name in [*wanted, "CallClientsRuntime"])
    write(options.scratch / "Caller" / "Package.swift", PACKAGE.format(modules=modules))
    write(options.scratch / "Caller" / "Sources" / "Caller" / "Main.swift", main_source(result))
    for source in (INTEGRATION / "Calls" / "Program").glob("*.swift"):
        write(options.scratch / "Caller" / "Sources" / "Caller" / source.name, source.read_text())
    write_plan(options, result)
    return result


def write_plan(options, clients):
    """What the program reads: the values of the arguments, and how often each operation is called."""
    plan = {
        "values": {key: text for client in clients for key, text in client.values.items()},
        "responses": {key: max(1, len(items)) for client in clients for key, items in client.responses.items()},
    }
    write(options.scratch / "plan.json", json.dumps(plan))


def built(options):
    """The program, compiled."""
    flags = ["--package-path", options.scratch / "Caller", "--scratch-path", options.scratch / "build"]
    run(["swift", "build", *flags, *os.environ.get("QUICK", "").split()])
    return Path(run(["swift", "build", *flags, "--show-bin-path"]).strip().splitlines()[-1]) / "Caller"


def outcomes(command):
    """What the program says of each call, by its key."""
    lines = (json.loads(line) for line in run(command, timeout=3600).splitlines() if line.startswith("{"))
    return {line["key"]: line["outcome"] for line in lines}


def arguments(documentation):
    parser = argparse.ArgumentParser(description=documentation, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clientsmith", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=40, help="operations of each document; 0 for all")
    parser.add_argument("--all", action="store_true", help="every document of ../shared/corpus")
    parser.add_argument("--verbose", action="store_true", help="print the contradictions of the documents")
    parser.add_argument("documents", nargs="*")
    options = parser.parse_args()
    options.scratch = options.scratch.resolve()
    return options
