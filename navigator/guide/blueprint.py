"""The blueprint of the questionnaire, and what holds for each of its answers."""

import re

from flask import Blueprint, Response, request

bp = Blueprint("guide", __name__, template_folder="templates", url_prefix="/<lang:lang>/questions")

OURS = re.compile(r"/[^/]+/questions(/|$)")
CACHED = "guide.map"
"""The page that is the same for everyone and holds no answer."""


@bp.after_app_request
def keep_private(response: Response) -> Response:
    """Let nobody keep the page. Errors too."""
    if OURS.match(request.path) and request.endpoint != CACHED:
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
    return response
