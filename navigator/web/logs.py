"""One line a request: what was asked and how it went, and nothing about who asked.

No address, no query, no text of a visitor: not in the line of a request, and not in that of a
failure, which names the error's class and the places it passed.
"""

import os
import secrets
import sys
import time
import traceback
from base64 import b32encode
from pathlib import Path
from typing import Any

import structlog
from flask import Flask, Response, current_app, g, has_request_context, request

TO_CROCKFORD = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
)
SERVER_ERROR = 500


class LineWriter:
    """Writes whole lines to a file, opened anew each time so that it may be rotated.

    A log that cannot be written must not stop the service.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        if file is not None:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)

    def msg(self, line: str) -> None:
        """Write one line; concurrent writers do not mix theirs."""
        try:
            if self._file is None:
                sys.stderr.write(line + "\n")
            else:
                self._append(line)
        except (OSError, ValueError):
            pass

    info = warning = error = critical = msg

    def _append(self, line: str) -> None:
        descriptor = os.open(self._file or "", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, f"{line}\n".encode())
        finally:
            os.close(descriptor)


SILENT = frozenset({"guide", "handover"})
"""Blueprints whose requests leave no line: when somebody was there would say too much."""
WARMING = "navigator.warming"  # key in the environ of a request that nobody made


def init_app(app: Flask) -> None:
    """Time each request and write its line last, when everything else is done."""
    logger = structlog.wrap_logger(
        LineWriter(app.config["SETTINGS"].log),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
            structlog.processors.JSONRenderer(),
        ],
    )
    app.extensions["log"] = logger.bind()  # once, and not again for each line
    app.before_request(_start_clock)
    app.after_request(_finish)


def log() -> Any:
    """Return the application's log: `log().info("what happened", count=1)`."""
    return current_app.extensions["log"]


def request_number() -> str:
    """Return the number of this request, which its log line carries and an error page shows."""
    if "request_number" not in g:
        g.request_number = new_number()
    return str(g.request_number)


def new_number() -> str:
    """Make a number that can be read out on the telephone: no I, L, O, U."""
    letters = b32encode(secrets.token_bytes(5)).translate(TO_CROCKFORD).decode()
    return f"{letters[:4]}-{letters[4:]}"


def log_failure(error: BaseException | None) -> None:
    """Write what failed and where, without the error's own words: they may quote a visitor."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    in_request = has_request_context()
    log().error(
        "failure",
        error=_class_names(error),
        places=[f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
        request=request_number() if in_request else None,
        endpoint=request.endpoint if in_request else None,
    )


def _class_names(error: BaseException | None) -> list[str]:
    """Name the classes of an error and of those it came from."""
    names = []
    while error is not None:
        names.append(f"{type(error).__module__}.{type(error).__qualname__}")
        error = error.__cause__ or error.__context__
    return names


def _start_clock() -> None:
    g.started = time.perf_counter()


def _finish(response: Response) -> Response:
    """Write the line of this request, unless nobody made it."""
    is_silent = request.blueprint in SILENT and response.status_code < SERVER_ERROR
    if is_silent or WARMING in request.environ:
        return response
    started = g.get("started", time.perf_counter())
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    write_line(
        app,
        endpoint=request.endpoint,
        method=request.method,
        status=response.status_code,
        started=started,
        number=request_number(),
    )
    return response


def write_line(
    app: Flask, *, endpoint: str | None, method: str, status: int, started: float, number: str
) -> None:
    """Write the line of a request that began at `started` on the performance counter."""
    write = app.extensions["log"].error if status >= SERVER_ERROR else app.extensions["log"].info
    write(
        "request",
        endpoint=endpoint,
        method=method,
        status=status,
        ms=round((time.perf_counter() - started) * 1000, 2),
        request=number,
    )
