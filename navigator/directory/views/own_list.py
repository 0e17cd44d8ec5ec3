"""One's own list: services in the address of the page, to print, to send or to show as a code."""

from dataclasses import replace
from urllib.parse import quote

from flask import render_template, url_for

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.cards import Card, cards, own_list
from navigator.extensions import db
from navigator.i18n.links import absolute
from navigator.i18n.messages import gettext as _
from navigator.i18n.texts import plain
from navigator.listings.openings import now
from navigator.web.caching import no_store, public_page
from navigator.web.qr_codes import qr_code


@bp.get("/list", endpoint="own_list")
@public_page(query=["s"])
def show_list() -> str:
    """Show the services that the address names."""
    no_store()
    moment = now()
    rows = queries.cards_by_slug(db.session, own_list(), day=moment.date())
    safe = [row for row in rows if not row.quick_exit]
    slugs = [row.slug for row in safe]
    chosen = [
        replace(card, href=url_for(".service", slug=card.slug, s=slugs))
        for card in cards(db.session, safe, moment, with_list=False)
    ]
    address = absolute(url_for(".own_list", s=slugs))
    return render_template(
        "directory/own_list.html",
        cards=chosen,
        has_left_out=len(safe) < len(rows),
        removals={slug: url_for(".own_list", s=[s for s in slugs if s != slug]) for slug in slugs},
        search_href=url_for(".services", s=slugs),
        address=address,
        mail_href=_mail_href(chosen, address),
        code=qr_code(address) if chosen else None,
        day=moment.date(),
    )


def _mail_href(chosen: list[Card], address: str) -> str:
    """Return the address of an e-mail draft, written in the visitor's own program."""
    lines = []
    for card in chosen:
        lines += [plain(card.name), plain(card.provider)]
        lines += [card.phone] if card.phone else []
        lines += [absolute(url_for(".service", slug=card.slug)), ""]
    body = "\n".join([*lines, address])
    return f"mailto:?subject={quote(_('Services in Päijät-Häme'))}&body={quote(body)}"
