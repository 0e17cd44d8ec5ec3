"""Addresses of the page at hand: in its other languages, and as search engines should know it."""

from dataclasses import dataclass

from flask import Flask, current_app, g, request, url_for

from navigator.domain.text import LANGUAGES
from navigator.i18n.languages import current_language, direction, text_language

NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


@dataclass(frozen=True)
class LanguageLink:
    """The same page in one language."""

    language: str
    name: str  # of the language, in itself
    href: str
    is_current: bool


def init_app(app: Flask) -> None:
    """Give templates what the head and the header of a page need."""
    app.add_template_global(language_links)
    app.add_template_global(canonical_url)
    app.add_template_global(alternate_urls)
    app.add_template_global(absolute)
    app.add_template_global(text_language)
    app.add_template_global(current_language)
    app.add_template_global(direction)


def language_links() -> list[LanguageLink]:
    """Return this page in each language, with the same query; the front page if it has none."""
    return [
        LanguageLink(language, NAMES[language], _here_in(language), language == current_language())
        for language in LANGUAGES
    ]


def canonical_url() -> str:
    """Return the one address of this page, without its query."""
    return absolute(request.path)


def alternate_urls() -> list[tuple[str, str]]:
    """Return (language, absolute address) of this page for each language it is in."""
    if not _is_in_languages():
        return []
    return [(language, absolute(_here_in(language, with_query=False))) for language in LANGUAGES]


def absolute(path: str) -> str:
    """Return `path` as an address that works from anywhere; the `Host` asked for plays no part."""
    return f"{current_app.config['SETTINGS'].site_url}{path}"


def _here_in(language: str, *, with_query: bool = True) -> str:
    """Return the address of this page in `language`."""
    if not _is_in_languages():
        return url_for("directory.home", lang=language)
    query: dict[str, list[str]] = {}
    for name, value in g.get("known_query", ()) if with_query else ():  # see web.caching
        query.setdefault(name, []).append(value)
    return url_for(
        request.endpoint or "", **(query | (request.view_args or {}) | {"lang": language})
    )


def _is_in_languages() -> bool:
    """Tell whether the address of this page names its language."""
    endpoint = request.endpoint
    return endpoint is not None and current_app.url_map.is_endpoint_expecting(endpoint, "lang")
