"""Texts that know their languages, shown on a page that has one.

Shape: `{"fi": "Neuvola", "sv": "Rådgivning"}`. A text without the page's language is shown in
another, and says so with `lang` and `dir`: nothing is hidden for want of a translation.
"""

from collections.abc import Mapping

from flask import Flask
from markupsafe import Markup, escape

from navigator.domain.text import in_language
from navigator.i18n.languages import direction, text_language

Text = Mapping[str, str] | str | None


def init_app(app: Flask) -> None:
    """Give templates the filters `localised`, `plain` and `ltr`."""
    app.add_template_filter(localised)
    app.add_template_filter(plain)
    app.add_template_filter(ltr)


def localised(text: Text) -> Markup:
    """Write a text for a page, inside a `span` with its language when that is another one."""
    if not isinstance(text, Mapping):
        return escape(text or "")
    wanted = text_language()
    shown = in_language(text, wanted)
    if shown is None or shown.language == wanted:
        return escape(shown.text if shown else "")
    return Markup('<span lang="{}" dir="{}">{}</span>').format(
        shown.language, direction(shown.language), shown.text
    )


def plain(text: Text) -> str:
    """Return the bare words of a text, for attributes, titles and data."""
    if not isinstance(text, Mapping):
        return str(text or "")
    shown = in_language(text, text_language())
    return shown.text if shown else ""


def ltr(words: str) -> Markup:
    """Keep a number, an address or an e-mail in its own order on pages written from the right."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(words)
