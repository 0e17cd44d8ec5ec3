"""Notices, site texts, the crisis page and the site's own settings as files."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from navigator.importers.content.schema.common import (
    Keywords,
    Line,
    Localised,
    Record,
    Slug,
    Slugs,
    SlugSet,
    Sourced,
)


class NoticeFile(Sourced):
    """`content/notices/<slug>.yaml`: a dated warning."""

    title: Localised
    text: Localised
    level: Literal["info", "warning"] = "info"
    shown_from: date
    shown_until: date | None = None
    """The last day it is shown, inclusive."""
    site: bool = False
    """Shown on the front page."""
    services: SlugSet = []
    topics: SlugSet = []

    @model_validator(mode="after")
    def _is_about_something(self) -> Self:
        if not (self.site or self.services or self.topics):
            raise ValueError("expected site, services or topics, else nobody sees the notice")
        return self


class Section(Record):
    """A heading and what is under it."""

    heading: Localised
    body: Localised
    """Paragraphs, lists and links in Markdown."""


class EasySection(Record):
    """A heading and what is under it, in easy Finnish."""

    heading: Line
    body: Line


class TextFile(Record):
    """`content/texts/<slug>.yaml`: a page of text."""

    title: Localised
    lead: Localised
    sections: list[Section] = Field(min_length=1)
    checked: date
    """The day the text was last checked."""
    easy_title: Line | None = None
    easy: list[EasySection] = []


class SituationStep(Record):
    """One thing to do in a situation, and who helps with it."""

    heading: Localised
    text: Localised | None = None
    services: Slugs = Field(min_length=1)


class SituationFile(Record):
    """`content/situations/<slug>.yaml`: a life situation, and whom to turn to in order."""

    name: Localised
    """As a person says it: "Jäin työttömäksi"."""
    order: int
    hint: Localised
    """What is inside, in a few words."""
    text: Localised
    also_known_as: Keywords | None = None
    steps: list[SituationStep] = Field(min_length=1)
    topics: SlugSet = []
    quick_exit: bool = False
    """Reading it may be dangerous at home."""
    easy: list[Line] = []
    """Paragraphs in easy Finnish."""


class HelpGroup(Record):
    """A group of crisis services, in the order in which they are shown."""

    heading: Localised
    services: Slugs = Field(min_length=1)


class HelpNowFile(Record):
    """`content/help-now.yaml`: whom to call in a crisis."""

    title: Localised
    lead: Localised
    groups: list[HelpGroup] = Field(min_length=1)
    easy_title: Line | None = None
    easy: list[EasySection] = []
    """The page in easy Finnish."""


Days = Annotated[int, Field(gt=0, le=3650)]


class ReviewDays(Record):
    """After how many days a fact is due for a new check."""

    contact: Days = 90
    address: Days = 90
    hours: Days = 120
    price: Days = 120
    condition: Days = 365
    text: Days = 365


class SiteFile(Record):
    """`content/site.yaml`: what concerns the whole site."""

    name: Localised
    description: Localised
    fallback: Slug
    """The service to call when nothing else helps: the county's guidance."""
    urgent: Slugs = Field(min_length=1)
    """Services whose numbers stand in the strip on top."""
    review_days: ReviewDays = ReviewDays()
    function_emails: list[Line] = []
    """Addresses of functions that look like a person's."""
    exit_url: Line
    """Where the quick exit leads."""
