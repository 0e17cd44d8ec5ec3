"""Counts what happens, in memory first and every half minute in the database.

A count is a day, a kind and a key: which page, which topic, which municipality, that a search
found nothing. Who it was and what was typed are not noted anywhere. Robots are left out.

A view adds its own counts with `count(kind, key)`. They are noted on the page, so that a page
sent from the cache counts again.
"""

import atexit
import re
from collections import Counter
from datetime import date, datetime
from threading import Lock, Timer
from zoneinfo import ZoneInfo

from flask import Flask, Response, current_app, g, request
from sqlalchemy.exc import SQLAlchemyError

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
SEEN = frozenset({200, 304})

Key = tuple[date, str, str]


class CountBuffer:
    """The counts of one worker that are not in the database yet."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._counts: Counter[Key] = Counter()
        self._lock = Lock()
        self._timer: Timer | None = None

    def add(self, day: date, kind: str, key: str) -> None:
        """Count once more, and see to it that it is written down in half a minute."""
        with self._lock:
            if (day, kind, key) in self._counts or len(self._counts) < MOST_KEYS:
                self._counts[day, kind, key] += 1
            self._start_timer()

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
        except (SQLAlchemyError, NavigatorError, OSError):
            return False
        return True

    def _start_timer(self) -> None:
        """Start the clock; the caller holds the lock. An idle worker has no thread."""
        if self._timer is None:
            self._timer = Timer(FLUSH_SECONDS, self.flush)
            self._timer.daemon = True
            self._timer.start()


def init_app(app: Flask) -> None:
    """Count each page view, and write the last counts down when the worker ends."""
    buffer = app.extensions["counts"] = CountBuffer(app)
    app.after_request(_count_page)
    atexit.register(buffer.close)


def count(kind: str, key: str) -> None:
    """Note that something happened on this page. `key` must be ours, never a visitor's words."""
    g.setdefault("page_marks", {}).setdefault("counts", []).append((kind, key))


def _count_page(response: Response) -> Response:
    """Count a page that a person has looked at, with what its view noted."""
    if _was_seen(response):
        buffer: CountBuffer = current_app.extensions["counts"]
        today = datetime.now(HELSINKI).date()
        for kind, key in [*_keys_of_address(), *g.get("page_marks", {}).get("counts", ())]:
            buffer.add(today, kind, key)
    return response


def _was_seen(response: Response) -> bool:
    """Tell whether a person was shown a page, as well as can be told without watching people."""
    if request.method != "GET" or response.status_code not in SEEN or request.endpoint is None:
        return False
    is_page = response.status_code != 200 or response.mimetype == "text/html"  # noqa: PLR2004
    is_fetched_ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    agent = request.headers.get("User-Agent", "")
    return is_page and not is_fetched_ahead and bool(agent) and not ROBOTS.search(agent)


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
