"""Services in lists: columns, for whole rows cost many times as much."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, case, cast, exists, func, or_, select, union
from sqlalchemy.orm import Session

from navigator.domain.channel import channel_municipality
from navigator.domain.models import (
    Channel,
    Municipality,
    Organisation,
    Place,
    Producer,
    Service,
    ServiceChannel,
    ServiceTopic,
    Topic,
)
from navigator.domain.service import service_municipality

MAIN_TOPIC_FIRST = case((ServiceTopic.position == 0, 0), else_=1)
WIDER_FIRST = case((Service.reach == "local", 1), else_=0)
URGENT_FIRST = case({"emergency": 0, "same_day": 1}, value=Service.urgency, else_=2)


class CardRow(NamedTuple):
    """A service as a list shows it."""

    id: int
    slug: str
    name: dict[str, str]
    summary: dict[str, str]
    reach: str
    horizon: str
    urgency: str
    quick_exit: bool
    provider: dict[str, str]
    channel_kind: str | None
    number: str | None
    url: dict[str, str] | None
    hours: dict[str, Any] | None
    is_local: bool
    """Whether the channel serves only some of the municipalities that the service reaches."""

    def reached_by(self, channel: "LocalChannel") -> "CardRow":
        """Return the same service with another channel."""
        return self._replace(**channel._asdict(), is_local=False)


class LocalChannel(NamedTuple):
    """A channel that a service has for one municipality."""

    channel_kind: str | None
    number: str | None
    url: dict[str, str] | None
    hours: dict[str, Any] | None


def card_query() -> Any:
    """Select the columns of `CardRow`: columns, for whole rows cost many times as much."""
    return (
        select(
            Service.id,
            Service.slug,
            Service.name,
            Service.summary,
            Service.reach,
            Service.horizon,
            Service.urgency,
            Service.quick_exit,
            Organisation.name,
            Channel.kind,
            Channel.number,
            Channel.url,
            Channel.hours_data,
            exists().where(channel_municipality.c.channel_id == Channel.id),
        )
        .join(Organisation, Organisation.id == Service.organiser_id)
        .outerjoin(
            ServiceChannel,
            (ServiceChannel.service_id == Service.id) & ServiceChannel.main.is_(True),
        )
        .outerjoin(Channel, Channel.id == ServiceChannel.channel_id)
    )


def cards_by_id(session: Session, ids: Sequence[int], *, day: date) -> list[CardRow]:
    """Return the public services of `ids`, in that order."""
    query = card_query().where(Service.id.in_(ids), Service.public_on(day))
    found = {row[0]: CardRow(*row) for row in session.execute(query)}
    return [found[number] for number in ids if number in found]


def cards_by_slug(session: Session, slugs: Sequence[str], *, day: date) -> list[CardRow]:
    """Return the public services of `slugs`, in that order."""
    query = card_query().where(Service.slug.in_(slugs), Service.public_on(day))
    found = {row[1]: CardRow(*row) for row in session.execute(query)}
    return [found[slug] for slug in slugs if slug in found]


def cards_of_topic(
    session: Session, topic_id: int, *, horizon: str, day: date, limit: int
) -> list[CardRow]:
    """Return a topic's public services that help within `horizon`, its own ones first."""
    query = (
        card_query()
        .join(ServiceTopic, ServiceTopic.service_id == Service.id)
        .where(
            ServiceTopic.topic_id == topic_id,
            Service.public_on(day),
            Service.horizon == horizon,
        )
        .order_by(MAIN_TOPIC_FIRST, URGENT_FIRST, WIDER_FIRST, Service.slug)
        .limit(limit)
    )
    return [CardRow(*row) for row in session.execute(query)]


def cards_of_organisation(
    session: Session, organisation_id: int, *, day: date, limit: int
) -> list[CardRow]:
    """Return the public services that an organisation organises or produces."""
    produced = select(Producer.service_id).where(Producer.organisation_id == organisation_id)
    query = (
        card_query()
        .where(
            Service.public_on(day),
            or_(Service.organiser_id == organisation_id, Service.id.in_(produced)),
        )
        .order_by(Service.slug)
        .limit(limit)
    )
    return [CardRow(*row) for row in session.execute(query)]


def near_ids(municipality_id: int) -> Any:
    """Select the services that are near in a municipality.

    Near is what has a place to visit in it, a phone of its own for it, or serves it alone.
    """
    alone = (
        select(service_municipality.c.service_id)
        .group_by(service_municipality.c.service_id)
        .having(func.count() == 1)
        .having(func.min(service_municipality.c.municipality_id) == municipality_id)
    )
    visited = (
        select(ServiceChannel.service_id)
        .join(Channel, Channel.id == ServiceChannel.channel_id)
        .join(Place, Place.id == Channel.place_id)
        .where(Place.municipality_id == municipality_id)
    )
    called = (
        select(ServiceChannel.service_id)
        .join(Channel, Channel.id == ServiceChannel.channel_id)
        .join(channel_municipality, channel_municipality.c.channel_id == Channel.id)
        .where(
            channel_municipality.c.municipality_id == municipality_id,
            Channel.kind.in_(("phone", "visit")),
        )
    )
    return union(alone, visited, called)


