"""Strings by `format`: what is right, and how to make one.

Only formats with one clear meaning are checked; any other is a string like any other.
"""

import base64
import binascii
import datetime
import hashlib
import ipaddress
import re
import urllib.parse
import uuid

import jsonschema

CHECKER = jsonschema.FormatChecker(formats=())

DATE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)")
DURATION = re.compile(r"P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
INTEGERS = {"int8": (-(2**7), 2**7), "int16": (-(2**15), 2**15), "int32": (-(2**31), 2**31), "int64": (-(2**63), 2**63)}
INTEGERS |= {"uint8": (0, 2**8), "uint16": (0, 2**16), "uint32": (0, 2**32), "uint64": (0, 2**64)}


def _text_format(name):
    def register(right):
        @CHECKER.checks(name, raises=ValueError)
        def check(value):
            return not isinstance(value, str) or right(value)

        return right

    return register


def instant(text: str):
    """What moment an RFC 3339 date-time names, as (seconds since 1970 in UTC, fraction of a second), else `None`."""
    match = DATE_TIME.fullmatch(text)
    if match is None:
        return None
    zone = "+00:00" if match[4] in "Zz" else match[4]
    try:
        moment = datetime.datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}")
    except ValueError:
        return None
    return (moment - datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)) // datetime.timedelta(seconds=1), float(match[3] or 0)


_text_format("date-time")(lambda value: instant(value) is not None)
_text_format("date")(lambda value: len(value) == 10 and bool(datetime.date.fromisoformat(value)))
_text_format("uuid")(lambda value: UUID.fullmatch(value) is not None)
_text_format("duration")(lambda value: DURATION.fullmatch(value) is not None)


@_text_format("url")
@_text_format("uri")
def _is_uri(value):
    """Without the characters RFC 3986 has no place for; brackets stand around an IP address in the host alone."""
    urllib.parse.urlsplit(value)  # a ValueError for other brackets there
    return value != "" and value.isascii() and value.isprintable() and not set(value) & set(' "<>\\^`{|}')


@_text_format("byte")
def _is_base64(value):
    try:
        base64.b64decode(value, validate=True)
    except binascii.Error:
        return False
    return True


for _name, (_low, _high) in INTEGERS.items():

    @CHECKER.checks(_name)
    def _check_integer(value, low=_low, high=_high):
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return not is_number or (low <= value < high and float(value).is_integer())


def made(name: str, seed: str) -> str | None:
    """A string of a format, always the same for the same seed; `None` for a format that says nothing here."""
    digest = hashlib.sha256(seed.encode()).digest()
    day, second = digest[0] % 28 + 1, digest[1] % 60
    address = digest[2] % 254 + 1
    makers = {
        "date-time": lambda: f"2026-03-{day:02}T04:05:{second:02}Z",
        "date": lambda: f"2026-03-{day:02}",
        "time": lambda: f"04:05:{second:02}Z",
        "duration": lambda: f"P{day}DT{second}S",
        "uuid": lambda: str(uuid.UUID(bytes=digest[:16], version=4)),
        "byte": lambda: base64.b64encode(digest[: digest[3] % 6 + 3]).decode(),
        "uri": lambda: f"https://example.com/{digest[:2].hex()}?page={day}",
        "url": lambda: f"https://example.com/{digest[:2].hex()}?page={day}",
        "uri-reference": lambda: f"/{digest[:2].hex()}?page={day}",
        "email": lambda: f"user{day}@example.com",
        "hostname": lambda: f"host{day}.example.com",
        "ipv4": lambda: str(ipaddress.IPv4Address(f"192.0.2.{address}")),
        "ipv6": lambda: str(ipaddress.IPv6Address(f"2001:db8::{address:x}")),
        "decimal": lambda: f"{day}.{second:02}",
        "int64": lambda: str(int.from_bytes(digest[:4], "big")),
    }
    makers["binary"] = makers["byte"]
    makers["idn-email"], makers["idn-hostname"], makers["iri"] = makers["email"], makers["hostname"], makers["uri"]
    return makers[name]() if name in makers else None
