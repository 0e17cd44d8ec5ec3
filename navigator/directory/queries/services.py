"""One service with all that its page shows, and services by name."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from navigator.domain.models import (
    Channel,
    EasyText,
    Fact,
    FactSource,
    FormerSlug,
    Gap,
    Place,
    Producer,
    Service,
    ServiceChannel,
    ServiceCondition,
    ServiceTopic,
)


def service_by_slug(session: Session, slug: str) -> Service | None:
    """Return a service in any state with all that its page shows."""
    sources = selectinload(Fact.citations).joinedload(FactSource.source)
    channel = selectinload(Service.channel_links).joinedload(ServiceChannel.channel)
    place = channel.joinedload(Channel.place)
    query = (
        select(Service)
        .where(Service.slug == slug)
        .options(
            joinedload(Service.organiser),
            joinedload(Service.easy),
            joinedload(Service.fact).options(sources),
            joinedload(Service.price_fact).options(sources),
            selectinload(Service.municipalities),
            selectinload(Service.producers).joinedload(Producer.organisation),
            selectinload(Service.producers).selectinload(Producer.municipalities),
            selectinload(Service.topic_links).joinedload(ServiceTopic.topic),
            selectinload(Service.condition_links).options(
                joinedload(ServiceCondition.condition),
                joinedload(ServiceCondition.fact).options(sources),
            ),
            selectinload(Service.laws),
            channel.selectinload(Channel.municipalities),
            channel.joinedload(Channel.fact).options(sources),
            channel.joinedload(Channel.hours_fact).options(sources),
            place.joinedload(Place.municipality),
            place.joinedload(Place.fact).options(sources),
        )
    )
    return session.scalars(query).unique().one_or_none()


def current_slug(session: Session, former: str, *, day: date) -> str | None:
    """Return the address under which a service stands now, by one it had before.

    Only of a service that is or was public: nobody learns the name of a draft.
    """
    began = and_(Service.state == "published", Service.public_from <= day)
    query = (
        select(Service.slug)
        .join(FormerSlug, FormerSlug.service_id == Service.id)
        .where(FormerSlug.slug == former, or_(began, Service.state == "withdrawn"))
    )
    return session.scalar(query)


def gaps_of_service(session: Session, slug: str) -> Sequence[Gap]:
    """Return what nobody has found out yet about a service."""
    query = (
        select(Gap)
        .where(Gap.owner_kind == "services", Gap.owner_slug == slug)
        .order_by(Gap.position)
    )
    return session.scalars(query).all()


def easy_services(session: Session, *, day: date) -> list[tuple[str, str]]:
    """Return slug and easy name of the public services that have an easy text."""
    query = (
        select(Service.slug, EasyText.name)
        .join(EasyText, EasyText.service_id == Service.id)
        .where(Service.public_on(day), EasyText.state == "published")
        .order_by(EasyText.name)
    )
    return [(slug, name) for slug, name in session.execute(query)]


def names_of(session: Session, slugs: Iterable[str], *, day: date) -> dict[str, dict[str, str]]:
    """Return the names of public services by slug."""
    query = select(Service.slug, Service.name).where(
        Service.slug.in_(list(slugs)), Service.public_on(day)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def public_slugs(session: Session, *, day: date) -> list[tuple[str, Any]]:
    """Return slug and last change of every public service whose page may be found by others."""
    query = (
        select(Service.slug, Service.modified).where(Service.public_on(day)).order_by(Service.slug)
    )
    return [(slug, modified) for slug, modified in session.execute(query)]
