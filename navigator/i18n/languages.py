"""Which language a page is in: the first part of its address says so, `/sv/…`.

A route takes `<lang:lang>`; its view does not: it reads `g.language`. `url_for` fills the
language of the current page in by itself.
"""

from typing import Any

from flask import Flask, Response, current_app, g, has_app_context, has_request_context, request
from werkzeug.routing import BaseConverter

from navigator.domain.text import EASY_FINNISH, LANGUAGES
from navigator.extensions import babel

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "ur", "yi"})


class LanguageConverter(BaseConverter):
    """A language of the service as a part of an address."""

    regex = "|".join(LANGUAGES)


def init_app(app: Flask) -> None:
    """Give addresses their languages, and messages the language of the page."""
    app.url_map.converters["lang"] = LanguageConverter
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_fill_language)
    app.after_request(_vary_by_negotiated_language)
    app.config.setdefault("BABEL_DEFAULT_LOCALE", "en")
    babel.init_app(app, locale_selector=current_language, default_timezone="Europe/Helsinki")


def current_language() -> str:
    """Return the language of interface sentences: fi, sv or en."""
    if not has_request_context():
        return LANGUAGES[0]
    known: str | None = g.get("language")
    if known is None:
        known = g.language = negotiated_language()
    return known


def text_language() -> str:
    """Return the language of texts: that of the page, or easy Finnish on its own page."""
    if not has_app_context():
        return current_language()
    known: str | None = g.get("text_language")
    if known is None:
        known = current_language()
        if g.get("language") is not None:
            g.text_language = known
    return known


def use_easy_finnish() -> None:
    """Show the texts of this page in easy Finnish, where they have one."""
    g.text_language = EASY_FINNISH


def negotiated_language() -> str:
    """Choose among our languages what the visitor's browser asks for; Finnish if none fits.

    `sv-FI` asks for Swedish as well as `sv` does, also where `fi` stands behind it.
    """
    g.language_was_negotiated = True
    wanted = [
        name.partition("-")[0].lower() for name, quality in request.accept_languages if quality
    ]
    return next((name for name in wanted if name in LANGUAGES), LANGUAGES[0])


def direction(language: str) -> str:
    """Return the writing direction of `language` as HTML names it."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Move the language from the address to `g.language`; without one it is negotiated late."""
    given = values.pop("lang", None) if values else None
    if given is None:
        given = request.path.split("/", 2)[1]
    g.language = given if given in LANGUAGES else None


def _fill_language(endpoint: str, values: dict[str, Any]) -> None:
    """Let `url_for` keep the language of the page unless another is named."""
    if "lang" not in values and current_app.url_map.is_endpoint_expecting(endpoint, "lang"):
        values["lang"] = current_language()


def _vary_by_negotiated_language(response: Response) -> Response:
    """Tell caches when the language came from the browser instead of the address."""
    if g.get("language_was_negotiated"):
        response.vary.add("Accept-Language")
    return response