def cards_near(session: Session, municipality_id: int, *, day: date, limit: int) -> list[CardRow]:
    """Return the public services that are near in a municipality."""
    query = (
        card_query()
        .where(Service.public_on(day), Service.id.in_(near_ids(municipality_id)))
        .order_by(URGENT_FIRST, Service.slug)
        .limit(limit)
    )
    return [CardRow(*row) for row in session.execute(query)]


def municipalities_of(session: Session, ids: Iterable[int]) -> dict[int, list[dict[str, str]]]:
    """Return the names of local services' municipalities, by service id."""
    query = (
        select(service_municipality.c.service_id, Municipality.name)
        .join(Municipality, Municipality.id == service_municipality.c.municipality_id)
        .where(service_municipality.c.service_id.in_(list(ids)))
        .order_by(Municipality.slug)
    )
    names: dict[int, list[dict[str, str]]] = {}
    for service_id, name in session.execute(query):
        names.setdefault(service_id, []).append(name)
    return names


def local_channels(
    session: Session, ids: Iterable[int], *, municipality: str
) -> dict[int, LocalChannel]:
    """Return the channel that each service has for one municipality alone; a phone first."""
    query = (
        select(
            ServiceChannel.service_id,
            Channel.kind,
            Channel.number,
            Channel.url,
            Channel.hours_data,
        )
        .join(Channel, Channel.id == ServiceChannel.channel_id)
        .join(channel_municipality, channel_municipality.c.channel_id == Channel.id)
        .join(Municipality, Municipality.id == channel_municipality.c.municipality_id)
        .where(ServiceChannel.service_id.in_(list(ids)), Municipality.slug == municipality)
        .order_by(case((Channel.kind == "phone", 0), else_=1), ServiceChannel.position)
    )
    found: dict[int, LocalChannel] = {}
    for service_id, *channel in session.execute(query):
        found.setdefault(service_id, LocalChannel(*channel))
    return found


def spoken_channels(
    session: Session, ids: Iterable[int], *, language: str
) -> dict[int, LocalChannel]:
    """Return the line in `language` of each service whose main line is known to be in others."""
    query = (
        select(
            ServiceChannel.service_id,
            ServiceChannel.main,
            Channel.languages,
            Channel.kind,
            Channel.number,
            Channel.url,
            Channel.hours_data,
        )
        .join(Channel, Channel.id == ServiceChannel.channel_id)
        .where(
            ServiceChannel.service_id.in_(list(ids)),
            Channel.kind == "phone",
            Channel.audience == "everyone",
        )
        .order_by(ServiceChannel.main.desc(), ServiceChannel.position)
    )
    mute: set[int] = set()
    found: dict[int, LocalChannel] = {}
    for service_id, is_main, languages, *channel in session.execute(query):
        if is_main and languages and language not in languages:
            mute.add(service_id)
        elif service_id in mute and language in languages:
            found.setdefault(service_id, LocalChannel(*channel))
    return found


def search_plainly(
    session: Session,
    text: str,
    limits: Mapping[str, Iterable[str]],
    *,
    day: date,
    limit: int,
    offset: int,
) -> tuple[list[int], int]:
    """Find services by their bare words, for the time that the index is out of order.

    Returns the ids of one page and the number of all. Of the limits, municipality, topic and
    provider hold; the others let everything through.
    """
    conditions = [Service.public_on(day), *map(_has_word, text.split()[:12])]
    conditions += [
        _within(facet, slugs) for facet, slugs in limits.items() if facet in HELD_PLAINLY
    ]
    ids = select(Service.id).where(*conditions)
    total = session.scalar(select(func.count()).select_from(ids.subquery())) or 0
    return list(session.scalars(ids.order_by(Service.slug).limit(limit).offset(offset))), total


def _has_word(word: str) -> ColumnElement[bool]:
    columns = (Service.name, Service.summary, Service.also_known_as)
    return or_(*(cast(column, String).icontains(word, autoescape=True) for column in columns))


HELD_PLAINLY = frozenset({"municipality", "topic", "provider"})
"""The limits that a plain search holds."""


def _within(facet: str, slugs: Iterable[str]) -> ColumnElement[bool]:
    wanted = list(slugs)
    if facet == "topic":
        return Service.topic_links.any(ServiceTopic.topic.has(Topic.slug.in_(wanted)))
    if facet == "provider":
        return Service.organiser.has(Organisation.slug.in_(wanted))
    local = Service.municipalities.any(Municipality.slug.in_(wanted))
    return or_(Service.reach != "local", local)
