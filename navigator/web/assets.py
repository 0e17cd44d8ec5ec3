"""The stylesheet, the script and the icon: read once at start, named by what is in them."""

import re
from collections.abc import Iterable
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, url_for

from navigator.config import ROOT
from navigator.web.compression import BEST_LEVELS, Body, send
from navigator.web.guards import public

STATIC = ROOT / "static"
TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
FOR_EVER = "public, max-age=31536000, immutable"
ONE_MINUTE = "public, max-age=60"
NAME_LENGTH = 12
COMMENTS = re.compile(rb"/\*.*?\*/\s*", re.DOTALL)

bp = Blueprint("assets", __name__)


def init_app(app: Flask) -> None:
    """Read the files, and let templates ask for their addresses."""
    app.extensions["assets"] = _read_all()
    app.register_blueprint(bp)
    app.add_template_global(asset_url)


def asset_url(kind: str) -> str:
    """Return the address of the stylesheet ("css"), the script ("js") or the icon ("svg")."""
    body: Body = current_app.extensions["assets"][kind]
    return url_for("assets.file", digest=body.digest[:NAME_LENGTH], kind=kind)


@bp.get("/assets/<string(length=12):digest>.<any(css, js, svg):kind>")
@public
def file(digest: str, kind: str) -> Response:
    """Send a file, for ever if its name is today's.

    While servers change over, a page of the old one may ask the new one for its old file: it gets
    the new file for a minute, rather than no colours at all.
    """
    if not set(digest) <= set("0123456789abcdef"):
        abort(404)
    body: Body = current_app.extensions["assets"][kind]
    is_current = body.digest.startswith(digest)
    return send(
        body,
        {"Content-Type": TYPES[kind], "Cache-Control": FOR_EVER if is_current else ONE_MINUTE},
    )


def _read_all() -> dict[str, Body]:
    """Read and pack what the pages refer to."""
    contents = {
        "css": _joined(stylesheets()),
        "js": (STATIC / "js" / "app.js").read_bytes(),
        "svg": (STATIC / "images" / "icon.svg").read_bytes(),
    }
    return {kind: Body(content, BEST_LEVELS) for kind, content in contents.items()}


def stylesheets() -> list[Path]:
    """List the stylesheets in the order in which their rules follow each other."""
    css = STATIC / "css"
    first = [css / f"{name}.css" for name in ("tokens", "base", "layout")]
    return [*first, *sorted((css / "components").glob("*.css")), css / "print.css"]


def _joined(files: Iterable[Path]) -> bytes:
    """Join stylesheets into one, without the comments that are for us."""
    return COMMENTS.sub(b"", b"\n".join(file.read_bytes() for file in files))
