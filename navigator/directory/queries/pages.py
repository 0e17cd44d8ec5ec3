"""Topics, municipalities, organisations, notices, gaps and texts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import String, and_, cast, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from navigator.domain.models import (
    Fact,
    FactSource,
    Gap,
    Municipality,
    Notice,
    Organisation,
    SiteState,
    Situation,
    TextPage,
    Topic,
)
from navigator.domain.page import notice_service, notice_topic


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


def sensitive_topics(session: Session) -> frozenset[str]:
    """Return the slugs of the topics that are dangerous to read about at home."""
    return frozenset(session.scalars(select(Topic.slug).where(Topic.quick_exit)))


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


def slugs_of(session: Session, model: Any) -> list[str]:
    """Return every slug of a table."""
    return list(session.scalars(select(model.slug).order_by(model.slug)))


def situations_in_order(session: Session) -> Sequence[Situation]:
    """Return the life situations in the order in which pages show them."""
    return session.scalars(select(Situation).order_by(Situation.position, Situation.slug)).all()


def situation_by_slug(session: Session, slug: str) -> Situation | None:
    """Return a life situation."""
    return session.scalar(select(Situation).where(Situation.slug == slug))
