"""The blueprint of the handover, what holds for each of its answers, and how it refuses."""

import re

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from navigator.guide.views import easy_or_not
from navigator.handover import TooManyTries
from navigator.listings.site import guidance
from navigator.web.guards import NotAProfessional

bp = Blueprint(
    "handover", __name__, template_folder="templates", url_prefix="/<lang:lang>/handover"
)

OURS = re.compile(r"/[^/]+/handover(/|$)")


@bp.after_app_request
def keep_private(response: Response) -> Response:
    """Let nobody keep the page. Errors too."""
    if OURS.match(request.path):
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
    return response


@bp.errorhandler(NotAProfessional)
def refuse(_error: NotAProfessional) -> ResponseReturnValue:
    """Say that professionals open handovers later, and whom to call meanwhile."""
    return page("handover_closed", guidance=guidance()), 403


@bp.errorhandler(TooManyTries)
def make_wait(error: TooManyTries) -> ResponseReturnValue:
    """Say that too many codes were tried, and what works meanwhile."""
    answer = page("handover_wait", guidance=guidance())
    return answer, 429, {"Retry-After": str(error.retry_after)}


def page(name: str, **values: object) -> str:
    """Render a page of the handover, in easy Finnish if asked for, with its quick way out."""
    return render_template(
        f"guide/{name}.html", exit_href=url_for("guide.leave"), more=easy_or_not(), **values
    )


def address() -> str:
    """Return where the request came from. It is kept for an hour and only as a keyed hash."""
    return request.remote_addr or ""
