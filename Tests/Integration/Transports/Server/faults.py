"""Scenarios about heads, redirects and connections, most of them broken on purpose."""

import socket
import struct
import time

from wire import Writer, pattern


def drain(connection, request):
    checker = connection.server.checker(request)
    for piece in connection.body(request):
        checker.add(piece)


def redirect(connection, request):
    """Redirects with `code` to the path `then` at the origin `to`, after `count` more redirects; `loop` never ends."""
    drain(connection, request)
    count = request.number("count")
    path = "/redirect" if count or request.text("loop") else request.text("then", "/upload")
    options = {**request.options, "count": str(max(0, count - 1))}
    options.pop("api_key", None)
    query = "&".join(f"{name}={value}" for name, value in options.items())
    origin = connection.server.origins.get(request.text("to"), "")
    status = {301: "Moved Permanently", 302: "Found", 303: "See Other", 307: "Temporary Redirect"}
    code = request.number("code", 302)
    location = f"Location: {origin}{path}?{query}"
    connection.respond(b"moved", f"{code} {status.get(code, 'Permanent Redirect')}", location)
    return True


def interim(connection, request):
    """Responses with the `codes` before the one that counts."""
    drain(connection, request)
    for code in request.text("codes").split(","):
        connection.head(f"{code} Interim", "Link: </style.css>; rel=preload")
    connection.respond(bytes(pattern(0, 100)))
    return True


def cookies(connection, request):
    connection.respond(
        b"", "200 OK", "Set-Cookie: a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/", "Set-Cookie: b=2; HttpOnly"
    )
    return True


def fields(connection, request):
    """`bytes` bytes of header fields of `size` bytes each, or fields without end."""
    line = b"X-Filler: " + b"f" * request.number("size", 1000) + b"\r\n"
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n")
    sent = 0
    while request.text("endless") or sent < request.number("bytes"):
        connection.send(line)
        sent += len(line)
    connection.send(b"\r\n")
    return True


def trailers(connection, request):
    connection.head("200 OK", "Transfer-Encoding: chunked", "Trailer: X-Check")
    writer = Writer(connection, "chunked")
    writer.write(bytes(pattern(0, 100)))
    writer.end("X-Check: 1")
    return True


def reset(connection):
    # Lets what was sent arrive: a reset overtakes it.
    time.sleep(0.01)
    connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def message(framing):
    body = bytes(pattern(0, 40))
    if framing == "chunked":
        return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n28\r\n" + body + b"\r\n0\r\n\r\n"
    return b"HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n" + body


def cut(connection, request):
    """The first `at` bytes of a response of 40 bytes, then the end of the connection, or a reset."""
    connection.send(message(request.text("framing"))[: request.number("at")])
    return request.text("how") == "reset" and reset(connection)


GARBAGE = {
    "noise": bytes(pattern(0, 300)),
    "zeros": bytes(300),
    "version": b"HTTP/7.3 200 OK\r\nContent-Length: 0\r\n\r\n",
    "status": b"HTTP/1.1 twohundred OK\r\nContent-Length: 0\r\n\r\n",
    "chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
    "hugechunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc\r\n0\r\n\r\n",
    "negative": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabcde",
    "words": b"HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\nabcde",
    "lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 3\r\n\r\nabcde",
    "colon": b"HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 5\r\n\r\nabcde",
    "gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nabcde",
    "location": b"HTTP/1.1 302 Found\r\nLocation: http://[::bad\r\nContent-Length: 0\r\n\r\n",
    "scheme": b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
}


def garbage(connection, request):
    connection.send(GARBAGE[request.text("kind")])
    return False


def lengths(connection, request):
    """Declares `declared` bytes and sends `sent`; what is too much reads like another response."""
    count, declared = request.number("sent"), request.number("declared")
    connection.head("200 OK", f"Content-Length: {declared}")
    surplus = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged"
    connection.send(bytes(pattern(0, min(count, declared))) + surplus * (count > declared))
    if count < declared:
        return False
    time.sleep(0.05)
    return True


def stall(connection, request):
    """Stops for good: phase=head|halfhead|body|upload, or is reset in the middle of a body: phase=cut."""
    phase = request.text("phase")
    if phase == "halfhead":
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Le")
    if phase in ("body", "cut"):
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + bytes(pattern(0, 50000)))
    if phase == "cut":
        return reset(connection)
    if phase == "upload":
        time.sleep(request.seconds("hold"))
        return False
    try:
        connection.wait()
    finally:
        connection.server.left(request)


def late(connection, request):
    """Answers after `seconds`."""
    drain(connection, request)
    time.sleep(request.seconds("seconds"))
    connection.respond(bytes(pattern(0, 100)))
    return True


def status(connection, request):
    drain(connection, request)
    connection.respond(b"", f"{request.number('code', 200)} Status", "Retry-After: 30")
    return True


def half(connection, request):
    """Responds as if the connection stayed open, and closes its own side of it."""
    connection.respond(bytes(pattern(0, 100)))
    connection.socket.shutdown(socket.SHUT_WR)
    time.sleep(0.2)
    return False


def silent_close(connection, request):
    """Responds as if the connection stayed open, and closes it when the next request is about to come."""
    connection.respond(bytes(pattern(0, 100)))
    time.sleep(request.seconds("seconds"))
    return False


SCENARIOS = {
    "/redirect": redirect,
    "/interim": interim,
    "/cookies": cookies,
    "/fields": fields,
    "/trailers": trailers,
    "/cut": cut,
    "/garbage": garbage,
    "/lengths": lengths,
    "/stall": stall,
    "/late": late,
    "/status": status,
    "/half": half,
    "/close": silent_close,
}
