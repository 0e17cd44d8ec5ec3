"""What many kinds of content share: texts in three languages, sources, facts and gaps."""

import re
from collections.abc import Hashable
from datetime import date
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

MAXIMUM_TEXT = 5000
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff]")
"""Characters that nobody sees and some programs refuse; a line end is not one of them."""

Item = TypeVar("Item", bound=Hashable)


def only_once(items: list[Item]) -> list[Item]:
    """Return `items` if none of them is said twice."""
    for position, item in enumerate(items):
        if item in items[:position]:
            raise ValueError(f"expected {item!r} only once")
    return items


Once = AfterValidator(only_once)
Slug = Annotated[str, Field(pattern=rf"^{SLUG.pattern}$", max_length=80)]
LanguageCodes = Annotated[list[Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[a-z]+)?$")]], Once]


def _has_words(text: str) -> str:
    """Return `text` if it says something and is not padded."""
    if not text.strip():
        raise ValueError("expected a text, found an empty one")
    if text != text.strip():
        raise ValueError("expected no spaces or line ends around the text")
    if found := CONTROL.search(text):
        raise ValueError(f"expected no control characters, found {found[0]!r}")
    return text


def _is_https(url: str) -> str:
    if not url.startswith("https://"):
        raise ValueError("expected an address that begins with https://")
    if re.search(r"\s", url):
        raise ValueError("expected an address without spaces")
    return url


def _in_order(codes: list[str]) -> list[str]:
    """Sort codes as people count (P9, P10.2): their order says nothing, so it is always one."""
    return sorted(
        codes, key=lambda code: [int(n) if n.isdigit() else n for n in re.split(r"(\d+)", code)]
    )


Slugs = Annotated[list[Slug], Once]
"""Slugs in an order that says something."""
SlugSet = Annotated[Slugs, AfterValidator(sorted)]
"""Slugs whose order says nothing."""


ServiceClasses = Annotated[
    list[Annotated[str, Field(pattern=r"^P\d+(\.\d+)?$")]], Once, AfterValidator(_in_order)
]
"""PTV service classes by code."""
TargetGroups = Annotated[
    list[Annotated[str, Field(pattern=r"^KR\d+(\.\d+)?$")]], Once, AfterValidator(_in_order)
]
"""PTV target groups by code."""
LifeEvents = Annotated[
    list[Annotated[str, Field(pattern=r"^KE\d+(\.\d+)?$")]], Once, AfterValidator(_in_order)
]
"""PTV life events by code."""


Line = Annotated[str, AfterValidator(_has_words), Field(max_length=MAXIMUM_TEXT)]
Url = Annotated[str, AfterValidator(_has_words), AfterValidator(_is_https), Field(max_length=1000)]


class Record(BaseModel):
    """A part of a content file: unknown fields are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def plain(self) -> dict[str, Any]:
        """Return the record as it is written in a file: only what was said, in field order."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)


class Localised(Record):
    """A text in the three languages; all three are needed for anything the public sees."""

    fi: Line
    sv: Line
    en: Line


class LocalisedLines(Record):
    """A list of short texts in the three languages, the same number in each."""

    fi: list[Line] = Field(min_length=1)
    sv: list[Line] = Field(min_length=1)
    en: list[Line] = Field(min_length=1)

    @model_validator(mode="after")
    def _same_length(self) -> Self:
        if not len(self.fi) == len(self.sv) == len(self.en):
            raise ValueError("expected the same number of lines in fi, sv and en")
        return self


class Keywords(Record):
    """Other names and words for a thing; the languages need not match one another."""

    fi: list[Line] = []
    sv: list[Line] = []
    en: list[Line] = []


class SourceEntry(Record):
    """Where something was read. Cited by its key in the file's `sources`."""

    publisher: Line
    """Who published it, in the publisher's own language."""
    url: Url
    dated: date | None = None
    """The source's own date; none: it shows none."""
    read: date
    """The day it was read for this directory."""
    note: Line | None = None
    """What was seen there, for editors, in Finnish."""


FactState = Literal["verified", "unverified", "dated", "conflicting"]


class FactEntry(Record):
    """How well something is known: its sources, who checked it and what is in doubt."""

    state: FactState
    sources: Slugs = Field(min_length=1)
    """Keys of the file's `sources`, the one that decides first."""
    verified_by: Literal["content-editor", "service-owner"] | None = None
    """A role, never a person."""
    verified_on: date | None = None
    doubt: Localised | None = None
    """What is in doubt, for readers; needed when the state is `dated` or `conflicting`."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.state == "verified" and not (self.verified_by and self.verified_on):
            raise ValueError("expected verified_by and verified_on, for the state is verified")
        if self.state in {"dated", "conflicting"} and self.doubt is None:
            raise ValueError(f"expected a doubt in words, for the state is {self.state}")
        return self


class Citing(Record):
    """A record that says where it was read."""

    sources: dict[Slug, SourceEntry] = {}


class Sourced(Citing):
    """A record that says how well it is known, and from where."""

    fact: FactEntry | None = None
    """How well everything in this file is known that has no `fact` of its own."""


class GapEntry(Record):
    """Something that residents need and nobody has found out yet."""

    what: Literal[
        "phone", "email", "address", "hours", "price", "languages", "access", "service", "other"
    ]
    municipalities: Slugs = []
    """Where it is missing; none: everywhere the service reaches."""
    ask: Line
    """Whom editors would ask, in Finnish."""
