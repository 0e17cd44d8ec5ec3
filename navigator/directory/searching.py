"""Run a search over the index or, while the index is out of order, over the database."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypedDict

from flask import Flask, current_app, request
from sqlalchemy.exc import SQLAlchemyError

from navigator.config import Settings
from navigator.directory import queries
from navigator.directory.kept_rows import cards_by_id
from navigator.directory.queries import CardRow
from navigator.directory.search_query import PAGE_SIZE, SearchQuery
from navigator.directory.word_tables import WordTables
from navigator.domain.errors import NavigatorError
from navigator.domain.models import SiteState
from navigator.domain.outbox import drop_lines_before, last_line
from navigator.extensions import db
from navigator.listings.openings import now
from navigator.search import Found, IndexUnavailable, Reader, Snapshot, Tables, built_on, rebuild
from navigator.search.analysis import Analyser, analyser
from navigator.search.collect import documents
from navigator.search.following import caught_up
from navigator.search.voting import vote
from navigator.statistics.vain import forget
from navigator.web.caching import content_version, live_until
from navigator.web.logs import WARMING

SECONDS_BETWEEN_REPAIRS, SECONDS_OF_A_REPAIR = 60.0, 900.0
"""Between the beginnings of two, and before one that hangs is ended."""
REBUILD = (sys.executable, "-m", "flask", "--app", "app", "search", "rebuild", "--if-stale")
OUTBOX_KEPT = timedelta(days=90)
MOST_IN_ANOTHER = 5
"""Results shown that are written in another language than the page."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Results in another language than the page's."""

    language: str
    rows: Sequence[CardRow]
    total: int


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
    pinned: Sequence[CardRow] = ()
    """Services that help at once in the danger that the words speak of."""
    danger: Collection[str] = ()
    """The kinds of danger that the words speak of, whether or not anything helps."""
    elsewhere: Elsewhere | None = None
    terms: frozenset[str] = frozenset()
    """The terms that were looked for, to mark them in texts."""
    analyser: Analyser | None = None
    """What knew these terms; None: no index was asked."""
    near_counts: Mapping[str, int] = field(default_factory=dict)
    """Municipality → how many there would be with it as the only one."""
    is_plain: bool = False
    """Found without the index: what is missing here may be there all the same."""

    @property
    def pages(self) -> int:
        """The number of pages, at least 1."""
        return max(1, -(-self.total // PAGE_SIZE))


def init_app(app: Flask) -> None:
    """Give the application its view of the index."""
    settings: Settings = app.config["SETTINGS"]
    app.extensions["search"] = Reader(settings.index)
    app.extensions["search_tables"] = WordTables()
    app.extensions["search_repair"] = _Repair()


def find(query: SearchQuery, language: str, moment: datetime) -> Result:
    """Return a page of results, whatever state the index is in."""
    repair: _Repair = current_app.extensions["search_repair"]
    try:
        snapshot = _snapshot(moment)
    except IndexUnavailable:
        repair.start()
        return _find_plainly(query, moment)
    if built_on(current_app.config["SETTINGS"].index) != moment.date() or snapshot.is_laid_over:
        repair.start()  # a new day makes some services public and ends others
    return _find_in(snapshot, query, language, moment)


def _snapshot(moment: datetime) -> Snapshot:
    """Return the index with everything published until now in it."""
    reader: Reader = current_app.extensions["search"]

    def catch_up(seen: Snapshot) -> Snapshot | None:
        with db.reading() as session:  # that of the request may be older than the version
            return caught_up(session, seen, moment.date())

    return reader.snapshot(content_version(), catch_up)


def _find_in(snapshot: Snapshot, query: SearchQuery, language: str, moment: datetime) -> Result:
    tables = tables_for(snapshot.analyser)
    open_ids = snapshot.open_at(moment)
    live_until(snapshot.open_until(moment))
    found = snapshot.find(
        query.text,
        language,
        query.limits,
        tables,
        open_ids=open_ids if query.open_now else None,
        limit=PAGE_SIZE,
        offset=query.offset,
        exact=query.exact,
    )
    anywhere = (
        found
        if found.total
        else snapshot.find(query.text, language, {}, tables, limit=0, exact=query.exact)
    )
    day = moment.date()
    return Result(
        rows=cards_by_id(found.ids, day),
        total=found.total,
        unlimited=anywhere.total,
        counts=found.counts,
        lifted=found.lifted,
        corrected=found.query.corrected if found.query else {},
        open_count=snapshot.count(found.hits & open_ids),
        **_danger(query, tables, moment),
        elsewhere=_elsewhere(snapshot, query, language, tables, moment),
        terms=frozenset(found.query.weights) if found.query else frozenset(),
        analyser=snapshot.analyser,
        near_counts=found.counts.get("municipality", {}),
    )


def tables_for(words: Analyser | None = None) -> Tables:
    """Return the tables of everyday and danger words as they are published now."""
    made: WordTables = current_app.extensions["search_tables"]
    return made.of(content_version(), words or analyser())


class _InDanger(TypedDict, total=False):
    danger: Collection[str]
    pinned: Sequence[CardRow]


def _danger(query: SearchQuery, tables: Tables, moment: datetime) -> _InDanger:
    """Return the kinds of danger that the words speak of, and the help for them."""
    kinds = tables.kinds(query.text) if query.text else ()
    if not kinds:
        return {}
    slugs = tables.pinned(query.text)
    return {
        "danger": kinds,
        "pinned": queries.cards_by_slug(db.session, slugs, day=moment.date()),
    }


def _elsewhere(
    snapshot: Snapshot, query: SearchQuery, language: str, tables: Tables, moment: datetime
) -> Elsewhere | None:
    """Return results in the language that the words are in, when it is not the page's."""
    if not query.text or query.page > 1:
        return None
    other = vote(query.text, snapshot.lexicons, language, tables)
    if other == language:
        return None
    found: Found = snapshot.find(
        query.text,
        other,
        query.limits,
        tables,
        open_ids=snapshot.open_at(moment) if query.open_now else None,
        limit=MOST_IN_ANOTHER,
        exact=query.exact,
        own_only=True,
    )
    if not found.total:
        return None
    rows = cards_by_id(found.ids, moment.date())
    return Elsewhere(other, rows, found.total)


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
        rows=cards_by_id(ids, moment.date()),
        total=total,
        ignored=frozenset(wanted - queries.HELD_PLAINLY),
        is_plain=True,
        **_danger(query, tables_for(), moment),
    )


class _Repair:
    """Builds the index anew beside the requests, at most once a minute in each worker."""

    def __init__(self) -> None:
        self._started = float("-inf")
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def close(self) -> None:
        """Wait for a repair that is under way."""
        if self._thread is not None:
            self._thread.join(SECONDS_OF_A_REPAIR)

    def start(self) -> None:
        """Begin a repair unless one was begun a short time ago, or before workers are forked."""
        if WARMING in request.environ:
            return
        with self._lock:
            if time.monotonic() - self._started < SECONDS_BETWEEN_REPAIRS:
                return
            self._started = time.monotonic()
        app = current_app._get_current_object()  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=_rebuild, args=[app], daemon=True)
        self._thread.start()


