"""What pages show besides services: notices, texts, gaps, and the site's own settings."""

from datetime import date
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, ForeignKey, Table, and_, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from navigator.domain.base import Base, Localised, Versioned
from navigator.domain.fact import Fact
from navigator.domain.service import Service
from navigator.domain.topic import Topic

notice_service = Table(
    "notice_service",
    Base.metadata,
    Column("notice_id", ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True),
    Column("service_id", ForeignKey("service.id"), primary_key=True, index=True),
)
notice_topic = Table(
    "notice_topic",
    Base.metadata,
    Column("notice_id", ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True),
    Column("topic_id", ForeignKey("topic.id"), primary_key=True, index=True),
)


class Notice(Versioned, Base):
    """A dated warning on services, topics or the whole site. Counterpart: HSDS `alert`."""

    __tablename__ = "notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[Localised]
    text: Mapped[Localised]
    level: Mapped[Literal["info", "warning"]]
    shown_from: Mapped[date]
    shown_until: Mapped[date | None]
    """The last day it is shown, inclusive."""
    site: Mapped[bool]
    """Shown on the front page."""
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))

    services: Mapped[list[Service]] = relationship(secondary=notice_service, order_by=Service.slug)
    topics: Mapped[list[Topic]] = relationship(secondary=notice_topic, order_by=Topic.slug)
    fact: Mapped[Fact | None] = relationship()

    @classmethod
    def shown_on(cls, day: date) -> ColumnElement[bool]:
        """Tell, for a query, whether the notice is shown on `day`."""
        open_ended = or_(cls.shown_until.is_(None), cls.shown_until >= day)
        return and_(cls.shown_from <= day, open_ended)


class Situation(Versioned, Base):
    """A life situation, such as losing one's job: whom to turn to, in order.

    Counterpart: PTV `lifeEvents` group services too, but give no order.
    """

    __tablename__ = "situation"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    content: Mapped[dict[str, Any]]
    """As in the content file: name, hint, text, steps with slugs of services."""


class TextPage(Versioned, Base):
    """A page of text, such as the accessibility statement."""

    __tablename__ = "text_page"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    content: Mapped[dict[str, Any]]
    """As in the content file: title, lead, sections, easy Finnish."""


class Gap(Base):
    """Something that residents need and nobody has found out yet."""

    __tablename__ = "gap"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_kind: Mapped[str]
    """`services` or `municipalities`."""
    owner_slug: Mapped[str] = mapped_column(index=True)
    position: Mapped[int]
    what: Mapped[str]
    municipalities: Mapped[list[str]]
    """Slugs; empty: everywhere its owner reaches."""
    ask: Mapped[str]
    """Whom editors would ask, in Finnish."""
