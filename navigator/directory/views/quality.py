"""How current the information is, in figures counted from the data, and how well it is found."""

from flask import render_template

from navigator.directory.blueprint import bp
from navigator.directory.figures import figures
from navigator.directory.search_figures import search_figures
from navigator.directory.words import FACT_KINDS, FACT_STATES, GAPS
from navigator.extensions import db
from navigator.listings.openings import now
from navigator.listings.site import review_days
from navigator.web.caching import public_page


@bp.get("/quality")
@public_page
def quality() -> str:
    """Show the figures."""
    moment = now()
    return render_template(
        "directory/quality.html",
        figures=figures(db.session, day=moment.date(), review_days=review_days()),
        search=search_figures(),
        day=moment.date(),
        states=FACT_STATES,
        kinds=FACT_KINDS,
        gaps=GAPS,
        review_days=review_days(),
    )
