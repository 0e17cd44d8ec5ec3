"""Services as the public sees them."""

from datetime import date
from typing import Literal

from sqlalchemy import Column, ColumnElement, ForeignKey, Table, and_, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from navigator.domain.base import Base, Localised, LocalisedLists, Versioned
from navigator.domain.channel import Channel
from navigator.domain.fact import Fact
from navigator.domain.organisation import Municipality, Organisation, Reach
from navigator.domain.topic import Condition, Term, Topic

ServiceState = Literal["draft", "in_review", "published", "withdrawn"]
PriceKind = Literal["free", "fee", "varies", "unknown"]
Urgency = Literal["emergency", "same_day", "ordinary"]
Horizon = Literal["now", "soon", "long"]
Provision = Literal["own", "procured", "other"]

service_municipality = Table(
    "service_municipality",
    Base.metadata,
    Column("service_id", ForeignKey("service.id", ondelete="CASCADE"), primary_key=True),
    Column("municipality_id", ForeignKey("municipality.id"), primary_key=True, index=True),
)
service_term = Table(
    "service_term",
    Base.metadata,
    Column("service_id", ForeignKey("service.id", ondelete="CASCADE"), primary_key=True),
    Column("term_id", ForeignKey("term.id"), primary_key=True, index=True),
)
producer_municipality = Table(
    "producer_municipality",
    Base.metadata,
    Column("producer_id", ForeignKey("producer.id", ondelete="CASCADE"), primary_key=True),
    Column("municipality_id", ForeignKey("municipality.id"), primary_key=True, index=True),
)


class Producer(Base):
    """An organisation that produces a service, perhaps only in some municipalities.

    Counterparts: PTV `organizations[roleType=Producer]` with `provisionType`; schema.org
    `serviceOperator`.
    """

    __tablename__ = "producer"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    provision: Mapped[Provision]
    position: Mapped[int]

    organisation: Mapped[Organisation] = relationship()
    municipalities: Mapped[list[Municipality]] = relationship(
        secondary=producer_municipality, order_by=Municipality.slug
    )


class ServiceTopic(Base):
    """A service belongs to a topic; position 0 is its main topic."""

    __tablename__ = "service_topic"

    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True
    )
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True, index=True)
    position: Mapped[int]

    topic: Mapped[Topic] = relationship()


class ServiceCondition(Base):
    """A condition that a service sets. Counterparts: PTV `requirements`; HSDS `eligibility`."""

    __tablename__ = "service_condition"

    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True
    )
    condition_id: Mapped[int] = mapped_column(
        ForeignKey("condition.id"), primary_key=True, index=True
    )
    position: Mapped[int]
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))

    condition: Mapped[Condition] = relationship()
    fact: Mapped[Fact | None] = relationship()


class ServiceChannel(Base):
    """A service is reached through a channel.

    Counterparts: PTV connection (`serviceChannels[]`); HSDS `service_at_location`.
    """

    __tablename__ = "service_channel"

    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True
    )
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"), primary_key=True, index=True)
    position: Mapped[int]
    main: Mapped[bool]
    """The one action shown first."""
    note: Mapped[Localised | None]
    """What callers should know when they come for this service."""

    channel: Mapped[Channel] = relationship()


class Law(Base):
    """A law that a service stands on. Counterpart: PTV `legislation`."""

    __tablename__ = "law"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    name: Mapped[Localised]
    finlex: Mapped[str | None]


class EasyText(Base):
    """A service in easy Finnish: a text of its own with a state of its own."""

    __tablename__ = "easy_text"

    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True
    )
    state: Mapped[Literal["draft", "published"]]
    name: Mapped[str]
    text: Mapped[list[str]]
    """Paragraphs."""
    steps: Mapped[list[str]]


class FormerSlug(Base):
    """An address under which a service stood before."""

    __tablename__ = "former_slug"

    slug: Mapped[str] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )


