"""Organisations, municipalities, places, topics, conditions and code lists as files."""

from typing import Annotated, Literal

from pydantic import Field

from navigator.importers.content.schema.common import (
    Citing,
    GapEntry,
    Keywords,
    Line,
    Localised,
    Record,
    ServiceClasses,
    Slug,
    Slugs,
    SlugSet,
    Sourced,
    Url,
)

PostalCode = Annotated[str, Field(pattern=r"^\d{5}$")]
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


class OrganisationFile(Sourced):
    """`content/organisations/<slug>.yaml`."""

    name: Localised
    also_known_as: Keywords | None = None
    kind: OrganisationKind
    parent: Slug | None = None
    business_id: Annotated[str, Field(pattern=r"^\d{7}-\d$")] | None = None
    reach: Literal["local", "county", "nationwide"]
    municipalities: SlugSet = []
    """Where a local organisation works."""
    description: Localised
    """One or two sentences: what it does for residents."""
    url: Url | None = None
    fallback: Slug | None = None
    """The service to call when one of this organisation's contacts fails."""


class MunicipalityFile(Record):
    """`content/municipalities/<slug>.yaml`."""

    code: Annotated[str, Field(pattern=r"^\d{3}$")]
    """Statistics Finland's municipality code, leading zeros kept."""
    name: Localised
    inessive: Localised
    """The name as "in Lahti": Lahdessa, i Lahtis, in Lahti."""
    wellbeing_county: Literal["09"] = "09"
    organisation: Slug
    employment_authority: Slug
    nearby: Slugs = []
    """Other municipalities of the county, nearest first."""
    gaps: list[GapEntry] = []


class PlaceFile(Sourced):
    """`content/places/<slug>.yaml`: a place that people visit."""

    name: Localised
    organisation: Slug
    municipality: Slug
    street: Line
    """Street and number, in Finnish: `Harjukatu 48`."""
    postal_code: PostalCode | None = None
    city: Line
    """Post office, in Finnish."""
    latitude: float | None = Field(default=None, ge=59, le=71)
    """Degrees north, WGS 84."""
    longitude: float | None = Field(default=None, ge=19, le=32)
    accessibility: Localised | None = None
    directions: Localised | None = None


class TopicFile(Record):
    """`content/topics/<slug>.yaml`: a subject in residents' words."""

    name: Localised
    order: int
    hint: Localised
    """Three or four words of what is inside, for the tile."""
    text: Localised
    """A paragraph: what help there is and where to begin."""
    also_known_as: Keywords | None = None
    service_classes: ServiceClasses = Field(min_length=1)
    """PTV service classes by code."""
    quick_exit: bool = False
    """The page offers a quick way out and is not stored."""
    front: bool = False
    """Stands among the tiles that the front page shows first."""
    fallback: Slug
    """The service to call when nothing else is found."""


class ConditionFile(Record):
    """`content/conditions/<slug>.yaml`: a condition that services set, in one wording."""

    text: Localised


class TermEntry(Record):
    """One term of a code list."""

    uri: Line
    """As the list gives it."""
    parent: Line | None = None
    """Code of the broader term."""
    name: Localised


class VocabularyFile(Citing):
    """`content/vocabularies/<slug>.yaml`: a code list published by somebody else."""

    name: Localised
    terms: dict[Line, TermEntry]
