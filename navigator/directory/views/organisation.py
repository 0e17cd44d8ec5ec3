"""An organisation and its services."""

from flask import abort, render_template

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.cards import cards
from navigator.extensions import db
from navigator.i18n.messages import lazy_gettext as _l
from navigator.listings.openings import now
from navigator.listings.site import review_days
from navigator.web.caching import public_page

KINDS = {
    "wellbeing_county": _l("Wellbeing services county"),
    "employment_authority": _l("Employment services"),
    "municipality": _l("Municipality"),
    "kela": _l("Kela"),
    "state": _l("State authority"),
    "third_sector": _l("Association or foundation"),
    "parish": _l("Parish"),
    "education": _l("Educational institution"),
    "company": _l("Company"),
}
MOST_SHOWN = 30


@bp.get("/organisations/<slug:slug>")
@public_page
def organisation(slug: str) -> str:
    """Show an organisation."""
    found = queries.organisation_by_slug(db.session, slug)
    if found is None:
        abort(404)
    moment = now()
    rows = queries.cards_of_organisation(
        db.session, found.id, day=moment.date(), limit=MOST_SHOWN + 1
    )
    return render_template(
        "directory/organisation.html",
        organisation=found,
        kind=KINDS[found.kind],
        children=queries.children_of(db.session, found.id),
        cards=cards(db.session, rows[:MOST_SHOWN], moment),
        has_more=len(rows) > MOST_SHOWN,
        day=moment.date(),
        review_days=review_days(),
    )
