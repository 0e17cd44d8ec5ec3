"""The page cache: a public page is rendered once for each worker and content version.

`@public_page` marks a view whose answer is the same for everyone. The answer is kept, packed, under
its path (which names the language) and the query parameters that the view declares; others never
reach the view. It is made anew when content is published, when the moment passes that the view
named with `live_until()`, and after a minute at the latest.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from threading import Lock
from typing import Any, overload

from flask import Flask, Response, current_app, g, request
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.datastructures import ImmutableMultiDict

from navigator.domain.database import Busy
from navigator.domain.site import SiteState
from navigator.extensions import db
from navigator.web.compression import Body, send
from navigator.web.guards import SAFE_METHODS, View, public

LIFETIME = 60  # seconds a page is kept, by us and by browsers
CACHE_BYTES = 12 * 1024 * 1024  # for each worker
LARGEST_PAGE = 1024 * 1024
VERSION_SECONDS = 1.0  # how often a worker looks whether content was published
SESSION_COOKIES = frozenset({"__Host-sessio", "session"})
KEPT_HEADERS = frozenset({"Content-Type", "Content-Language", "Link", "X-Robots-Tag"})

Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A finished page and how long it is true. Moments are in seconds of the Unix clock."""

    body: Body
    headers: dict[str, str]
    marks: dict[str, Any]  # what the view noted in `page_marks()`
    version: int
    expires: float
    live_until: float  # after this moment it would tell something false
    in_browsers: bool = True  # whether they may keep it too

    def is_fresh(self, version: int, now: float) -> bool:
        """Tell whether the page is what the view would make now."""
        return self.version == version and now < self.expires

    def answer(self, now: float) -> Response:
        """Send the page; browsers keep it no longer than it is true."""
        seconds = int(max(0, min(LIFETIME, self.live_until - now)))
        return send(self.body, self.headers | {"Cache-Control": f"public, max-age={seconds}"})


class PageCache:
    """The pages of one worker, the longest unused thrown away first."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit = limit
        self._pages: OrderedDict[Key, KeptPage] = OrderedDict()
        self._lock = Lock()
        self.size = 0

    def get(self, key: Key) -> KeptPage | None:
        """Return the page under `key`, fresh or not."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: Key, page: KeptPage) -> None:
        """Keep a page, and throw away what no longer fits."""
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self.size += page.body.cost
            while self.size > self._limit:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        """Forget every page."""
        with self._lock:
            self._pages.clear()
            self.size = 0

    def _drop(self, key: Key) -> None:
        old = self._pages.pop(key, None)
        if old is not None:
            self.size -= old.body.cost


class VersionWatch:
    """The content version as this worker knows it, looked at no more than once a second."""

    def __init__(self) -> None:
        self._version = 0
        self._looked_at = float("-inf")
        self._lock = Lock()

    def known(self, seconds: float) -> int | None:
        """Return the version, or None when it is time to look again."""
        is_due = time.monotonic() - self._looked_at >= seconds
        return None if is_due else self._version

    def current(self, seconds: float) -> int:
        """Return the version. Without a database the last one known goes on."""
        if self.known(seconds) is None and self._lock.acquire(blocking=False):
            try:
                self._version = _read_version()
            except (SQLAlchemyError, Busy):
                pass  # pages that are kept can still be read
            finally:
                self._looked_at = time.monotonic()
                self._lock.release()
        return self._version


def init_app(app: Flask) -> None:
    """Give the application its cache."""
    app.config.setdefault("CONTENT_VERSION_SECONDS", VERSION_SECONDS)
    app.extensions["pages"] = PageCache()
    app.extensions["content_version"] = VersionWatch()
    app.after_request(_apply_no_store)


def content_version() -> int:
    """Return the number of the last publishing that this worker has seen."""
    watch: VersionWatch = current_app.extensions["content_version"]
    return watch.current(current_app.config["CONTENT_VERSION_SECONDS"])


def _read_version() -> int:
    """Ask the database for the content version; 0 before anything was published."""
    with db.reading() as session:
        return session.scalar(select(SiteState.content_version)) or 0