def _rebuild(app: Flask) -> None:
    """Build the index of what is public today, and forget what the outbox told long ago.

    A process of its own builds, so that this one neither grows nor slows down.
    """
    settings: Settings = app.config["SETTINGS"]
    own = {"NAVIGATOR_DATA": str(settings.data), "NAVIGATOR_DATABASE_URL": settings.database_url}
    root = Path(app.root_path).parent
    try:
        subprocess.run(  # noqa: S603 – the words are our own
            REBUILD,
            cwd=root,
            env=os.environ | own,
            capture_output=True,
            check=True,
            timeout=SECONDS_OF_A_REPAIR,
        )
        with app.app_context(), db.writing() as session:
            drop_lines_before(session, now() - OUTBOX_KEPT)
            forget(session, now().date())
    except (NavigatorError, OSError, subprocess.SubprocessError, SQLAlchemyError) as error:
        app.extensions["log"].warning("index not repaired", error=type(error).__name__)


def build(settings: Settings) -> int:
    """Build the index anew from one view of the database; return how many services it holds."""
    moment = now()
    with db.reading() as session:
        state = session.get(SiteState, 1)
        version, position = state.content_version if state else 0, last_line(session)
        public = list(documents(session, moment.date()))
    return rebuild(settings.index, public, version, position, read_at=moment)
