"""Facts: where something was read, who checked it, and what is in doubt."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from navigator.domain.base import Base, Localised

FactState = Literal["verified", "unverified", "dated", "conflicting"]
FactKind = Literal["contact", "address", "hours", "price", "condition", "text"]
VerifierRole = Literal["content-editor", "service-owner"]


class Source(Base):
    """A publication in which something about a record was read.

    Counterparts: none in PTV; HSDS `metadata`. Source: written by an editor.
    """

    __tablename__ = "source"
    __table_args__ = (UniqueConstraint("owner_kind", "owner_slug", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_kind: Mapped[str]
    """Folder of the record that cites it: `services`, `places` …"""
    owner_slug: Mapped[str]
    key: Mapped[str]
    """The name by which the record's facts cite it."""
    position: Mapped[int]
    publisher: Mapped[str]
    url: Mapped[str]
    dated: Mapped[date | None]
    """The source's own date; none: it shows none."""
    read: Mapped[date]
    """The day it was read for this directory."""
    note: Mapped[str | None]
    """What was seen there, for editors, in Finnish."""


class FactSource(Base):
    """A fact cites a source; the first one decided."""

    __tablename__ = "fact_source"

    fact_id: Mapped[int] = mapped_column(
        ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True
    )
    source_id: Mapped[int] = mapped_column(
        ForeignKey("source.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int]

    source: Mapped[Source] = relationship()


class Fact(Base):
    """How well one thing is known: a phone, an address, hours, a price, a condition, a text.

    Counterparts: PTV has only `modified`; HSDS `assured_date` and `metadata`.
    """

    __tablename__ = "fact"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[FactKind]
    inherited: Mapped[bool]
    """Whether it repeats what its record says of everything in it."""
    state: Mapped[FactState]
    verified_by: Mapped[VerifierRole | None]
    """A role, never a person."""
    verified_on: Mapped[date | None]
    doubt: Mapped[Localised | None]
    """What is in doubt, in words for readers."""

    citations: Mapped[list[FactSource]] = relationship(
        order_by=FactSource.position, cascade="all, delete-orphan", passive_deletes=True
    )

    @property
    def sources(self) -> list[Source]:
        """The sources, the one that decided first."""
        return [citation.source for citation in self.citations]

    @property
    def checked_on(self) -> date | None:
        """The day from which the time to the next check counts, if there is any."""
        if self.verified_on is not None:
            return self.verified_on
        return max((source.read for source in self.sources), default=None)

    def is_due(self, day: date, review_days: Mapping[str, int]) -> bool:
        """Tell whether the fact waits for a new check on `day`; one never checked does.

        `review_days`: days between checks by kind of fact.
        """
        if self.checked_on is None:
            return True
        return self.checked_on + timedelta(days=review_days.get(self.kind, 0)) < day

    def is_sure(self, day: date, review_days: Mapping[str, int]) -> bool:
        """Tell whether a reader can lean on it without a second number to call."""
        return self.state == "verified" and not self.is_due(day, review_days)
