"""A topic: what helps now, what soon, what in the long run."""

from flask import abort, render_template

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.cards import cards
from navigator.extensions import db
from navigator.i18n.messages import lazy_gettext as _l
from navigator.listings.openings import now
from navigator.listings.site import backup, exit_url
from navigator.web.caching import not_in_browsers, public_page

HORIZONS = {
    "now": _l("Helps at once"),
    "soon": _l("Helps within days or weeks"),
    "long": _l("Helps over a longer time"),
}
MOST_SHOWN = 8
"""Services of one horizon on the page; a link leads to the rest."""


@bp.get("/topics/<slug:slug>")
@public_page
def topic(slug: str) -> str:
    """Show a topic."""
    found = queries.topic_by_slug(db.session, slug)
    if found is None:
        abort(404)
    if found.quick_exit:
        not_in_browsers()
    moment = now()
    groups = []
    for horizon, heading in HORIZONS.items():
        rows = queries.cards_of_topic(
            db.session, found.id, horizon=horizon, day=moment.date(), limit=MOST_SHOWN + 1
        )
        shown = cards(db.session, rows[:MOST_SHOWN], moment, with_list=not found.quick_exit)
        groups.append((horizon, heading, shown, len(rows) > MOST_SHOWN))
    return render_template(
        "directory/topic.html",
        topic=found,
        groups=groups,
        backup=backup(found.fallback, moment),
        municipalities=queries.municipalities_in_order(db.session),
        notices=queries.notices_on(db.session, moment.date(), topic_ids=[found.id]),
        exit_url=exit_url(),
    )
