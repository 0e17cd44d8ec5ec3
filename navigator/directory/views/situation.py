"""A life situation: whom to turn to, in order."""

from flask import abort, render_template

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.cards import cards
from navigator.extensions import db
from navigator.listings.openings import now
from navigator.listings.site import exit_url, guidance
from navigator.web.caching import not_in_browsers, public_page


@bp.get("/situations/<slug:slug>")
@public_page
def situation(slug: str) -> str:
    """Show a life situation, step by step."""
    found = queries.situation_by_slug(db.session, slug)
    if found is None:
        abort(404)
    page = found.content
    quick_exit = bool(page.get("quick_exit"))
    if quick_exit:
        not_in_browsers()
    moment = now()
    slugs = [service for step in page["steps"] for service in step["services"]]
    rows = queries.cards_by_slug(db.session, slugs, day=moment.date())
    by_slug = {
        card.slug: card for card in cards(db.session, rows, moment, with_list=not quick_exit)
    }
    topics = queries.topics_in_order(db.session)
    return render_template(
        "directory/situation.html",
        page=page,
        steps=[
            (step, [by_slug[s] for s in step["services"] if s in by_slug]) for step in page["steps"]
        ],
        topics=[topic for topic in topics if topic.slug in page.get("topics", [])],
        quick_exit=quick_exit,
        exit_url=exit_url(),
        guidance=guidance(moment),
        slug=slug,
    )
