"""A service: what one gets, and whom to call."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.cards import add_href, area_text, cards, own_list
from navigator.directory.json_ld import service_data
from navigator.domain.models import Notice, Service, Source
from navigator.extensions import db
from navigator.listings.contacts import Contact, contacts_of, is_sure, main_contact
from navigator.listings.openings import now
from navigator.listings.site import Backup, backup, exit_url, review_days
from navigator.web.caching import no_store, not_in_browsers, public_page


@dataclass(frozen=True, slots=True)
class ServicePage:
    """All that the page of one service shows."""

    service: Service
    contacts: list[Contact]
    main: Contact | None
    backup: Backup | None
    """Whom to call instead, when the main contact is missing or in doubt."""
    notices: list[Notice]
    sources: list[Source]
    checked: date | None
    """The day on which the texts were last checked."""
    day: date
    review_days: dict[str, int]


@bp.get("/services/<slug:slug>")
@public_page(query=["s", "municipality"])
def service(slug: str) -> ResponseReturnValue:
    """Show a service; one that ended says what to use instead."""
    moment = now()
    found = queries.service_by_slug(db.session, slug)
    if found is None:
        return _moved(slug, moment.date())
    if own_list():
        no_store()
    if found.quick_exit:
        not_in_browsers()
    if found.is_over_on(moment.date()):
        return _gone(found, moment)
    if not found.is_public_on(moment.date()):
        abort(404)
    listed = own_list()
    page = _page(found, moment)
    return render_template(
        "directory/service.html",
        page=page,
        service=found,
        area=area_text(found.reach, [m.name for m in found.municipalities]),
        gaps=queries.gaps_of_service(db.session, slug),
        related=_related(found, moment),
        listed=listed,
        list_href=None if found.quick_exit or slug in listed else add_href(slug, listed),
        exit_url=exit_url(),
        json_ld=service_data(page),
    )


def _moved(slug: str, day: date) -> ResponseReturnValue:
    """Lead an old address to the new one, with all that it carries."""
    current = queries.current_slug(db.session, slug, day=day)
    if current is None:
        abort(404)
    carried: dict[str, Any] = {name: request.args.getlist(name) for name in request.args}
    return redirect(url_for(".service", slug=current, **carried), code=301)


def _gone(found: Service, moment: datetime) -> ResponseReturnValue:
    """Say that the service has ended, and what to use instead."""
    day = moment.date()
    rows = queries.cards_by_slug(db.session, found.replaced_by, day=day)
    body = render_template(
        "directory/service_gone.html",
        service=found,
        instead=cards(db.session, rows, moment, with_list=False),
        backup=backup(found.fallback, moment),
        notices=queries.notices_on(db.session, day, service_id=found.id),
        exit_url=exit_url(),
    )
    return body, 410


def _page(found: Service, moment: datetime) -> ServicePage:
    day = moment.date()
    contacts = contacts_of(found.channel_links, moment, request.args.get("municipality", ""))
    main = main_contact(contacts)
    sure = main is not None and is_sure(main.fact, day, review_days())
    topic_ids = [link.topic_id for link in found.topic_links[:1]]
    return ServicePage(
        service=found,
        contacts=contacts,
        main=main,
        backup=None if sure else _backup(found, moment),
        notices=list(queries.notices_on(db.session, day, service_id=found.id, topic_ids=topic_ids)),
        sources=_sources(found, contacts),
        checked=found.fact.checked_on if found.fact else None,
        day=day,
        review_days=review_days(),
    )


def _backup(found: Service, moment: datetime) -> Backup | None:
    """Return whom to call instead; never the service itself."""
    instead = backup(found.fallback or found.organiser.fallback, moment)
    return None if instead is None or instead.row.slug == found.slug else instead


def _sources(found: Service, contacts: list[Contact]) -> list[Source]:
    """Return every source of the page once, the texts' first."""
    facts = [found.fact, found.price_fact, *(link.fact for link in found.condition_links)]
    facts += [fact for contact in contacts for fact in (contact.fact, contact.hours_fact)]
    unique: dict[tuple[str, Any], Source] = {}
    for fact in facts:
        for source in fact.sources if fact else []:
            unique.setdefault((source.url, source.dated), source)
    return list(unique.values())


def _related(found: Service, moment: datetime) -> list[Any]:
    """Return cards of related services."""
    rows = queries.cards_by_slug(db.session, found.related, day=moment.date())
    return cards(db.session, rows, moment, with_list=False)
