"""Run a search over the index or, while the index is out of order, over the database."""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from flask import Flask, current_app

from navigator.config import Settings
from navigator.directory import queries
from navigator.directory.openings import now
from navigator.directory.queries import CardRow
from navigator.directory.search_query import PAGE_SIZE, SearchQuery
from navigator.domain.errors import NavigatorError
from navigator.domain.models import SiteState
from navigator.extensions import db
from navigator.search import IndexUnavailable, Reader, built_on, rebuild
from navigator.search.collect import documents
from navigator.web.caching import content_version, live_until

SECONDS_BETWEEN_REPAIRS = 60.0


@dataclass(frozen=True, slots=True)
class Result:
    """A page of results."""

    rows: Sequence[CardRow]
    total: int
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Facet → value → how many there would be with it as the facet's only limit."""
    lifted: Mapping[str, int] = field(default_factory=dict)
    """Limit → how many there would be without it."""
    corrected: Mapping[str, str] = field(default_factory=dict)
    open_count: int | None = None
    """How many of the results are open now; None: not counted."""
    ignored: frozenset[str] = frozenset()
    """Limits that could not be held while the index is out of order."""
    unlimited: int | None = None
    """How many there would be without any limit; None: not counted."""

    @property
    def pages(self) -> int:
        """The number of pages, at least 1."""
        return max(1, -(-self.total // PAGE_SIZE))


def init_app(app: Flask) -> None:
    """Give the application its view of the index."""
    settings: Settings = app.config["SETTINGS"]
    app.extensions["search"] = Reader(settings.index)
    app.extensions["search_repair"] = _Repair()


def find(query: SearchQuery, language: str, moment: datetime) -> Result:
    """Return a page of results, whatever state the index is in."""
    reader: Reader = current_app.extensions["search"]
    repair: _Repair = current_app.extensions["search_repair"]
    try:
        snapshot = reader.snapshot(content_version())
    except IndexUnavailable:
        repair.start()
        return _find_plainly(query, moment)
    if built_on(current_app.config["SETTINGS"].index) != moment.date():
        repair.start()  # a new day makes some services public and ends others
    open_ids = snapshot.open_at(moment)
    live_until(snapshot.open_until(moment))
    found = snapshot.find(
        query.text,
        language,
        query.limits,
        open_ids=open_ids if query.open_now else None,
        limit=PAGE_SIZE,
        offset=query.offset,
    )
    anywhere = found if found.total else snapshot.find(query.text, language, {}, limit=0)
    return Result(
        rows=queries.cards_by_id(db.session, found.ids, day=moment.date()),
        total=found.total,
        unlimited=anywhere.total,
        counts=found.counts,
        lifted=found.lifted,
        corrected=found.corrected,
        open_count=(found.hits & open_ids).bit_count(),
    )


def _find_plainly(query: SearchQuery, moment: datetime) -> Result:
    """Search the database by bare words; it counts no facets and knows no forms of words."""
    ids, total = queries.search_plainly(
        db.session,
        query.text,
        query.limits,
        day=moment.date(),
        limit=PAGE_SIZE,
        offset=query.offset,
    )
    wanted = {*query.limits, *(["open"] if query.open_now else [])}
    return Result(
        rows=queries.cards_by_id(db.session, ids, day=moment.date()),
        total=total,
        ignored=frozenset(wanted - queries.HELD_PLAINLY),
    )


class _Repair:
    """Builds the index anew beside the requests, at most once a minute in each worker."""

    def __init__(self) -> None:
        self._started = float("-inf")
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begin a repair unless one was begun a short time ago."""
        with self._lock:
            if time.monotonic() - self._started < SECONDS_BETWEEN_REPAIRS:
                return
            self._started = time.monotonic()
        app = current_app._get_current_object()  # type: ignore[attr-defined]
        threading.Thread(target=_rebuild, args=[app], daemon=True).start()


def _rebuild(app: Flask) -> None:
    """Build the index of what is public today."""
    settings: Settings = app.config["SETTINGS"]
    with app.app_context(), db.reading() as session:
        state = session.get(SiteState, 1)
        version = state.content_version if state else 0
        public = list(documents(session, now().date()))
    try:
        rebuild(settings.index, public, version)
    except (NavigatorError, OSError) as error:
        app.extensions["log"].warning("index not repaired", error=type(error).__name__)
