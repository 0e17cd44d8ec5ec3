"""Interface sentences in the language of the page: Flask-Babel's functions with their types.

A page has some sixty sentences. Flask-Babel asks for the language and looks for the catalogue at
each of them; here the three catalogues lie ready.
"""

from typing import Any

import flask_babel
from babel.support import NullTranslations
from flask import Flask, current_app, has_app_context

from navigator.i18n.languages import current_language


def init_app(app: Flask) -> None:
    """Let templates take their sentences from here; after Flask-Babel, which does it first."""
    app.extensions["catalogues"] = {}
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda message: _catalogue().ugettext(message),
        ngettext=lambda one, many, number: _catalogue().ungettext(one, many, number),
        newstyle=True,
        pgettext=lambda context, message: _catalogue().upgettext(context, message),
        npgettext=lambda context, one, many, number: _catalogue().unpgettext(
            context, one, many, number
        ),
    )


def gettext(message: str, **values: object) -> str:
    """Return the sentence in the language of this request, with its values filled in."""
    sentence = str(_catalogue().ugettext(message))
    return sentence % values if values else sentence


def _catalogue() -> Any:
    """Return the catalogue of the language of this request."""
    if not has_app_context():
        return NullTranslations()
    known: dict[str, Any] = current_app.extensions["catalogues"]
    language = current_language()
    if language not in known:
        known[language] = flask_babel.get_translations()
    return known[language]


def lazy_gettext(message: str, **values: object) -> Any:
    """Return a sentence that becomes a string when a page is made."""
    return flask_babel.lazy_gettext(message, **values)
