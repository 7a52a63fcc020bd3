"""Scenarios about bodies: what is downloaded, what is uploaded, and how fast."""

import base64
import json
import time
import zlib

from wire import Writer, pattern, pieces


def brotli(data):
    """The data as a Brotli stream of uncompressed meta-blocks (RFC 7932, section 9.2)."""
    stream, prefix = b"", 1
    for begin in range(0, len(data), 1 << 16):
        block = data[begin : begin + (1 << 16)]
        header = (len(block) - 1) << 3 | 1 << 19
        stream += (header << prefix).to_bytes(3, "little") + block
        prefix = 0
    return stream + (b"\x03" if data else b"\x06")


def coded(data, coding):
    if coding == "br":
        return brotli(data)
    compressor = zlib.compressobj(6, zlib.DEFLATED, 31 if coding == "gzip" else 15)
    return compressor.compress(data) + compressor.flush()


def content(request, size):
    count = request.number("bytes")
    if request.text("fill") == "zero":
        return (bytes(min(size, count - begin)) for begin in range(0, count, size))
    return pieces(count, size)


def download(connection, request):
    """`bytes` bytes: framing=length|chunked|close, size of a piece, delay after each, pause in the middle, coding."""
    framing, coding, size = request.text("framing", "length"), request.text("coding"), request.number("size", 1 << 16)
    count = request.number("bytes")
    fields = ["Content-Type: " + request.text("type", "application/octet-stream")]
    data = content(request, size)
    if coding:
        whole = coded(b"".join(data), coding)
        count, fields = len(whole), [*fields, f"Content-Encoding: {coding}"]
        data = (whole[begin : begin + size] for begin in range(0, len(whole), size))
    fields += {"length": [f"Content-Length: {count}"], "chunked": ["Transfer-Encoding: chunked"]}.get(
        framing, ["Connection: close"]
    )
    connection.head("200 OK", *fields)
    if request.method == "HEAD":
        return True
    writer, sent, pause = Writer(connection, framing), 0, request.seconds("pause")
    for piece in data:
        writer.write(piece)
        sent += len(piece)
        if request.seconds("delay"):
            time.sleep(request.seconds("delay"))
        if pause and sent * 2 >= count:
            time.sleep(pause)
            pause = 0
    writer.end()
    return framing != "close"


def upload(connection, request):
    """Reads the body with a delay after each piece, a pause, or until `stop` bytes, and says what it was."""
    size = request.number("size", 1 << 18)
    check, pause, stop = connection.server.checker(request), request.seconds("pause"), request.number("stop", -1)
    if request.text("early"):
        connection.respond(b"", "413 Content Too Large", "Connection: close")
        return False
    for piece in connection.body(request, size):
        check.add(piece)
        if 0 <= stop <= check.length:
            time.sleep(request.seconds("hold"))
            return False
        if request.seconds("delay"):
            time.sleep(request.seconds("delay"))
        if pause and check.length > size:
            time.sleep(pause)
            pause = 0
    result = {"length": check.length, "mismatch": check.mismatch}
    connection.respond(json.dumps(result).encode(), "200 OK", "Content-Type: application/json")
    return True


def document(connection, request):
    """A JSON object with one member, `value`: the pattern's first `bytes` bytes in Base64."""
    whole = b"".join(pieces(request.number("bytes"), 1 << 20))
    text = b'{"value":"' + base64.b64encode(whole) + b'"}'
    connection.respond(text, "200 OK", "Content-Type: application/json")
    return True


def events(connection, request):
    """`count` events of `bytes` bytes with `silence` seconds before each but the first."""
    connection.head("200 OK", "Content-Type: text/event-stream", "Transfer-Encoding: chunked")
    writer = Writer(connection, "chunked")
    data = base64.b64encode(bytes(pattern(0, request.number("bytes", 30)))).decode()
    for index in range(request.number("count", 2)):
        if index:
            time.sleep(request.seconds("silence"))
        writer.write(f"id: {index}\ndata: {data}\n\n".encode())
    if request.text("then") == "stall":
        connection.wait()
    if request.text("then") == "cut":
        return False
    writer.end()
    return True


SCENARIOS = {"/download": download, "/upload": upload, "/document": document, "/events": events}
