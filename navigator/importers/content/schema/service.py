"""One service as a file. Counterparts: PTV service, HSDS service."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from navigator.importers.content.schema.channel import AnyChannel
from navigator.importers.content.schema.common import (
    FactEntry,
    GapEntry,
    Keywords,
    LanguageCodes,
    LifeEvents,
    Line,
    Localised,
    LocalisedLines,
    Record,
    ServiceClasses,
    Slug,
    Slugs,
    SlugSet,
    Sourced,
    TargetGroups,
    Url,
    only_once,
)


class PriceEntry(Record):
    """What the service costs the resident."""

    kind: Literal["free", "fee", "varies", "unknown"]
    text: Localised | None = None
    """The amount or what it depends on, with its year."""
    fact: FactEntry | None = None

    @model_validator(mode="after")
    def _says_how_much(self) -> Self:
        if self.kind in {"fee", "varies"} and self.text is None:
            raise ValueError(f"expected a text, for the price is {self.kind}")
        return self


class ProducerEntry(Record):
    """Who produces the service, where it is not the organiser itself everywhere."""

    organisation: Slug
    provision: Literal["own", "procured", "other"] = "own"
    municipalities: SlugSet = []
    """Where this producer works; none: everywhere."""


class AreaEntry(Record):
    """Whom the service reaches."""

    reach: Literal["local", "county", "nationwide"]
    municipalities: SlugSet = []

    @model_validator(mode="after")
    def _local_names_its_places(self) -> Self:
        if (self.reach == "local") != bool(self.municipalities):
            raise ValueError("expected municipalities when, and only when, reach is local")
        return self


class AgeEntry(Record):
    """Whom the service is for by age, in whole years, both ends included."""

    from_: int | None = Field(default=None, alias="from", ge=0, le=120)
    to: int | None = Field(default=None, ge=0, le=120)

    @model_validator(mode="after")
    def _is_a_span(self) -> Self:
        if self.from_ is None and self.to is None:
            raise ValueError("expected `from`, `to` or both")
        if self.from_ is not None and self.to is not None and self.to < self.from_:
            raise ValueError("expected `to` not under `from`")
        return self


class UseEntry(Record):
    """How the service can be used; what is left out is not known."""

    remotely: bool | None = None
    anonymously: bool | None = None
    without_strong_identification: bool | None = None
    referral_only: bool | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.plain():
            raise ValueError("expected at least one field")
        return self


class ConditionEntry(Record):
    """A condition of getting the service."""

    condition: Slug
    fact: FactEntry | None = None


def _each_once(entries: list[ConditionEntry]) -> list[ConditionEntry]:
    only_once([entry.condition for entry in entries])
    return entries


class LawEntry(Record):
    """A law that the service stands on."""

    name: Localised
    finlex: Url | None = None


class Classification(Record):
    """PTV codes of the service."""

    service_classes: ServiceClasses = Field(min_length=1)
    target_groups: TargetGroups = []
    life_events: LifeEvents = []


class EasyEntry(Record):
    """The service in easy Finnish: a text of its own with a state of its own."""

    state: Literal["draft", "published"]
    name: Line
    text: list[Line] = Field(min_length=1)
    """Paragraphs."""
    steps: list[Line] = []


class ServiceFile(Sourced):
    """`content/services/<slug>.yaml`. The file's name is the service's address for good."""

    name: Localised
    also_known_as: Keywords | None = None
    state: Literal["draft", "in_review", "published", "withdrawn"]
    public_from: date | None = None
    public_until: date | None = None
    """The last public day, inclusive."""
    former_slugs: SlugSet = []
    replaced_by: Slugs = []
    """What to use instead of a withdrawn service."""
    summary: Localised
    """One or two sentences; the first answers "what do I get"."""
    description: Localised | None = None
    """What the service does, in paragraphs parted by an empty line."""
    audience: Localised
    how_to_start: Localised
    """How to get in yourself."""
    steps: LocalisedLines | None = None
    with_professional: Localised | None = None
    """How a professional gets a client in, or joins them."""
    bring: Localised | None = None
    next: Localised | None = None
    """What happens after the first contact."""
    price: PriceEntry
    organiser: Slug
    producers: list[ProducerEntry] = []
    area: AreaEntry
    ages: AgeEntry | None = None
    conditions: Annotated[list[ConditionEntry], AfterValidator(_each_once)] = []
    languages: LanguageCodes = []
    """Languages in which people are served; none: not known."""
    use: UseEntry | None = None
    urgency: Literal["emergency", "same_day", "ordinary"] = "ordinary"
    horizon: Literal["now", "soon", "long"] = "soon"
    """When it helps: at once, in days or weeks, over months."""
    quick_exit: bool = False
    """Reading about it may be dangerous at home (violence)."""
    topics: Slugs = Field(min_length=1)
    """The main topic first."""
    needs: Slugs = []
    """Needs of the questionnaire that it answers, the strongest first."""
    classification: Classification
    laws: list[LawEntry] = []
    channels: list[AnyChannel] = []
    fallback: Slug | None = None
    """The service to call when this one's contact is missing or fails."""
    related: Slugs = []
    gaps: list[GapEntry] = []
    researched: Slugs = []
    """Ids of the researched facts that this listing was written from."""
    easy: EasyEntry | None = None
