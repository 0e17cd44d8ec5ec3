"""Counts what happens, in memory first and every half minute in the database.

A count is a day, a kind and a key: which page, which topic, which municipality, that a search
found nothing. Who it was and what was typed are not noted anywhere. Robots are left out.

A view adds its own counts with `count(kind, key)`. They are noted on the page, so that a page
sent from the cache counts again.
"""

import atexit
import re
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from threading import Lock, Timer
from typing import Any
from zoneinfo import ZoneInfo

from flask import Flask, Response, current_app, g, request
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from navigator.domain.errors import NavigatorError
from navigator.extensions import db
from navigator.statistics.queries import add_counts

HELSINKI = ZoneInfo("Europe/Helsinki")
FLUSH_SECONDS = 30.0
MOST_KEYS = 10_000  # in memory; more would mean that the keys are not what they should be
ROBOTS = re.compile(r"bot|crawl|spider|slurp|archiver|headless|monitor|curl|wget|python", re.I)
SUBJECTS = {
    "directory.topic": "topic",
    "directory.municipality": "municipality",
    "directory.service": "service",
}
NOT_MODIFIED = 304
SEEN = frozenset({200, NOT_MODIFIED})

Key = tuple[date, str, str]


class CountBuffer:
    """The counts of one worker that are not in the database yet."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._counts: Counter[Key] = Counter()
        self._lock = Lock()
        self._timer: Timer | None = None
        self.writers: list[Callable[[Session], Callable[[], None]]] = []
        """What else is written down with the counts; each returns what to do once it is kept."""

    def add(self, day: date, kind: str, key: str) -> None:
        """Count once more, and see to it that it is written down in half a minute."""
        with self._lock:
            if (day, kind, key) in self._counts or len(self._counts) < MOST_KEYS:
                self._counts[day, kind, key] += 1
            self._start_timer()

    def add_seen(self, environ: Mapping[str, Any], marks: Mapping[str, Any]) -> None:
        """Count what a page stands for, if a person looks at it."""
        if is_person(environ):
            today = datetime.now(HELSINKI).date()
            for kind, key in marks.get("seen", ()):
                self.add(today, kind, key)

    def flush(self) -> None:
        """Write everything down. What cannot be written now is kept for the next time."""
        counts = self._take()
        if counts and not self._write(counts):
            with self._lock:
                self._counts.update(counts)
                self._start_timer()

    def close(self) -> None:
        """Write everything down for the last time."""
        if counts := self._take():
            self._write(counts)

    def _take(self) -> Counter[Key]:
        """Empty the buffer."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            return counts

    def _write(self, counts: Counter[Key]) -> bool:
        """Tell whether the counts could be written."""
        try:
            with self._app.app_context(), db.writing() as session:
                add_counts(session, counts)
                done = [write(session) for write in self.writers]
        except (SQLAlchemyError, NavigatorError, OSError):
            return False
        for forget in done:
            forget()
        return True

    def _start_timer(self) -> None:
        """Start the clock; the caller holds the lock. An idle worker has no thread."""
        if self._timer is None:
            timer = Timer(FLUSH_SECONDS, self.flush)
            timer.daemon = True
            with suppress(RuntimeError):  # no thread to be had: the next count tries again
                timer.start()
                self._timer = timer


def init_app(app: Flask) -> None:
    """Count each page view, and write the last counts down when the worker ends."""
    buffer = app.extensions["counts"] = CountBuffer(app)
    app.after_request(_count_page)
    app.extensions["shortcuts"].hooks.append(buffer.add_seen)
    atexit.register(buffer.close)


def count(kind: str, key: str) -> None:
    """Note that something happened on this page. `key` must be ours, never a visitor's words."""
    g.setdefault("page_marks", {}).setdefault("counts", []).append((kind, key))


def count_month(kind: str, key: str, day: date) -> None:
    """Count something for its whole month, so that no day tells of one person."""
    buffer: CountBuffer = current_app.extensions["counts"]
    if is_person(request.environ):
        buffer.add(day.replace(day=1), kind, key)


def _count_page(response: Response) -> Response:
    """Count a page, with what its view noted."""
    is_page = response.status_code == NOT_MODIFIED or response.mimetype == "text/html"
    if is_page and response.status_code in SEEN and request.endpoint is not None:
        marks = g.setdefault("page_marks", {})
        marks["seen"] = [*_keys_of_address(), *marks.get("counts", ())]
        buffer: CountBuffer = current_app.extensions["counts"]
        buffer.add_seen(request.environ, marks)
    return response


def is_person(environ: Mapping[str, Any]) -> bool:
    """Tell whether a person looks, as well as can be told without watching people."""
    is_fetched_ahead = "prefetch" in environ.get("HTTP_SEC_PURPOSE", "")
    agent = environ.get("HTTP_USER_AGENT", "")
    is_robot = not agent or ROBOTS.search(agent) is not None
    return environ["REQUEST_METHOD"] == "GET" and not is_fetched_ahead and not is_robot


def _keys_of_address() -> list[tuple[str, str]]:
    """Return what the address itself counts for; its page exists, so its slug is ours."""
    endpoint = request.endpoint or ""
    if endpoint.startswith("assets."):
        return []
    keys = [("page", endpoint)]
    slug = (request.view_args or {}).get("slug")
    if endpoint in SUBJECTS and slug:
        keys.append((SUBJECTS[endpoint], slug))
    return keys
