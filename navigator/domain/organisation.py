"""Municipalities, organisations and the places that people visit."""

from typing import Literal

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from navigator.domain.base import Base, Localised, LocalisedLists, Versioned
from navigator.domain.fact import Fact

OrganisationKind = Literal[
    "wellbeing_county",
    "employment_authority",
    "municipality",
    "kela",
    "state",
    "third_sector",
    "parish",
    "education",
    "company",
]
Reach = Literal["local", "county", "nationwide"]

organisation_municipality = Table(
    "organisation_municipality",
    Base.metadata,
    Column("organisation_id", ForeignKey("organisation.id", ondelete="CASCADE"), primary_key=True),
    Column("municipality_id", ForeignKey("municipality.id"), primary_key=True, index=True),
)


class Municipality(Versioned, Base):
    """A municipality of the county.

    Source: Statistics Finland's classification of municipalities.
    Counterparts: PTV `municipality {code, name}`; HSDS `service_area`.
    """

    __tablename__ = "municipality"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(unique=True)
    """Three digits, leading zeros kept."""
    name: Mapped[Localised]
    inessive: Mapped[Localised]
    """The name as "in Lahti"."""
    wellbeing_county: Mapped[str]
    """Code of the wellbeing services county: 09, Päijät-Häme."""
    organisation: Mapped[str]
    """Slug of the municipality's own organisation."""
    employment_authority: Mapped[str]
    """Slug of the organisation that serves its jobseekers."""
    nearby: Mapped[list[str]]
    """Slugs of the county's other municipalities, nearest first."""


class Organisation(Versioned, Base):
    """Somebody who is responsible for services or produces them.

    Counterparts: PTV organisation (`organizationType`, `businessCode`); HSDS `organization`.
    """

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    ptv_id: Mapped[str | None] = mapped_column(unique=True)
    """PTV's GUID; None: written by an editor."""
    name: Mapped[Localised]
    also_known_as: Mapped[LocalisedLists | None]
    kind: Mapped[OrganisationKind]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    business_id: Mapped[str | None]
    """Y-tunnus, `1234567-8`."""
    reach: Mapped[Reach]
    description: Mapped[Localised]
    url: Mapped[str | None]
    fallback: Mapped[str | None]
    """Slug of the service to call when one of its contacts fails."""
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))

    parent: Mapped["Organisation | None"] = relationship(remote_side="Organisation.id")
    municipalities: Mapped[list[Municipality]] = relationship(
        secondary=organisation_municipality, order_by=Municipality.slug
    )
    fact: Mapped[Fact | None] = relationship()


class Place(Versioned, Base):
    """A place that people visit.

    Counterparts: PTV service location channel's address; HSDS `location` and `address`.
    Units: degrees, WGS 84.
    """

    __tablename__ = "place"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Localised]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"), index=True)
    street: Mapped[str]
    postal_code: Mapped[str | None]
    city: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    accessibility: Mapped[Localised | None]
    directions: Mapped[Localised | None]
    """How to get there."""
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))

    organisation: Mapped[Organisation] = relationship()
    municipality: Mapped[Municipality] = relationship()
    fact: Mapped[Fact | None] = relationship()

    @property
    def address(self) -> str:
        """The address on one line: `Harjukatu 48, 15100 Lahti`."""
        town = f"{self.postal_code} {self.city}" if self.postal_code else self.city
        return f"{self.street}, {town}"
