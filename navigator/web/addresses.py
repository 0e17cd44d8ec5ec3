"""Addresses that no link of ours leads to are told so plainly, before any view sees them."""

from urllib.parse import unquote_to_bytes

from flask import Flask, request
from werkzeug.exceptions import BadRequest
from werkzeug.routing import BaseConverter

LONGEST = 8000  # bytes of path and query; our longest own address, a list to share, is a quarter
NOT_IN_PATHS = frozenset(map(chr, (*range(32), 127, 0xFFFD)))  # controls, and what is no letter


class SlugConverter(BaseConverter):
    """The name of a record in an address: small letters and digits, joined by hyphens."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+){0,40}"


class OddAddress(BadRequest):
    """The address is too long or holds bytes that are no text."""


def init_app(app: Flask) -> None:
    """Look at each address first, and let routes take a `<slug:slug>`."""
    app.url_map.converters["slug"] = SlugConverter
    app.before_request(_refuse_odd_address)


def _refuse_odd_address() -> None:
    """Raise unless path and query are readable text of a sensible length."""
    path = request.environ.get("PATH_INFO", "").encode("latin-1", "replace")
    query = request.query_string
    if len(path) + len(query) > LONGEST:
        raise OddAddress
    try:
        path_text, query_text = path.decode(), unquote_to_bytes(query).decode()
    except UnicodeDecodeError:
        raise OddAddress from None
    if "\0" in query_text or not NOT_IN_PATHS.isdisjoint(path_text):
        raise OddAddress
