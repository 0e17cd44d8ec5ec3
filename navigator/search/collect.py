"""The documents that the index is made of: what is public today, straight from the database."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from navigator.domain.hours import Hours
from navigator.domain.models import (
    Channel,
    Place,
    Producer,
    Service,
    ServiceChannel,
    ServiceCondition,
    ServiceTopic,
)
from navigator.domain.organisation import Municipality
from navigator.domain.text import EASY_FINNISH, LANGUAGES
from navigator.search.analysis import national
from navigator.search.documents import Document

AUDIENCES = {
    "KR1.1": "older-people",
    "KR1.2": "families",
    "KR1.3": "young-people",
    "KR1.4": "long-term-illness",
    "KR1.6": "disabled-people",
    "KR2.6": "employers",
}
"""PTV target group → value of the facet `audience`."""
AUDIENCES_BY_CONDITION = {
    "tyoton-tyonhakija": "jobseekers",
    "maahan-muuttanut": "immigrants",
    "opiskelija": "students",
}
"""Condition → value of the facet `audience`."""
CHUNK = 500
"""Services read at a time, so that memory does not grow with their number."""


def documents(
    session: Session, day: date, *, slugs: Collection[str] | None = None
) -> Iterator[Document]:
    """Yield a document for each service that is public on `day`, by number.

    `slugs`: only these.
    """
    only = [] if slugs is None else [Service.slug.in_(slugs)]
    everywhere = [m.slug for m in session.scalars(select(Municipality))]
    shared = _shared_numbers(session)
    last = 0
    while True:
        query = (
            select(Service)
            .where(Service.public_on(day), Service.id > last, *only)
            .options(*_loads())
            .order_by(Service.id)
            .limit(CHUNK)
        )
        services = session.scalars(query).unique().all()
        if not services:
            return
        last = services[-1].id
        yield from (_document(service, everywhere, shared) for service in services)
        session.expunge_all()


def _loads() -> Iterator[Any]:
    """Say what to load with each service: a fixed number of queries a chunk."""
    channel = selectinload(Service.channel_links).joinedload(ServiceChannel.channel)
    yield joinedload(Service.organiser)
    yield joinedload(Service.easy)
    yield selectinload(Service.municipalities)
    yield selectinload(Service.producers).joinedload(Producer.organisation)
    yield selectinload(Service.topic_links).joinedload(ServiceTopic.topic)
    yield selectinload(Service.condition_links).joinedload(ServiceCondition.condition)
    yield selectinload(Service.terms)
    yield channel.selectinload(Channel.municipalities)
    yield channel.joinedload(Channel.place).joinedload(Place.municipality)


def _document(service: Service, everywhere: list[str], shared: frozenset[str]) -> Document:
    channels = [link.channel for link in service.channel_links]
    local = [municipality.slug for municipality in service.municipalities]
    places = [c.place.municipality.slug for c in channels if c.place]
    facets: dict[str, Sequence[str]] = {
        "municipality": local if service.reach == "local" else everywhere,
        "near": sorted({*local, *places}),
        "topic": [link.topic.slug for link in service.topic_links],
        "provider": _providers(service),
        "channel": sorted({channel.kind for channel in channels}),
        "language": _languages(service, channels),
        "audience": _audiences(service),
    }
    return Document(
        id=service.id,
        slug=service.slug,
        texts=_texts(service),
        facets=facets,
        hours=[hours for link in service.channel_links if (hours := _hours(link)) is not None],
        numbers=_numbers(channels),
        own_numbers=_own_numbers(service, shared),
        organiser=service.organiser.slug,
    )


def _languages(service: Service, channels: Iterable[Channel]) -> list[str]:
    """Return the languages of service; Finnish where none is told.

    The county's municipalities speak Finnish, so a public service that names no language is
    given in Finnish: without this, who limits by Finnish would miss most of the services.
    """
    told = {*service.languages, *(code for row in channels for code in row.languages)}
    return sorted(told or {"fi"})


def _shared_numbers(session: Session) -> frozenset[str]:
    """Return the numbers of channels that several services may use."""
    channels = session.scalars(select(Channel).where(Channel.number.is_not(None)))
    return frozenset(national(row.number) for row in channels if row.is_shared and row.number)


def _own_numbers(service: Service, shared: frozenset[str]) -> list[str]:
    """Return the numbers of main channels that no other service has.

    A shared channel belongs to the service whose name begins with its own: so the guidance has
    its number though many services send people to it.
    """
    found = set()
    for link in service.channel_links:
        channel = link.channel
        if not link.main or not channel.number or channel.audience != "everyone":
            continue
        name = (channel.name or {}).get("fi", "") if channel.is_shared else ""
        number = national(channel.number)
        if service.name.get("fi", "").startswith(name) if name else number not in shared:
            found.add(number)
    return sorted(found)


def _numbers(channels: Iterable[Channel]) -> list[str]:
    """Return the numbers that the public may call, as they are dialled in Finland."""
    numbers = (c.number for c in channels if c.number and c.audience == "everyone")
    return sorted({national(number) for number in numbers})


def _hours(link: ServiceChannel) -> Hours | None:
    """Return the hours of the channel that people use first, if a person answers there."""
    channel = link.channel
    answers = channel.kind in {"phone", "visit", "chat", "sms"}
    return channel.hours if link.main and answers and channel.audience == "everyone" else None


def _providers(service: Service) -> list[str]:
    return sorted(
        {service.organiser.slug, *(producer.organisation.slug for producer in service.producers)}
    )


def _audiences(service: Service) -> list[str]:
    by_term = {AUDIENCES[term.code] for term in service.terms if term.code in AUDIENCES}
    by_condition = {
        AUDIENCES_BY_CONDITION[link.condition.slug]
        for link in service.condition_links
        if link.condition.slug in AUDIENCES_BY_CONDITION
    }
    return sorted(by_term | by_condition)


def _texts(service: Service) -> dict[str, dict[str, str]]:
    texts = {
        language: {
            "title": service.name.get(language, ""),
            "keywords": _joined(_keywords(service, language)),
            "summary": service.summary.get(language, ""),
            "body": _joined(_body(service, language)),
        }
        for language in LANGUAGES
    }
    if service.easy is not None and service.easy.state == "published":
        body = _joined([*service.easy.text, *service.easy.steps])
        texts[EASY_FINNISH] = {"title": service.easy.name, "body": body}
    return texts


def _keywords(service: Service, language: str) -> Iterable[str | None]:
    """Return other names of the service, its topics, its classes and where it is given."""
    yield from (service.also_known_as or {}).get(language, [])
    for link in service.topic_links:
        yield _in(link.topic.name, language)
        yield from (link.topic.also_known_as or {}).get(language, [])
    for term in service.terms:
        yield _in(term.name, language)
    yield _in(service.organiser.name, language)
    for name in _places(service):
        yield _in(name, language)


def _places(service: Service) -> Iterable[Mapping[str, str]]:
    """Return the names of the service's municipalities and of the places that people visit."""
    municipalities = {row.slug: row.name for row in service.municipalities}
    for link in service.channel_links:
        place = link.channel.place
        if place is not None and link.channel.audience == "everyone":
            municipalities[place.municipality.slug] = place.municipality.name
            yield place.name
    yield from (name for _, name in sorted(municipalities.items()))


def _body(service: Service, language: str) -> Iterable[str | None]:
    """Return the texts of the page."""
    yield _in(service.description, language)
    yield _in(service.audience, language)
    yield _in(service.how_to_start, language)
    yield from (service.steps or {}).get(language, [])
    yield _in(service.next, language)
    for link in service.condition_links:
        yield _in(link.condition.text, language)


def _in(text: Mapping[str, str] | None, language: str) -> str | None:
    return text.get(language) if text else None


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)
