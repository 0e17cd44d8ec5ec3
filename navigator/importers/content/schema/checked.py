"""Files that the content is checked against and that are never loaded: the ledger and the terms."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from navigator.importers.content.schema.common import (
    Keywords,
    Line,
    Localised,
    Once,
    Record,
    Slug,
)

Target = Annotated[str, Field(pattern=r"^[a-z-]+/[a-z0-9]+(-[a-z0-9]+)*$")]
"""A record by folder and slug: `services/nollalinja`."""


class LedgerEntry(Record):
    """What became of one researched fact: exactly one of three."""

    became: Annotated[list[Target], Once] = []
    """The records that it became."""
    merged_into: Target | None = None
    """The record that tells it together with other facts; `why` says what they share."""
    left_out: Line | None = None
    """Why the directory does not tell it."""
    why: Line | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if sum(map(bool, (self.became, self.merged_into, self.left_out))) != 1:
            raise ValueError("expected exactly one of became, merged_into and left_out")
        if self.merged_into and self.why is None:
            raise ValueError("expected `why`, for the fact was merged")
        return self

    @property
    def targets(self) -> list[str]:
        """Return the records that tell the fact."""
        return [*self.became, *([self.merged_into] if self.merged_into else [])]


class LedgerFile(Record):
    """`content/ledger/<part>.yaml`: what became of each researched fact, by its id."""

    about: Line
    """Which part of the research this is."""
    entries: dict[Slug, LedgerEntry] = Field(min_length=1)


class OfficialTerm(Record):
    """An official name in the three languages, and forms that are wrong for it."""

    name: Localised
    wrong: Keywords = Keywords()
    """Regular expressions, looked for as whole words without regard to case."""
    unless: Keywords = Keywords()
    """Regular expressions that excuse the sentence: it says that the old name is gone."""


class TermsFile(Record):
    """`content/terms/<part>.yaml`: official names, plain words and the most warnings allowed."""

    about: Line
    terms: dict[Slug, OfficialTerm] = {}
    officialese: dict[Line, Line] = {}
    """Beginning of a Finnish officialese word → what to write instead."""
    warnings_per_thousand: float | None = Field(default=None, ge=0)
    """The most lint warnings allowed on a thousand texts; it is only ever lowered."""
    translated: dict[Line, Line] = {}
    """Record → digest of its Finnish texts when its translations were last looked at."""
