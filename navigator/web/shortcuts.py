"""The short way: a kept page, asked for in the same words as before, is sent without Flask.

Who asks for a page the first time goes the whole way: routing, guards, the page cache, headers.
What came out is remembered under the words of the request that can matter. Whoever uses the same
words gets the same answer, as long as the page is fresh; anything else goes the whole way again.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, current_app, g, request

from navigator.web.caching import LIFETIME, KeptPage, Key, PageCache, VersionWatch
from navigator.web.logs import new_number, write_line

MOST = 4096  # shortcuts of a worker
LONGEST = 1000  # characters
OK, NOT_MODIFIED = "200 OK", "304 NOT MODIFIED"
OF_THE_BODY = frozenset({"Content-Type", "Content-Encoding", "Content-Length"})

Words = tuple[str, ...]
Environ = dict[str, Any]
Hook = Callable[[Environ, dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Where a request in certain words leads, and the headers of what was there."""

    page: Key
    digest: str
    in_browsers: bool
    encoding: str
    endpoint: str
    headers: list[tuple[str, str]]
    unchanged: list[tuple[str, str]]  # the headers of a 304


class Shortcuts:
    """The shortcuts of one worker."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._known: dict[Words, Shortcut] = {}
        self.hooks: list[Hook] = []  # called with (environ, marks of the page) before each answer

    def learn(self, key: Key, page: KeptPage, response: Response) -> None:
        """Remember the answer to the request at hand."""
        words = _words(request.environ)
        encoding = response.headers.get("Content-Encoding", "")
        if words is None or not encoding or not _lasts(page):
            return
        headers = list(response.headers)
        unchanged = [(name, value) for name, value in headers if name not in OF_THE_BODY]
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[words] = Shortcut(
            page=key,
            digest=page.body.digest,
            in_browsers=page.in_browsers,
            encoding=encoding,
            endpoint=request.endpoint or "",
            headers=headers,
            unchanged=unchanged,
        )

    def answer(self, environ: Environ, start_response: Callable[..., Any]) -> list[bytes] | None:
        """Answer a request whose words are known; None if it must go the whole way."""
        started = time.perf_counter()
        words = _words(environ)
        shortcut = self._known.get(words) if words is not None else None
        page = self._fresh(shortcut) if shortcut is not None else None
        if shortcut is None or page is None:
            return None
        for hook in self.hooks:
            hook(environ, page.marks)
        is_known = _has_already(environ, page)
        if is_known:
            start_response(NOT_MODIFIED, shortcut.unchanged[:])
        else:
            start_response(OK, shortcut.headers[:])
        write_line(
            self._app,
            endpoint=shortcut.endpoint,
            method=environ["REQUEST_METHOD"],
            status=304 if is_known else 200,
            started=started,
            number=new_number(),
        )
        has_body = not is_known and environ["REQUEST_METHOD"] == "GET"
        return [page.body.packed(shortcut.encoding)] if has_body else []

    def _fresh(self, shortcut: Shortcut) -> KeptPage | None:
        """Return the page if it is what its view would make now, as far as can be told.

        A request in other words may have made it anew: then our headers tell of the page before.
        """
        pages: PageCache = self._app.extensions["pages"]
        watch: VersionWatch = self._app.extensions["content_version"]
        version = watch.known(self._app.config["CONTENT_VERSION_SECONDS"])
        page = pages.get(shortcut.page)
        if page is None or version is None or not page.is_fresh(version, time.time()):
            return None
        is_same = (page.body.digest, page.in_browsers) == (shortcut.digest, shortcut.in_browsers)
        return page if is_same and _lasts(page) else None


def init_app(app: Flask) -> None:
    """Learn from every answer, last of all, when it has all its headers."""
    app.extensions["shortcuts"] = Shortcuts(app)
    app.after_request(_learn)


def _learn(response: Response) -> Response:
    """Remember a finished answer that came from the page cache."""
    kept: tuple[Key, KeptPage] | None = g.get("kept_page")
    if kept is not None and response.status_code == 200:  # noqa: PLR2004
        shortcuts: Shortcuts = current_app.extensions["shortcuts"]
        shortcuts.learn(*kept, response)
    return response


def _words(environ: Environ) -> Words | None:
    """Return what an answer may depend on; None for a request that always goes the whole way."""
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
        return None
    if "HTTP_COOKIE" in environ or "HTTP_AUTHORIZATION" in environ:
        return None
    words = (
        environ.get("SCRIPT_NAME", ""),
        environ.get("PATH_INFO", ""),
        environ.get("QUERY_STRING", ""),
        environ.get("HTTP_HOST", ""),
        environ.get("HTTP_ACCEPT_ENCODING", ""),
    )
    return words if sum(map(len, words)) <= LONGEST else None


def _lasts(page: KeptPage) -> bool:
    """Tell whether browsers may keep the page for the whole time that its headers say."""
    return time.time() + LIFETIME <= page.live_until


def _has_already(environ: Environ, page: KeptPage) -> bool:
    """Tell whether `If-None-Match` names the page."""
    named = environ.get("HTTP_IF_NONE_MATCH", "")
    return bool(named) and page.body.is_named_in(named)
