"""A municipality: what is near, what is remote, and what is missing."""

from datetime import date

from flask import abort, render_template, url_for

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.cards import cards
from navigator.directory.coverage import topic_rows
from navigator.directory.filters import gap_names
from navigator.domain.models import Gap
from navigator.extensions import db
from navigator.listings.openings import now
from navigator.listings.site import guidance
from navigator.web.caching import public_page

MOST_SHOWN = 12


@bp.get("/municipalities/<slug:slug>")
@public_page
def municipality(slug: str) -> str:
    """Show a municipality."""
    everyone = queries.municipalities_in_order(db.session)
    found = next((row for row in everyone if row.slug == slug), None)
    if found is None:
        abort(404)
    moment = now()
    day = moment.date()
    near = queries.cards_near(db.session, found.id, day=day, limit=MOST_SHOWN + 1)
    own = queries.organisations_by_slug(
        db.session, [found.organisation, found.employment_authority]
    )
    return render_template(
        "directory/municipality.html",
        municipality=found,
        municipalities=everyone,
        near=cards(db.session, near[:MOST_SHOWN], moment, municipality=slug),
        has_more=len(near) > MOST_SHOWN,
        topics=topic_rows(db.session, found.id, day=day),
        organisation=own.get(found.organisation),
        authority=own.get(found.employment_authority),
        neighbours=[row for near_slug in found.nearby for row in everyone if row.slug == near_slug],
        gaps=_gaps(slug, day),
        guidance=guidance(moment),
    )


def _gaps(slug: str, day: date) -> list[tuple[dict[str, str] | None, str | None, list[str]]]:
    """Return what is missing here: of which service, its address, and what."""
    by_owner: dict[tuple[str, str], list[Gap]] = {}
    for gap in queries.gaps_of_municipality(db.session, slug):
        by_owner.setdefault((gap.owner_kind, gap.owner_slug), []).append(gap)
    names = queries.names_of(db.session, [owner for _, owner in by_owner], day=day)
    rows: list[tuple[dict[str, str] | None, str | None, list[str]]] = []
    for (kind, owner), missing in by_owner.items():
        if kind == "municipalities":
            rows.append((None, None, gap_names(missing)))
        elif owner in names:
            href = url_for(".service", slug=owner, municipality=slug)
            rows.append((names[owner], href, gap_names(missing)))
    return rows
