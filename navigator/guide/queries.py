"""What the questionnaire asks the database. The number of queries never depends on rows."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from navigator.domain.models import (
    Channel,
    Place,
    Service,
    ServiceChannel,
    ServiceCondition,
    ServiceTopic,
)
from navigator.questionnaire.facts import ChannelFacts, ServiceFacts

PUBLIC_BODIES = frozenset(
    {"wellbeing_county", "employment_authority", "municipality", "kela", "state"}
)
"""Kinds of organisations that are authorities."""
DOUBTFUL = frozenset({"dated", "conflicting"})
"""States of facts that are old or in doubt."""


def service_rows(
    session: Session, day: date, slugs: Sequence[str] | None = None
) -> dict[str, Service]:
    """Return the services that are public on `day`, of `slugs` or all, by slug.

    With them comes all that rules look at and plans show: they can be read without the session.
    """
    channel = selectinload(Service.channel_links).joinedload(ServiceChannel.channel)
    place = channel.joinedload(Channel.place)
    query = (
        select(Service)
        .where(Service.public_on(day))
        .options(
            joinedload(Service.organiser),
            joinedload(Service.fact),
            selectinload(Service.municipalities),
            selectinload(Service.topic_links).joinedload(ServiceTopic.topic),
            selectinload(Service.condition_links).joinedload(ServiceCondition.condition),
            channel.selectinload(Channel.municipalities),
            channel.joinedload(Channel.fact),
            channel.joinedload(Channel.hours_fact),
            place.joinedload(Place.municipality),
            place.joinedload(Place.fact),
        )
        .order_by(Service.slug)
    )
    if slugs is not None:
        query = query.where(Service.slug.in_(slugs))
    return {row.slug: row for row in session.scalars(query).unique()}


def slugs_in_reach(session: Session, day: date, named: Iterable[str]) -> list[str]:
    """Return the public services that plans can hold: what answers a need or is `named`.

    With each comes the one to call instead.
    """
    query = select(Service.slug, Service.needs, Service.fallback).where(Service.public_on(day))
    found = {slug: (needs, fallback) for slug, needs, fallback in session.execute(query)}
    waiting = [slug for slug, (needs, _) in found.items() if needs] + list(named)
    reached: set[str] = set()
    while waiting:
        slug = waiting.pop()
        if slug in found and slug not in reached:
            reached.add(slug)
            waiting += filter(None, [found[slug][1]])
    return sorted(reached)


def facts_of(service: Service) -> ServiceFacts:
    """Return what the rules look at of one service."""
    links = sorted(service.channel_links, key=lambda link: link.position)
    main = next((link.channel for link in links if link.main), None)
    doubt = main.fact.state if main is not None and main.fact is not None else ""
    has_ages = service.age_from is not None or service.age_to is not None
    return ServiceFacts(
        slug=service.slug,
        needs=tuple(service.needs),
        reach=service.reach,
        municipalities=frozenset(place.slug for place in service.municipalities),
        ages=(service.age_from or 0, service.age_to or 120) if has_ages else None,
        conditions=frozenset(link.condition.slug for link in service.condition_links),
        languages=frozenset(service.languages),
        horizon=service.horizon,
        referral_only=service.referral_only is True,
        is_public_body=service.organiser.kind in PUBLIC_BODIES,
        is_dated=doubt in DOUBTFUL,
        topics=tuple(link.topic.slug for link in service.topic_links),
        channels=tuple(channel_facts(link, service) for link in links),
        fallback=service.fallback,
    )


def channel_facts(link: ServiceChannel, service: Service) -> ChannelFacts:
    """Return what the rules look at of one channel.

    An online service is taken to need bank codes unless its listing says that it works without.
    """
    channel = link.channel
    place = channel.place
    return ChannelFacts(
        kind=channel.kind,
        value=value_of(channel),
        main=link.main,
        for_everyone=channel.audience == "everyone",
        municipalities=frozenset(place.slug for place in channel.municipalities),
        place=place.municipality.slug if place else None,
        needs_identification=channel.kind == "e_service"
        and service.without_strong_identification is not True,
        languages=frozenset(channel.languages),
        is_dated=channel.fact is not None and channel.fact.state in DOUBTFUL,
        is_verified=channel.fact is not None and channel.fact.state == "verified",
    )


def value_of(channel: Channel) -> str:
    """Return the number, address or page of a channel, the same for every reader."""
    if channel.number:
        return channel.number
    if channel.email:
        return channel.email
    if channel.place is not None:
        return f"{channel.place.street}, {channel.place.city}"
    return next(iter((channel.url or {}).values()), "")
