"""How many statements a page sends to the database when no cache holds it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import Engine, event

from tests.bench.load import Request


def statements(app: Flask, pages: Mapping[str, Request]) -> dict[str, int]:
    """Return for each page the number of its statements. Raises RuntimeError if one fails."""
    app.config["CONTENT_VERSION_SECONDS"] = 1e9  # looked at once, before the counting
    app.extensions["counts"].add_seen = lambda _environ, _marks: None
    client = app.test_client(use_cookies=False)
    counted = {}
    for name, request in pages.items():
        for _ in range(2):  # the first time may find out what holds for the whole process
            app.extensions["pages"].clear()
            with _counting(app.extensions["database"]) as found:
                answer = client.open(
                    request.path,
                    method=request.method,
                    data=request.body or None,
                    headers=dict(request.headers),
                )
            if answer.status_code >= 400:
                raise RuntimeError(f"{request.path} answers {answer.status_code}")
        counted[name] = len(found)
    return counted


@contextmanager
def _counting(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements of a block; settings and transactions are none."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)
