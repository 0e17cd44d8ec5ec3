"""Flask extensions, made unbound: `create_app()` gives them the application."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, current_app, g, has_request_context, request
from flask_babel import Babel
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from navigator.config import Settings
from navigator.domain.database import engine_for, writing

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Database:
    """The application's engine, and the session of each request."""

    def init_app(self, app: Flask) -> None:
        """Make the engine that the settings name, and close sessions when their context ends."""
        settings: Settings = app.config["SETTINGS"]
        app.extensions["database"] = engine_for(settings.database_url, settings.data)
        app.teardown_request(_close_sessions)
        app.teardown_appcontext(_close_sessions)

    @property
    def engine(self) -> Engine:
        """The engine as readers use it."""
        engine: Engine = current_app.extensions["database"]
        return engine

    @property
    def session(self) -> Session:
        """The session of this request: reading for GET, HEAD and OPTIONS, writing otherwise.

        Outside a request it reads; commands write with `writing()`.
        """
        may_write = has_request_context() and request.method not in SAFE_METHODS
        sessions: dict[bool, Session] = g.setdefault("database_sessions", {})
        if may_write not in sessions:
            sessions[may_write] = self._writer() if may_write else self._reader()
        return sessions[may_write]

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session of its own on one snapshot; the database refuses writes in it."""
        with self._reader() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open a session of its own, committed at the end or, on an error, rolled back."""
        with self._writer() as session, session.begin():
            yield session

    def _reader(self) -> Session:
        return Session(self.engine, autoflush=False)

    def _writer(self) -> Session:
        # Not expired: a view that redirects after its commit must not wait for a turn once more.
        return Session(writing(self.engine), expire_on_commit=False)


def _close_sessions(_error: BaseException | None = None) -> Any:
    """Roll back what was not committed, and give the connections back."""
    for session in g.pop("database_sessions", {}).values():
        session.close()


db = Database()
babel = Babel()
