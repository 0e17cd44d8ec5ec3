"""What pages are compared with: the same bytes from a bare Flask view, and from a file.

`BENCH_BODIES` names a folder with a file for each page.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask, redirect, request
from werkzeug.wsgi import wrap_file

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment
    from werkzeug.wrappers import Response

FOLDER = Path(os.environ["BENCH_BODIES"])
BODIES = {file.name: file.read_bytes() for file in FOLDER.iterdir()}
TYPE = "text/html; charset=utf-8"
NEXT = "kept=1"

app = Flask(__name__)
hello = app.wsgi_app


@app.get("/<name>")
def _hello(name: str) -> bytes:
    """Answer with bytes that lie ready."""
    return BODIES[name]


@app.post("/<name>")
def _taken(name: str) -> "Response":
    """Read a form and lead on, as an answer to a question does."""
    return redirect(f"/{name}?{NEXT}" if request.form.getlist("choice") else f"/{name}", code=303)


def static(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Send a file."""
    file = (FOLDER / Path(environ["PATH_INFO"]).name).open("rb")
    size = os.fstat(file.fileno()).st_size
    start_response("200 OK", [("Content-Type", TYPE), ("Content-Length", str(size))])
    return wrap_file(environ, file)
