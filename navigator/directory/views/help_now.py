"""Crisis numbers: whom to call now."""

from flask import render_template
from sqlalchemy.orm import Session

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.cards import Card, cards
from navigator.extensions import db
from navigator.listings.openings import now
from navigator.web.caching import public_page


@bp.get("/help-now")
@public_page
def help_now() -> str:
    """Show whom to call in a crisis, on one sheet of paper."""
    state = queries.site_state(db.session)
    page = state.help_now if state else {}
    by_slug = _cards(db.session, [s for group in page.get("groups", []) for s in group["services"]])
    return render_template(
        "directory/help_now.html",
        page=page,
        day=now().date(),
        groups=[
            (group["heading"], [by_slug[s] for s in group["services"] if s in by_slug])
            for group in page.get("groups", [])
        ],
    )


def _cards(session: Session, slugs: list[str]) -> dict[str, Card]:
    """Return the cards of services by slug."""
    moment = now()
    rows = queries.cards_by_slug(session, slugs, day=moment.date())
    return {card.slug: card for card in cards(session, rows, moment, with_list=False)}
