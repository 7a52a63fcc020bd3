#!/usr/bin/env python3
"""The server of the conformance suite: on 127.0.0.1 alone, one scenario for each path.

Writes one line of JSON with its origins when it is ready. Each line of standard input is the id of a call; the
response is one line with the requests that carried it. Ends with its standard input. CERTIFICATE in the environment
is a folder with certificate.pem and key.pem; without it they are made.
"""

import json
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import threading

import bodies
import faults
from wire import Checker, Connection

SCENARIOS = {**bodies.SCENARIOS, **faults.SCENARIOS}


class Server:
    def __init__(self, folder):
        self.lock = threading.Lock()
        self.records = {}
        self.accepted = 0
        certificate = folder / "certificate.pem"
        self.context = self.tls(certificate)
        plain, other, secure = (self.listener() for _ in range(3))
        port = plain.getsockname()[1]
        self.full = self.unreachable()
        self.origins = {
            "same": f"http://127.0.0.1:{port}",
            "port": f"http://127.0.0.1:{other.getsockname()[1]}",
            "host": f"http://localhost:{port}",
            "secure": f"https://localhost:{secure.getsockname()[1]}",
            "full": f"http://127.0.0.1:{self.full[0].getsockname()[1]}",
            "certificate": str(certificate),
        }
        for listener, scheme in (plain, "http"), (other, "http"), (secure, "https"):
            threading.Thread(target=self.accept, args=(listener, scheme), daemon=True).start()

    def tls(self, certificate):
        if not certificate.exists():
            make = pathlib.Path(__file__).with_name("certificate")
            subprocess.run([make, certificate.parent], check=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, certificate.with_name("key.pem"))
        context.set_alpn_protocols(["http/1.1"])
        return context

    def listener(self, backlog=4096):
        listener = socket.create_server(("127.0.0.1", 0), backlog=backlog)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener

    def unreachable(self):
        """A port whose queue is full, so that connecting never ends."""
        listener = self.listener(0)
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
        return [listener, *waiting]

    def accept(self, listener, scheme):
        while True:
            accepted, _ = listener.accept()
            self.accepted += 1
            threading.Thread(target=self.serve, args=(accepted, self.accepted, scheme), daemon=True).start()

    def serve(self, accepted, number, scheme):
        try:
            with accepted:
                if scheme == "https":
                    accepted = self.context.wrap_socket(accepted, server_side=True)
                connection = Connection(self, accepted, number, scheme)
                while self.respond(connection):
                    pass
        except (OSError, ValueError):
            pass

    def respond(self, connection):
        request = connection.request()
        self.record(connection, request)
        scenario = SCENARIOS.get(request.path)
        if scenario:
            return scenario(connection, request)
        connection.respond(b"", "404 Not Found", "Connection: close")

    def record(self, connection, request):
        request.record = {
            "method": request.method,
            "target": request.target,
            "fields": request.fields,
            "connection": connection.number,
            "scheme": connection.scheme,
            "host": request.field("host") or "",
            "hasLeft": False,
        }
        request.checker = Checker()
        with self.lock:
            self.records.setdefault(request.text("call"), []).append(request)

    def checker(self, request):
        return request.checker

    def left(self, request):
        request.record["hasLeft"] = True

    def found(self, call):
        with self.lock:
            requests = list(self.records.get(call, []))
        return [
            {
                **request.record,
                "length": request.checker.length,
                "mismatch": request.checker.mismatch,
                "body": request.checker.beginning.decode("latin-1"),
            }
            for request in requests
        ]


def main():
    threading.stack_size(256 * 1024)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(pathlib.Path(os.environ.get("CERTIFICATE") or folder))
        print(json.dumps(server.origins), flush=True)
        for line in sys.stdin:
            print(json.dumps(server.found(line.strip())), flush=True)


if __name__ == "__main__":
    main()
