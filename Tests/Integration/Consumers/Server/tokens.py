"""Prints its address, and answers every request with a token."""

import http.server


class Tokens(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = b'{"token":"secret"}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tokens) as server:
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