class Service(Versioned, Base):
    """One service as the public sees it.

    Source: PTV service, or written by an editor (`ptv_id` is then None).
    Counterparts: PTV `Service`; HSDS `service`; schema.org `GovernmentService`.
    """

    __tablename__ = "service"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    ptv_id: Mapped[str | None] = mapped_column(unique=True)
    state: Mapped[ServiceState]
    public_from: Mapped[date | None]
    """The first public day."""
    public_until: Mapped[date | None]
    """The last public day, inclusive; None: until further notice."""

    name: Mapped[Localised]
    also_known_as: Mapped[LocalisedLists | None]
    """Other names, abbreviations and old names (PTV `AlternativeName`, `keywords`)."""
    summary: Mapped[Localised]
    """What one gets (PTV `Summary`)."""
    description: Mapped[Localised | None]
    """Paragraphs (PTV `Description`)."""
    audience: Mapped[Localised]
    """Whom it is for."""
    how_to_start: Mapped[Localised]
    """How to get in oneself (PTV `UserInstruction`; HSDS `application_process`)."""
    steps: Mapped[LocalisedLists | None]
    with_professional: Mapped[Localised | None]
    """How a professional gets a client in."""
    bring: Mapped[Localised | None]
    next: Mapped[Localised | None]
    """What happens after the first contact."""

    price_kind: Mapped[PriceKind]
    """PTV `serviceChargeType`; HSDS `cost_option`."""
    price_text: Mapped[Localised | None]
    price_fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    organiser_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    """Whose duty it is (PTV `roleType=Responsible`)."""
    reach: Mapped[Reach]
    """PTV `areaType`; HSDS `service_area`."""
    age_from: Mapped[int | None]
    """Whole years, inclusive (HSDS `minimum_age`)."""
    age_to: Mapped[int | None]
    """Whole years, inclusive (HSDS `maximum_age`)."""
    languages: Mapped[list[str]]
    """Codes of the languages of service; empty: not known (PTV and HSDS `languages`)."""
    remotely: Mapped[bool | None]
    anonymously: Mapped[bool | None]
    without_strong_identification: Mapped[bool | None]
    referral_only: Mapped[bool | None]
    """These four: None is not known."""
    urgency: Mapped[Urgency]
    horizon: Mapped[Horizon]
    """When it helps: at once, in days or weeks, over months."""
    quick_exit: Mapped[bool]
    """Reading about it may be dangerous at home."""
    fallback: Mapped[str | None]
    """Slug of the service to call when this one's contact is missing or fails."""
    needs: Mapped[list[str]]
    """Needs of the questionnaire that it answers, the strongest first."""
    related: Mapped[list[str]]
    """Slugs of services that people often need beside it."""
    replaced_by: Mapped[list[str]]
    """Slugs of the services to use instead of a withdrawn one."""
    researched: Mapped[list[str]]
    """Ids of the researched facts behind the listing."""
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    """How well the texts are known."""

    organiser: Mapped[Organisation] = relationship()
    municipalities: Mapped[list[Municipality]] = relationship(
        secondary=service_municipality, order_by=Municipality.slug
    )
    producers: Mapped[list[Producer]] = relationship(
        order_by=Producer.position, cascade="all, delete-orphan"
    )
    topic_links: Mapped[list[ServiceTopic]] = relationship(
        order_by=ServiceTopic.position, cascade="all, delete-orphan"
    )
    condition_links: Mapped[list[ServiceCondition]] = relationship(
        order_by=ServiceCondition.position, cascade="all, delete-orphan"
    )
    channel_links: Mapped[list[ServiceChannel]] = relationship(
        order_by=ServiceChannel.position, cascade="all, delete-orphan"
    )
    terms: Mapped[list[Term]] = relationship(secondary=service_term, order_by=Term.position)
    laws: Mapped[list[Law]] = relationship(order_by=Law.position, cascade="all, delete-orphan")
    former_slugs: Mapped[list[FormerSlug]] = relationship(
        order_by=FormerSlug.slug, cascade="all, delete-orphan"
    )
    easy: Mapped[EasyText | None] = relationship(cascade="all, delete-orphan")
    fact: Mapped[Fact | None] = relationship(foreign_keys=[fact_id])
    price_fact: Mapped[Fact | None] = relationship(foreign_keys=[price_fact_id])

    def is_public_on(self, day: date) -> bool:
        """Tell whether a visitor may see this service on `day`."""
        if self.state != "published" or self.public_from is None or day < self.public_from:
            return False
        return self.public_until is None or day <= self.public_until

    @classmethod
    def public_on(cls, day: date) -> ColumnElement[bool]:
        """Say the same as `is_public_on`, for a query."""
        open_ended = or_(cls.public_until.is_(None), cls.public_until >= day)
        return and_(cls.state == "published", cls.public_from <= day, open_ended)

    def is_over_on(self, day: date) -> bool:
        """Tell whether the service was public once and is not any more on `day`."""
        if self.public_from is None or day < self.public_from:
            return False
        ended = self.public_until is not None and self.public_until < day
        return self.state == "withdrawn" or (self.state == "published" and ended)
