"""`/`: the one address without a language leads to the front page in the visitor's own."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from navigator.i18n.languages import negotiated_language
from navigator.web.guards import public

bp = Blueprint("front_door", __name__)


@bp.get("/")
@public
def enter() -> Response:
    """Send the visitor on; nothing is remembered, so a bookmark of the page keeps its language."""
    return redirect(url_for("directory.home", lang=negotiated_language()), code=302)
