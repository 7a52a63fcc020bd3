"""A loopback HTTP server that keeps every request and answers nothing of use."""

import base64
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.record
        raise AttributeError(name)

    def record(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) if not self.is_chunked() else self.chunks()
        headers = [[name, value.encode("latin-1").decode("utf-8", "replace")] for name, value in self.headers.items()]
        self.server.requests.append(
            {
                "method": self.command,
                "url": self.path,
                "headers": headers,
                "body_base64": base64.b64encode(body).decode(),
            }
        )
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

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


class RecordingServer:
    """Records from the moment it is made until it is closed; `requests` holds what came, in order."""

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.requests = self.server.requests = []
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
