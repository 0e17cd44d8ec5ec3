"""The blueprint of the questionnaire, and what holds for each of its answers."""

from flask import Blueprint, Response, request

bp = Blueprint("guide", __name__, template_folder="templates", url_prefix="/<lang:lang>/questions")

CACHED = frozenset({"guide.map"})
"""Pages that are the same for everyone and hold no answer."""


@bp.after_request
def keep_private(response: Response) -> Response:
    """Let nobody keep the page, and tell no other page that this one was read."""
    if request.endpoint not in CACHED:
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
    return response
