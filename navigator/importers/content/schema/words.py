"""Everyday words and words of danger as files."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from navigator.importers.content.schema.common import Line, Once, Record, Slugs

Words = Annotated[list[Line], Once]
PhraseLanguage = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
GroupName = Annotated[str, Field(pattern=r"^[a-z]+$")]
OneWord = Annotated[str, Field(pattern=r"^=?[^\W_]+$")]
_NAMED = re.compile(r"<([^>]*)>")


class SynonymEntry(Record):
    """What people write, and what the listings call it."""

    keys: Words = Field(min_length=1)
    """Words or phrases as people write them; the base form is enough."""
    means: Words = Field(min_length=1, max_length=6)
    """Words that the listings use for it."""
    top: Slugs = Field(min_length=1)
    """Services of which one must be the first result: a test, never a rule of ranking."""


class SynonymFile(Record):
    """`content/synonyms/<slug>.yaml`: the everyday words of one theme in one language."""

    language: Literal["fi", "sv", "en"]
    entries: list[SynonymEntry]
    """May be empty: that takes a list out of use, which no longer having the file does not."""

    @model_validator(mode="after")
    def _says_a_key_once(self) -> Self:
        seen = set[str]()
        for key in (key.casefold() for entry in self.entries for key in entry.keys):
            if key in seen:
                raise ValueError(f"expected the key {key!r} only once")
            seen.add(key)
        return self


class DangerFile(Record):
    """`content/danger/<slug>.yaml`: one kind of danger."""

    order: int = Field(ge=1)
    """1 is the gravest: its help stands first."""
    help: Slugs = Field(min_length=1)
    """Services that are shown above all results, in order."""
    groups: dict[PhraseLanguage, dict[GroupName, Annotated[list[OneWord], Once]]] = {}
    """Language → name → words, any of which `<name>` stands for in a phrase."""
    phrases: dict[PhraseLanguage, Words]
    """Language → words and phrases; outside fi, sv and en they hold on every page."""
    alone: dict[PhraseLanguage, Words] = {}
    """Language → words and phrases that count only when nothing else is said."""
    harmless: dict[PhraseLanguage, Words] = {}
    """Language → phrases that hold such words but speak of no danger."""

    @model_validator(mode="after")
    def _knows_its_groups(self) -> Self:
        for phrases in (self.phrases, self.alone, self.harmless):
            for language, texts in phrases.items():
                named = {name for text in texts for name in _NAMED.findall(text)}
                if unknown := sorted(named - self.groups.get(language, {}).keys()):
                    raise ValueError(f"expected a group {unknown[0]!r} for {language}")
        return self
