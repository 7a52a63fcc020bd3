"""A loopback HTTP server that keeps every request, and gives each call the responses that were made for it."""

import base64
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two writes, and the second one would wait for the first to be acknowledged

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.exchange
        raise AttributeError(name)

    def exchange(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) if not self.is_chunked() else self.chunks()
        headers = [[name, value.encode("latin-1").decode("utf-8", "replace")] for name, value in self.headers.items()]
        call = self.headers.get("X-Call", "")
        self.server.requests.append(
            {
                "call": call,
                "method": self.command,
                "url": self.path,
                "headers": headers,
                "body_base64": base64.b64encode(body).decode(),
            }
        )
        self.respond(self.server.responses.get(call))

    def respond(self, response):
        status = response.status if response else 500
        self.send_response(status, "made from the document")
        if response and response.media:
            self.send_header("Content-Type", response.media)
            if 300 <= status < 400:
                self.send_header("Location", "/elsewhere")
        if status not in (204, 304):
            self.send_header("Content-Length", str(len(response.body) if response else 0))
        self.end_headers()
        if response and status not in (204, 304) and self.command != "HEAD":
            self.wfile.write(response.body)

    def is_chunked(self):
        return self.headers.get("Transfer-Encoding", "").lower() == "chunked"

    def chunks(self):
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def log_message(self, *arguments):
        pass


class CallServer:
    """Serves from the moment it is entered until it is left; `requests` holds what came, in order.

    `responses` holds a response for each value of the header `X-Call`; a request with another one gets status 500.
    """

    def __init__(self, responses: dict):
        self.responses = responses

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.requests = self.server.requests = []
        self.server.responses = self.responses
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
