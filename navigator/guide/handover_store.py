"""The store of handovers in a worker: made when it is needed, purged every five minutes."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from threading import Lock, Timer

from flask import Flask, current_app, request
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from navigator.config import Settings, read_or_make_key
from navigator.domain.database import Busy, take_turn
from navigator.domain.errors import NavigatorError
from navigator.domain.handover import forget_old_audit, has_old_audit
from navigator.domain.models import HandoverAudit
from navigator.extensions import db
from navigator.handover import Store
from navigator.handover.summary import Outcome
from navigator.handover.tables import engine_of_store
from navigator.web.logs import WARMING, log_failure

PURGE_SECONDS = 300.0


class Handovers:
    """The store of one worker, and the clock of its purge."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._lock = Lock()
        self._engine: Engine | None = None
        self._store: Store | None = None
        self._timer: Timer | None = None
        self._is_closed = False

    @property
    def store(self) -> Store:
        """The store, made with its folder, its pepper and its tables at the first call."""
        with self._lock:
            if self._store is None:
                settings: Settings = self._app.config["SETTINGS"]
                folder = settings.data / "handover"
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._engine = engine_of_store(settings.database_url, settings.data)
                self._store = Store(self._engine, read_or_make_key(folder / "pepper"), _note)
            return self._store

    def start(self) -> None:
        """Start the clock, at the first request: what runs before a worker forks is lost."""
        if self._timer is None and WARMING not in request.environ:
            with self._lock:
                if self._timer is None:
                    self._set_timer()

    def purge(self) -> bool:
        """Delete what is over; False when another process is at it."""
        store = self.store
        folder = self._app.config["SETTINGS"].data / "handover"
        try:
            turn = take_turn(folder / "purge.lock", seconds=0)
        except Busy:
            return False
        try:
            store.purge(datetime.now(UTC))
            self._forget_old_audit(datetime.now(UTC))
        finally:
            os.close(turn)
        return True

    def _forget_old_audit(self, now: datetime) -> None:
        """Delete what is over of the audit; take a turn to write only when there is any."""
        with self._app.app_context():
            with db.reading() as session:
                is_over = has_old_audit(session, now=now)
            if is_over:
                with db.writing() as session:
                    forget_old_audit(session, now=now)

    def close(self) -> None:
        """Stop the clock, and give the connections back."""
        with self._lock:
            self._is_closed = True
            if self._timer is not None:
                self._timer.cancel()
            if self._engine is not None:
                self._engine.dispose()

    def _strike(self) -> None:
        """Purge, whatever comes of it, and set the clock anew."""
        try:
            self.purge()
        except (SQLAlchemyError, NavigatorError, OSError) as error:
            with self._app.app_context():
                log_failure(error)
        with self._lock:
            self._set_timer()

    def _set_timer(self) -> None:
        """Set the clock, unless the application is over; the caller holds the lock."""
        if self._is_closed:
            return
        timer = Timer(PURGE_SECONDS, self._strike)
        timer.daemon = True
        with suppress(RuntimeError):  # no thread to be had: the next request tries again
            timer.start()
            self._timer = timer


def init_app(app: Flask) -> None:
    """Give the application its handovers."""
    handovers = app.extensions["handovers"] = Handovers(app)
    app.before_request(handovers.start)


def store() -> Store:
    """Return the application's store of handovers."""
    handovers: Handovers = current_app.extensions["handovers"]
    return handovers.store


def _note(account: str, organisation: str, outcome: Outcome, mark: str) -> None:
    """Add a line to the audit. The view's commit writes it, before anything is shown."""
    line = {"account": account, "organisation": organisation, "outcome": outcome, "mark": mark}
    db.session.add(HandoverAudit(at=datetime.now(UTC), **line))
