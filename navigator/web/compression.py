"""Answers packed for the way: Brotli where the browser takes it, gzip otherwise.

Why not a library: docs/decisions.
"""

import gzip
import hashlib

import brotli
from flask import Flask, Response, request

MIN_BYTES = 500  # below, packing saves no packet
PACKED_TYPES = ("text/", "application/json", "application/problem+json", "application/xml")
PAGE_LEVELS = (5, 6)  # Brotli, gzip: Brotli's 4 packs pages worse than gzip
BEST_LEVELS = (11, 9)  # for what is packed once and kept
SUFFIXES = {"br": "-br", "gzip": "-gz", "": ""}


class Body:
    """The bytes of an answer that is sent many times. Kept packed, unpacked for who needs it."""

    def __init__(self, plain: bytes, levels: tuple[int, int] = PAGE_LEVELS) -> None:
        self.digest = hashlib.sha256(plain).hexdigest()
        self._gzip_level = levels[1]
        self._packed: dict[str, bytes] = {"br": brotli.compress(plain, quality=levels[0])}

    def packed(self, encoding: str) -> bytes:
        """Return the bytes as `encoding`: br, gzip, or "" for plain."""
        if encoding in self._packed:
            return self._packed[encoding]
        plain: bytes = brotli.decompress(self._packed["br"])
        if encoding == "":
            return plain
        return self._packed.setdefault("gzip", gzip.compress(plain, self._gzip_level, mtime=0))

    def tag(self, encoding: str) -> str:
        """Return the strong entity tag: one for the text, different for each packing of it."""
        return self.digest[:20] + SUFFIXES[encoding]

    def is_named_in(self, tags: str) -> bool:
        """Tell whether a list of entity tags, as `If-None-Match` has it, names this body.

        Any packing will do, and so will a tag that a proxy has weakened on the way.
        """
        named = {tag.strip().removeprefix("W/").strip('"') for tag in tags.split(",")}
        return "*" in named or any(self.tag(way) in named for way in SUFFIXES)

    @property
    def cost(self) -> int:
        """The memory that the body takes with both packings, in bytes."""
        return 2048 + 2 * len(self._packed["br"])


def init_app(app: Flask) -> None:
    """Pack the answers that no cache has packed already."""
    app.after_request(_pack)


def encoding_wanted() -> str:
    """Return the packing that this browser takes: br, gzip, or "" for none."""
    accepted = request.accept_encodings
    if not accepted:
        return ""
    brotli_quality, gzip_quality = accepted.quality("br"), accepted.quality("gzip")
    if brotli_quality > 0 and brotli_quality >= gzip_quality:
        return "br"
    return "gzip" if gzip_quality > 0 else ""


def send(body: Body, headers: dict[str, str]) -> Response:
    """Answer with `body`, or with 304 when the browser has it already."""
    encoding = encoding_wanted()
    headers = headers | {"Vary": "Accept-Encoding", "ETag": f'"{body.tag(encoding)}"'}
    if body.is_named_in(request.headers.get("If-None-Match", "")):
        headers.pop("Content-Type", None)
        return Response(status=304, headers=headers)
    packed = body.packed(encoding)
    if encoding:
        headers["Content-Encoding"] = encoding
    headers["Content-Length"] = str(len(packed))
    return Response(packed, headers=headers)


def send_untagged(body: Body) -> Response:
    """Answer with an HTML page that many get and nobody keeps."""
    encoding = encoding_wanted()
    headers = {"Vary": "Accept-Encoding"} | ({"Content-Encoding": encoding} if encoding else {})
    return Response(body.packed(encoding), mimetype="text/html", headers=headers)


def _pack(response: Response) -> Response:
    """Pack a finished text answer, unless it is small, streamed or packed already.

    Answers to people with a cookie stay plain: their length must not betray a secret.
    """
    if "HTTP_COOKIE" in request.environ or response.is_streamed or response.direct_passthrough:
        return response
    if not (response.mimetype or "").startswith(PACKED_TYPES):
        return response
    if "Content-Encoding" in response.headers or response.status_code in {204, 304}:
        return response
    response.vary.add("Accept-Encoding")
    encoding = encoding_wanted()
    plain = response.get_data()
    if encoding and len(plain) >= MIN_BYTES:
        response.set_data(_compress(plain, encoding))
        response.headers["Content-Encoding"] = encoding
    return response


def _compress(plain: bytes, encoding: str) -> bytes:
    """Pack bytes that are sent once."""
    if encoding == "br":
        return bytes(brotli.compress(plain, quality=PAGE_LEVELS[0]))
    return gzip.compress(plain, PAGE_LEVELS[1], mtime=0)
