"""Every text of the content that people read, with where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import BaseModel

from navigator.importers.content.mistakes import Location, Mistake
from navigator.importers.content.reading import ContentRecord
from navigator.importers.content.schema.common import Localised, LocalisedLines
from navigator.importers.content.schema.pages import EasySection
from navigator.importers.content.schema.questionnaire import Worded
from navigator.importers.content.schema.service import EasyEntry

Language = Literal["fi", "sv", "en"]
LANGUAGES: Sequence[Language] = get_args(Language)
LABELS = frozenset({"name", "heading", "title", "easy_title", "hint", "inessive"})
"""Fields that hold a name or a heading, not sentences."""
LABELS_OF = {"questionnaire": frozenset({"text", "group", "say"})}
"""Such fields of one kind: the options of a question, and words put into a sentence."""
VOICES = frozenset({"for_other", "for_close", "for_client"})
"""Words for who answers for another; they stand inside the text."""
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”»)]*\s+(?=[\"”»(]?[A-ZÅÄÖ0-9])|\n+")
NOT_AN_END = re.compile(r"(?:\b(?:esim|ks|mm|puh|klo|kl|t\.ex|bl\.a|e\.g|p\.m|a\.m)|\b\d{1,2})\.$")
"""A point that belongs to an abbreviation or to a number such as "1." """
BULLET = re.compile(r"^[-*] +|^\d+\. +")


@dataclass(frozen=True)
class Text:
    """One text in one language."""

    record: ContentRecord
    location: Location
    """Where it stands in the file, the language included."""
    field: str
    language: Language
    value: str
    easy: bool = False

    @property
    def is_prose(self) -> bool:
        """Tell whether it is made of sentences."""
        return self.field not in LABELS | LABELS_OF.get(self.record.kind, frozenset())

    def mistake(self, message: str) -> Mistake:
        """Describe a mistake of this text."""
        return self.record.mistake(self.location, message)


@dataclass(frozen=True)
class Trio:
    """One text in its three languages."""

    fi: Text
    sv: Text
    en: Text


def trios_of(record: ContentRecord) -> Iterator[Trio]:
    """List the localised texts of a record, each line of a list as one text."""
    for location, value in _walk(record.value, ()):
        if isinstance(value, Localised):
            yield _trio(record, location, (), value)
        elif isinstance(value, LocalisedLines):
            for position in range(len(value.fi)):
                yield _trio(record, location, (position,), value)


def easy_texts_of(record: ContentRecord) -> Iterator[Text]:
    """List the texts in easy Finnish."""
    for location, value in _walk(record.value, ()):
        if isinstance(value, EasyEntry | EasySection):
            for name, inner in value:
                yield from _easy(record, (*location, name), name, inner)
        elif isinstance(value, Worded):
            field, where = _field_of(location), (*location, "fi-simple")
            yield Text(record, where, field, "fi", value.fi_simple, easy=True)
        elif location == ("easy",) and isinstance(value, list):
            yield from _easy(record, location, "text", value)


def sentences(value: str) -> list[str]:
    """Split a text into sentences, each item of a list and each paragraph on its own."""
    found: list[str] = []
    for part in SENTENCE_END.split(value):
        bare = BULLET.sub("", part.strip())
        if found and NOT_AN_END.search(found[-1]) and bare:
            found[-1] = f"{found[-1]} {bare}"
        elif bare:
            found.append(bare)
    return found


def words(sentence: str) -> list[str]:
    """Return the words of a sentence; a number in groups, such as 03 819 4850, is one."""
    joined = re.sub(r"(?<=\d) (?=\d)", "", sentence)
    return [word for word in joined.split() if re.search(r"\w", word)]


def _field_of(location: Location) -> str:
    """Return the field that a text stands in, whomever its words are for."""
    steps = (step for step in reversed(location) if isinstance(step, str))
    return next(step for step in steps if step not in VOICES)


def _trio(record: ContentRecord, location: Location, item: Location, value: Any) -> Trio:
    field = _field_of(location)
    texts = []
    for language in LANGUAGES:
        found = getattr(value, language)
        for step in item:
            found = found[step]
        texts.append(Text(record, (*location, language, *item), field, language, found))
    return Trio(*texts)


def _easy(record: ContentRecord, location: Location, field: str, value: Any) -> Iterator[Text]:
    if isinstance(value, list):
        for position, item in enumerate(value):
            if isinstance(item, str):
                yield Text(record, (*location, position), field, "fi", item, easy=True)
    elif isinstance(value, str) and field != "state":
        yield Text(record, location, "name" if field == "heading" else field, "fi", value, True)


def _walk(value: Any, location: Location) -> Iterator[tuple[Location, Any]]:
    """Go through a record in the order of its fields."""
    yield location, value
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            step = field.alias or name
            yield from _walk(getattr(value, name), (*location, step))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*location, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _walk(item, (*location, position))
