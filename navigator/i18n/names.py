"""Names of languages, in the language of the page."""

from babel import Locale
from flask import Flask

from navigator.i18n.languages import current_language


def init_app(app: Flask) -> None:
    """Give templates the filters `language_name` and `language_names`."""
    app.add_template_filter(language_name)
    app.add_template_filter(language_names)


def language_name(code: str) -> str:
    """Name a language: englanti, engelska, English."""
    names = Locale(current_language()).languages
    return str(names.get(code.replace("-", "_"), names.get(code.partition("-")[0], code)))


def language_names(codes: list[str]) -> str:
    """Name languages in a row, as a sentence begins."""
    text = ", ".join(language_name(code) for code in codes)
    return text[:1].upper() + text[1:]
