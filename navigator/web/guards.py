"""Guards: each view says who may call it. A view that says nothing fails a test."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, g, request
from werkzeug.exceptions import Forbidden

View = Callable[..., Any]
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class CrossSite(Forbidden):
    """A form was sent from somewhere else than our own pages."""


class NotAProfessional(Forbidden):
    """Only a signed-in professional may do this."""


@dataclass(frozen=True, slots=True)
class Professional:
    """Who is signed in."""

    account: str
    organisation: str


def current_professional() -> Professional | None:
    """Return the professional who is signed in. There are no accounts yet, so nobody is."""
    return None


def public(view: View) -> View:
    """Let everyone in."""
    view.guard = "public"  # type: ignore[attr-defined]
    return view


def same_origin(view: View) -> View:
    """Let everyone in, but take what people send only from our own pages. Needs no cookie."""

    @wraps(view)
    def guarded(*args: Any, **values: Any) -> Any:
        if request.method not in SAFE_METHODS and not _comes_from_our_page():
            raise CrossSite
        return view(*args, **values)

    guarded.guard = "same_origin"  # type: ignore[attr-defined]
    return guarded


def professionals_only(view: View) -> View:
    """Let signed-in professionals in, as `g.professional`, and take forms as `same_origin` does."""

    @wraps(view)
    def guarded(*args: Any, **values: Any) -> Any:
        g.professional = current_professional()
        if g.professional is None:
            raise NotAProfessional
        if request.method not in SAFE_METHODS and not _comes_from_our_page():
            raise CrossSite
        return view(*args, **values)

    guarded.guard = "professionals"  # type: ignore[attr-defined]
    return guarded


def _comes_from_our_page() -> bool:
    """Believe the browser: `Sec-Fetch-Site` first, `Origin` where it says nothing."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    return request.headers.get("Origin", "").lower() in {
        _origin(request.host_url),
        _origin(current_app.config["SETTINGS"].site_url),
    }


def _origin(url: str) -> str:
    """Return the scheme, host and port of `url` as browsers write them."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()
