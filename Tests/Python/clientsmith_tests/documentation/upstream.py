"""A server with a document that changes."""

import functools
import http.server
import threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Server:
    def __init__(self, document, folder):
        folder.mkdir()
        self.document = folder / document.name
        self.document.write_text(document.read_text())
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{server.server_port}"

    def change(self):
        """The next version has an operation more and a property less."""
        operation = '  /ping:\n    get:\n      operationId: ping\n      responses: { "204": { description: Up. } }\n'
        text = self.document.read_text().replace("        age: { type: integer }\n", "")
        self.document.write_text(text.replace("  /pets/{id}:\n", operation + "  /pets/{id}:\n"))
