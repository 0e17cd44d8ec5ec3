"""Leaving the questions: the answers are overwritten, whatever comes next."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from navigator.guide.blueprint import bp
from navigator.guide.views import easy_or_not
from navigator.guide.visit import current_visit, forget
from navigator.listings.site import exit_url, guidance
from navigator.web.guards import public, same_origin


@bp.post("/erase")
@same_origin
def erase() -> ResponseReturnValue:
    """Overwrite the answers, and say so."""
    return forget(redirect(url_for(".erased", **easy_or_not()), code=303))


@bp.get("/erased")
@public
def erased() -> ResponseReturnValue:
    """Say that no answers are left, what may be left elsewhere, and how to go on."""
    more = easy_or_not()
    if current_visit().answers:  # of a new visit: somebody went back to this page
        return redirect(url_for(".check", **more), code=303)
    return render_template(
        "guide/erased.html", guidance=guidance(), exit_href=url_for(".leave"), more=more
    )


@bp.get("/exit")
@public
def leave() -> ResponseReturnValue:
    """Overwrite the answers, and lead to a page that tells nothing."""
    return forget(redirect(exit_url(), code=303))
