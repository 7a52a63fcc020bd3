"""Lets generated clients call operations over HTTP, and the requests be judged against the documents they come from.

    calls.py --clientsmith TOOL --scratch FOLDER [--limit COUNT] [DOCUMENT…]

Generates a client for each document, and a program that calls up to COUNT operations of each (40 unless it is said): once with every argument,
once with the required ones. The values of the arguments are made from the document by the sampler of Tests/Judge. The program sends its
requests with the clients' own transport to a server on the loopback interface, and openapi-core judges each one that arrives against the
same document. Without DOCUMENT those of ../shared/corpus that are named below are taken, and where that folder is not there the repository's own.

The exit status is 0 if every request that was sent was accepted, every call sent one, and at least 100 operations were called
(of the repository's own documents, every one).
"""

import argparse
import json
import logging
import subprocess
import sys
import time
import warnings
from collections import defaultdict
from pathlib import Path

sys.dont_write_bytecode = True
warnings.simplefilter("ignore")
logging.disable()
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[0] = str(HERE)
sys.path.insert(1, str(ROOT / "Tests" / "Judge" / "library"))

from judge.documents import Document  # noqa: E402
from judge.sent import Judge  # noqa: E402
from program import Client, main_source  # noqa: E402
from server import RecordingServer  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
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


def documents(given):
    if given:
        return {f"Client{number}": Path(path).resolve() for number, path in enumerate(given)}, 1
    if CORPUS.is_dir():
        return {name: CORPUS / path for name, path in SHARED.items()}, 100
    print("  ../shared is not there: the repository's own documents are called")
    return {name: ROOT / "specs" / path for name, path in OWN.items()}, 1


def generate(options, wanted):
    """The clients in one package, and the program that calls them in another."""
    # JSON is YAML.
    clients = [{"document": str(path), "module": name} for name, path in wanted.items()]
    write(options.scratch / "clients.json", json.dumps({"package": "CallClients", "output": "Clients", "clients": clients}))
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
    write(options.scratch / "values.json", json.dumps({key: text for client in result for key, text in client.values.items()}))
    return result


def send(options):
    """The requests by the key of the call, and what the program says of calls that sent none."""
    flags = ["--package-path", options.scratch / "Caller", "--scratch-path", options.scratch / "build"]
    run(["swift", "build", *flags])
    program = Path(run(["swift", "build", *flags, "--show-bin-path"]).strip().splitlines()[-1]) / "Caller"
    with RecordingServer() as server:
        said = run([program, server.url, options.scratch / "values.json"], timeout=600)
        sent = defaultdict(list)
        for request in server.requests:
            sent[next((value for name, value in request["headers"] if name.lower() == "x-call"), "")].append(request)
    return sent, dict(line.split("\t", 1) for line in said.splitlines() if "\t" in line)


def judge(client, document, sent, said):
    """The operations that were accepted, and what is wrong with the others."""
    court = Judge(Document(document))
    faults, accepted, rejected = [], set(), set()
    for key, operation in client.calls.items():
        errors = [said.get(key, "nothing was sent")] if not sent[key] else []
        for request in sent[key]:
            errors += court.judge(request | {"operation": operation})[1]
        (rejected if errors else accepted).add(operation)
        faults += [f"{key}: {error}" for error in errors]
    return accepted - rejected, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clientsmith", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("documents", nargs="*")
    options = parser.parse_args()
    options.scratch = options.scratch.resolve()
    began = time.monotonic()
    wanted, least = documents(options.documents)
    clients = generate(options, wanted)
    sent, said = send(options)
    total = requests = 0
    all_faults = []
    for client in clients:
        accepted, faults = judge(client, wanted[client.name], sent, said)
        total += len(accepted)
        count = sum(len(sent[key]) for key in client.calls)
        requests += count
        print(f"  {client.name:<16} {len(accepted):>4} of {len(set(client.calls.values())):>4} operations, {count:>4} requests")
        for key, reason in client.without:
            print(f"    not called: {key}, {reason}")
        all_faults += faults
    for fault in all_faults:
        print(fault, file=sys.stderr)
    print(f"  {total} operations accepted, {requests} requests, {len(all_faults)} faults, in {time.monotonic() - began:.0f} s")
    return 1 if all_faults or total < least else 0


if __name__ == "__main__":
    sys.exit(main())
