"""Interface sentences in the language of the page: Flask-Babel's functions with their types."""

from typing import Any

import flask_babel


def gettext(message: str, **values: object) -> str:
    """Return the sentence in the language of this request, with its values filled in."""
    return str(flask_babel.gettext(message, **values))


def lazy_gettext(message: str, **values: object) -> Any:
    """Return a sentence that becomes a string when a page is made."""
    return flask_babel.lazy_gettext(message, **values)
