"""What the public pages ask the database. The number of queries never depends on rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, and_, case, cast, exists, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from navigator.domain.channel import channel_municipality
from navigator.domain.models import (
    Channel,
    EasyText,
    Fact,
    FactSource,
    FormerSlug,
    Gap,
    Municipality,
    Notice,
    Organisation,
    Place,
    Producer,
    Service,
    ServiceChannel,
    ServiceCondition,
    ServiceTopic,
    SiteState,
    TextPage,
    Topic,
)
from navigator.domain.page import notice_service, notice_topic
from navigator.domain.service import service_municipality

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
        .order_by(ServiceTopic.position, URGENT_FIRST, Service.slug)
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


def cards_near(session: Session, municipality_id: int, *, day: date, limit: int) -> list[CardRow]:
    """Return the public services of this municipality alone or with a place to visit in it."""
    local = select(service_municipality.c.service_id).where(
        service_municipality.c.municipality_id == municipality_id
    )
    visited = (
        select(ServiceChannel.service_id)
        .join(Channel, Channel.id == ServiceChannel.channel_id)
        .join(Place, Place.id == Channel.place_id)
        .where(Place.municipality_id == municipality_id)
    )
    query = (
        card_query()
        .where(Service.public_on(day), or_(Service.id.in_(local), Service.id.in_(visited)))
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
    conditions += [_within(facet, slugs) for facet, slugs in limits.items() if facet in _WITHIN]
    ids = select(Service.id).where(*conditions)
    total = session.scalar(select(func.count()).select_from(ids.subquery())) or 0
    return list(session.scalars(ids.order_by(Service.slug).limit(limit).offset(offset))), total


def _has_word(word: str) -> ColumnElement[bool]:
    columns = (Service.name, Service.summary, Service.also_known_as)
    return or_(*(cast(column, String).icontains(word, autoescape=True) for column in columns))


_WITHIN = frozenset({"municipality", "topic", "provider"})


def _within(facet: str, slugs: Iterable[str]) -> ColumnElement[bool]:
    wanted = list(slugs)
    if facet == "topic":
        return Service.topic_links.any(ServiceTopic.topic.has(Topic.slug.in_(wanted)))
    if facet == "provider":
        return Service.organiser.has(Organisation.slug.in_(wanted))
    local = Service.municipalities.any(Municipality.slug.in_(wanted))
    return or_(Service.reach != "local", local)


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


def current_slug(session: Session, former: str) -> str | None:
    """Return the address under which a service stands now, by one it had before."""
    query = (
        select(Service.slug)
        .join(FormerSlug, FormerSlug.service_id == Service.id)
        .where(FormerSlug.slug == former)
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


def notices_on(
    session: Session,
    day: date,
    *,
    site: bool = False,
    service_id: int | None = None,
    topic_ids: Sequence[int] = (),
) -> Sequence[Notice]:
    """Return the notices shown on `day` on a page of these things, the newest first."""
    about = [Notice.site.is_(True)] if site else []
    if service_id is not None:
        of_service = select(notice_service.c.notice_id).where(
            notice_service.c.service_id == service_id
        )
        about.append(Notice.id.in_(of_service))
    if topic_ids:
        of_topics = select(notice_topic.c.notice_id).where(notice_topic.c.topic_id.in_(topic_ids))
        about.append(Notice.id.in_(of_topics))
    query = (
        select(Notice)
        .where(Notice.shown_on(day), or_(*about))
        .options(joinedload(Notice.fact).selectinload(Fact.citations).joinedload(FactSource.source))
        .order_by(Notice.shown_from.desc(), Notice.slug)
    )
    return session.scalars(query).unique().all()


def topics_in_order(session: Session) -> Sequence[Topic]:
    """Return all topics in the order in which pages show them."""
    return session.scalars(select(Topic).order_by(Topic.position, Topic.slug)).all()


def topic_by_slug(session: Session, slug: str) -> Topic | None:
    """Return a topic."""
    return session.scalar(select(Topic).where(Topic.slug == slug))


def municipalities_in_order(session: Session) -> Sequence[Municipality]:
    """Return the municipalities in the order of the alphabet."""
    return session.scalars(select(Municipality).order_by(Municipality.slug)).all()


def organisations_by_slug(session: Session, slugs: Iterable[str]) -> Mapping[str, Organisation]:
    """Return organisations by slug."""
    query = select(Organisation).where(Organisation.slug.in_(list(slugs)))
    return {organisation.slug: organisation for organisation in session.scalars(query)}


def organisation_by_slug(session: Session, slug: str) -> Organisation | None:
    """Return an organisation with its parent, municipalities and sources."""
    query = (
        select(Organisation)
        .where(Organisation.slug == slug)
        .options(
            joinedload(Organisation.parent),
            selectinload(Organisation.municipalities),
            joinedload(Organisation.fact)
            .selectinload(Fact.citations)
            .joinedload(FactSource.source),
        )
    )
    return session.scalars(query).unique().one_or_none()


def children_of(session: Session, organisation_id: int) -> Sequence[Organisation]:
    """Return the organisations under one, by slug."""
    query = (
        select(Organisation)
        .where(Organisation.parent_id == organisation_id)
        .order_by(Organisation.slug)
    )
    return session.scalars(query).all()


def text_page(session: Session, slug: str) -> TextPage | None:
    """Return a page of text."""
    return session.scalar(select(TextPage).where(TextPage.slug == slug))


def site_state(session: Session) -> SiteState | None:
    """Return the site's row, or None before any content was loaded."""
    return session.get(SiteState, 1)


def easy_services(session: Session, *, day: date) -> list[tuple[str, str]]:
    """Return slug and easy name of the public services that have an easy text."""
    query = (
        select(Service.slug, EasyText.name)
        .join(EasyText, EasyText.service_id == Service.id)
        .where(Service.public_on(day), EasyText.state == "published")
        .order_by(EasyText.name)
    )
    return [(slug, name) for slug, name in session.execute(query)]


def gaps_of_municipality(session: Session, slug: str) -> Sequence[Gap]:
    """Return what is known to be missing in a municipality, of services and of its own."""
    query = (
        select(Gap)
        .where(
            or_(
                cast(Gap.municipalities, String).contains(f'"{slug}"', autoescape=True),
                and_(Gap.owner_kind == "municipalities", Gap.owner_slug == slug),
            )
        )
        .order_by(Gap.owner_kind, Gap.owner_slug, Gap.position)
    )
    return session.scalars(query).all()


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


def slugs_of(session: Session, model: Any) -> list[str]:
    """Return every slug of a table."""
    return list(session.scalars(select(model.slug).order_by(model.slug)))
