"""Patterned bytes, and HTTP/1.1 over sockets with no library's opinion of it."""

import urllib.parse

PERIOD = 1 << 20
STRIDE = 7919


def _table():
    state, block = 1, bytearray(PERIOD)
    for index in range(PERIOD):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        block[index] = state >> 24
    return bytes(block) * 2


# Bytes of a body depend on their position alone: each period of the pattern begins STRIDE bytes later in the table.
TABLE = _table()
VIEW = memoryview(TABLE)


def pattern(position, count):
    """The longest slice of the pattern that begins at `position` and has at most `count` bytes."""
    period, rest = divmod(position, PERIOD)
    begin = period * STRIDE % PERIOD + rest
    return VIEW[begin : begin + min(count, PERIOD - rest)]


def pieces(count, size):
    """The first `count` bytes of the pattern, in pieces of at most `size` bytes."""
    position = 0
    while position < count:
        piece = pattern(position, min(size, count - position))
        yield piece
        position += len(piece)


class Checker:
    """Compares bytes with the pattern as they arrive."""

    def __init__(self):
        self.length = 0
        self.mismatch = -1
        self.beginning = b""

    def add(self, data):
        if len(self.beginning) < 4096:
            self.beginning += bytes(data[: 4096 - len(self.beginning)])
        done = 0
        while self.mismatch < 0 and done < len(data):
            wanted = pattern(self.length + done, len(data) - done)
            found = data[done : done + len(wanted)]
            if found != bytes(wanted):
                index = next(index for index, byte in enumerate(found) if byte != wanted[index])
                self.mismatch = self.length + done + index
            done += len(wanted)
        self.length += len(data)


class Request:
    def __init__(self, method, target, fields):
        self.method = method
        self.target = target
        self.fields = fields
        self.path, _, query = target.partition("?")
        self.options = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))

    def field(self, name):
        return next((value for key, value in self.fields if key.lower() == name), None)

    def text(self, name, default=""):
        return self.options.get(name, default)

    def number(self, name, default=0):
        return int(self.options.get(name, default))

    def seconds(self, name):
        return float(self.options.get(name, 0))


class Connection:
    """One accepted socket. Reading past the end of what the client sent raises ConnectionError."""

    def __init__(self, server, socket, number, scheme):
        self.server = server
        self.socket = socket
        self.number = number
        self.scheme = scheme
        self.buffer = b""

    def receive(self, size=1 << 16):
        if self.buffer:
            data, self.buffer = self.buffer[:size], self.buffer[size:]
            return data
        data = self.socket.recv(size)
        if not data:
            raise ConnectionError("closed by the client")
        return data

    def until(self, mark):
        while mark not in self.buffer:
            data = self.socket.recv(1 << 16)
            if not data:
                raise ConnectionError("closed by the client")
            self.buffer += data
        found, _, self.buffer = self.buffer.partition(mark)
        return found

    def request(self):
        lines = self.until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ")
        fields = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines[1:])]
        return Request(method, target, fields)

    def body(self, request, size=1 << 16):
        """The bytes of the request's body as they arrive."""
        if request.field("expect") == "100-continue":
            self.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        if (request.field("transfer-encoding") or "").lower() == "chunked":
            while rest := int(self.until(b"\r\n").split(b";")[0], 16):
                while rest:
                    data = self.receive(min(size, rest))
                    rest -= len(data)
                    yield data
                self.until(b"\r\n")
            self.until(b"\r\n")
            return
        rest = int(request.field("content-length") or 0)
        while rest:
            data = self.receive(min(size, rest))
            rest -= len(data)
            yield data

    def send(self, data):
        self.socket.sendall(data)

    def head(self, status="200 OK", *fields):
        self.send("\r\n".join([f"HTTP/1.1 {status}", *fields, "", ""]).encode("latin-1"))

    def respond(self, data=b"", status="200 OK", *fields):
        self.head(status, f"Content-Length: {len(data)}", *fields)
        self.send(data)

    def wait(self):
        """Waits until the client goes away."""
        while self.receive():
            pass


class Writer:
    """Sends a body that ends by its length, by its last chunk or with the connection."""

    def __init__(self, connection, framing):
        self.connection = connection
        self.isChunked = framing == "chunked"

    def write(self, data):
        if not self.isChunked:
            self.connection.send(data)
        elif data:
            self.connection.send(b"%x\r\n" % len(data))
            self.connection.send(data)
            self.connection.send(b"\r\n")

    def end(self, *trailers):
        if self.isChunked:
            self.connection.send("\r\n".join(["0", *trailers, "", ""]).encode("latin-1"))
