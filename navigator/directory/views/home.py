"""The front page."""

from flask import render_template

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.extensions import db
from navigator.listings.openings import now
from navigator.listings.site import guidance
from navigator.web.caching import public_page
from navigator.web.per_version import per_version


@bp.get("/")
@public_page
def home() -> str:
    """Show the search, the topics and the municipalities."""
    moment = now()
    topics = queries.topics_in_order(db.session)
    return render_template(
        "directory/home.html",
        topics=[topic for topic in topics if topic.front],
        other_topics=[topic for topic in topics if not topic.front],
        situations=queries.situations_in_order(db.session),
        municipalities=per_version("municipalities", queries.municipalities_in_order),
        notices=queries.notices_on(db.session, moment.date(), site=True),
        guidance=guidance(moment),
    )
