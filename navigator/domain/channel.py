"""Channels: how people reach a service."""

from typing import Any, Literal

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from navigator.domain.base import Base, Localised, Versioned
from navigator.domain.fact import Fact
from navigator.domain.hours import Hours
from navigator.domain.organisation import Municipality, Organisation, Place

ChannelKind = Literal[
    "phone", "sms", "email", "visit", "web_page", "e_service", "chat", "paper_form"
]
PriceClass = Literal["free", "standard", "premium"]
Audience = Literal["everyone", "professionals"]

channel_municipality = Table(
    "channel_municipality",
    Base.metadata,
    Column("channel_id", ForeignKey("channel.id", ondelete="CASCADE"), primary_key=True),
    Column("municipality_id", ForeignKey("municipality.id"), primary_key=True, index=True),
)


class Channel(Versioned, Base):
    """A phone, place, address or page at which a service is reached.

    Counterparts: PTV service channel; HSDS `phone`, `location`, `additional_urls`.
    """

    __tablename__ = "channel"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    """A shared channel's own name, or `service/channel` for one that belongs to one service."""
    ptv_id: Mapped[str | None] = mapped_column(unique=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    """Whose it is, when it is shared."""
    kind: Mapped[ChannelKind]
    name: Mapped[Localised | None]
    number: Mapped[str | None]
    """As people in Finland dial it, in groups: `03 819 4850`, `116117`."""
    email: Mapped[str | None]
    url: Mapped[Localised | None]
    """Web address by language of the page."""
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"), index=True)
    price_class: Mapped[PriceClass | None]
    """What a call costs; None: not known."""
    price_text: Mapped[Localised | None]
    callback: Mapped[bool | None]
    """Whether they ring back; None: not known."""
    hours_data: Mapped[dict[str, Any] | None] = mapped_column("hours")
    """`Hours` as JSON; None: not known."""
    audience: Mapped[Audience]
    languages: Mapped[list[str]]
    """Codes of the languages in which people are served here; empty: not known."""
    note: Mapped[Localised | None]
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    hours_fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))

    organisation: Mapped[Organisation | None] = relationship()
    place: Mapped[Place | None] = relationship()
    municipalities: Mapped[list[Municipality]] = relationship(
        secondary=channel_municipality, order_by=Municipality.slug
    )
    fact: Mapped[Fact | None] = relationship(foreign_keys=[fact_id])
    hours_fact: Mapped[Fact | None] = relationship(foreign_keys=[hours_fact_id])

    @property
    def hours(self) -> Hours | None:
        """The opening hours, or None when nobody knows them."""
        return None if self.hours_data is None else Hours.model_validate(self.hours_data)

    @property
    def is_shared(self) -> bool:
        """Tell whether several services may use the channel."""
        return "/" not in self.slug