def no_store() -> None:
    """Forbid everyone, browsers and ourselves, to keep the answer of this request."""
    g.no_store = g.keep_nothing = True


def not_in_browsers() -> None:
    """Forbid browsers to keep the answer. It is the same for everyone, so we may for a minute."""
    g.no_store = True


def live_until(moment: datetime | None) -> None:
    """Say that something on this page changes at `moment`. The earliest of several counts."""
    if moment is not None:
        g.live_until = min(moment.timestamp(), g.get("live_until", float("inf")))


def page_marks() -> dict[str, Any]:
    """Return a place for notes about the page; they come back when the cache sends it."""
    marks: dict[str, Any] = g.setdefault("page_marks", {})
    return marks


def known_query() -> tuple[tuple[str, str], ...]:
    """Return the declared parameters that this address carries, in order."""
    query: tuple[tuple[str, str], ...] = g.get("known_query", ())
    return query


@overload
def public_page(view: View) -> View: ...
@overload
def public_page(*, query: Iterable[str] = ()) -> Callable[[View], View]: ...
def public_page(
    view: View | None = None, *, query: Iterable[str] = ()
) -> View | Callable[[View], View]:
    """Mark a view whose answer is the same for everyone.

    query: the query parameters that the answer depends on. `request.args` holds these alone.
    """
    names = tuple(query)
    return _cached(view, names) if view is not None else lambda view: _cached(view, names)


def _cached(view: View, names: tuple[str, ...]) -> View:
    """Wrap `view` so that its answer comes from the cache when it can."""

    @wraps(view)
    def from_cache(*args: Any, **values: Any) -> Any:
        g.known_query = tuple(
            (name, value) for name in names for value in request.args.getlist(name) if value
        )
        request.args = ImmutableMultiDict(g.known_query)
        if request.method not in SAFE_METHODS or _is_personal():
            return view(*args, **values)
        return _page_for((request.path, g.known_query), lambda: view(*args, **values))

    return public(from_cache)


def _is_personal() -> bool:
    """Tell whether the request says who is asking."""
    return "Authorization" in request.headers or not SESSION_COOKIES.isdisjoint(request.cookies)


def _page_for(key: Key, render: Callable[[], Any]) -> Response:
    """Answer from the cache, or render and keep."""
    pages: PageCache = current_app.extensions["pages"]
    version, now, kept = content_version(), time.time(), pages.get(key)
    if kept is None or not kept.is_fresh(version, now):
        try:
            response = current_app.make_response(render())
        except (SQLAlchemyError, Busy):
            if kept is None or now >= kept.live_until or g.get("keep_nothing"):
                raise
        else:
            if not _may_keep(response):
                return response
            kept = _kept(response, version, now)
            pages.put(key, kept)
    g.page_marks, g.kept_page = kept.marks, (key, kept)
    if not kept.in_browsers:
        g.no_store = True
    return kept.answer(now)


def _may_keep(response: Response) -> bool:
    """Tell whether an answer may be shown to the next visitor too."""
    return (
        response.status_code == 200  # noqa: PLR2004
        and not response.is_streamed
        and not g.get("keep_nothing")
        and "Set-Cookie" not in response.headers
        and "Cache-Control" not in response.headers
        and len(response.get_data()) <= LARGEST_PAGE
    )


def _kept(response: Response, version: int, now: float) -> KeptPage:
    """Make the page to keep from the answer of a view."""
    clock: float = g.get("live_until", float("inf"))
    return KeptPage(
        body=Body(response.get_data()),
        headers={name: value for name, value in response.headers if name in KEPT_HEADERS},
        marks=page_marks(),
        version=version,
        expires=min(now + LIFETIME, clock),
        live_until=clock,
        in_browsers=not g.get("no_store"),
    )


def _apply_no_store(response: Response) -> Response:
    """Let `no_store()` win over everything else."""
    if g.get("no_store"):
        response.headers["Cache-Control"] = "no-store"
        response.headers.pop("ETag", None)
    return response
