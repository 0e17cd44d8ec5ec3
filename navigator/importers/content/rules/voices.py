"""A text that speaks to the person it is about also has words for who answers for another.

The reader may be a professional with a client, or somebody close. "You told us" is true of every
reader; "you are unemployed" is not.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from navigator.importers.content.mistakes import Location, Mistake
from navigator.importers.content.reading import ContentRecord, Reading
from navigator.importers.content.schema.questionnaire import Spoken, Worded

FINNISH = re.compile(
    r"\b(minä|minu\w*|sinä|sinu\w*|olen|olet|oletko|en|et|voin|voit|saat|tarvitsen|tarvitset"
    r"|haluan|haluat|jaksat|osaan|osaat|pääsen|pääset|etsin|etsit|huolehdit|asut"
    r"|\w+(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä])(?:ni|si)|kun(?:tasi|tani))\b"
)
PERSONAL: Mapping[str, re.Pattern[str]] = {
    "fi": FINNISH,
    "fi_simple": FINNISH,
    "sv": re.compile(r"\b(jag|mig|min|mitt|mina|du|dig|din|ditt|dina)\b"),
    "en": re.compile(r"\b(i|me|my|you|your|yours)\b"),
}
"""Language → words for the one who speaks or is spoken to."""
OF_THE_READER = re.compile(r"\b(?:du berättade|you told us)\b")
"""What holds of every reader, whomever the answers are about."""
WHOM, NOT_SURE = "whom", "not-sure"
OTHERS = ("for_other", "for_client")


def check(reading: Reading, day: date) -> Iterator[Mistake]:  # noqa: ARG001
    """Report texts that speak to the person alone, and words for a client that do so too."""
    for record in reading.of("questionnaire").values():
        for position, need in enumerate(record.value.needs):
            if language := is_personal(need.name):
                message = "expected a name that speaks to nobody"
                yield record.mistake(("needs", position, "name", language), message)
        for location, text in _spoken(record):
            has_others = text.for_other or (text.for_client and text.for_close)
            if is_personal(text) and not has_others:
                message = "expected `for_client` and `for_close`, or `for_other`, for “you”"
                yield record.mistake((*location, is_personal(text)), message)
            for name in OTHERS:
                words = getattr(text, name)
                if words and is_personal(words):
                    message = "expected words that do not speak to the client"
                    yield record.mistake((*location, name, is_personal(words)), message)


def is_personal(text: Worded) -> str:
    """Return the language in which a text speaks to a person or as one; empty: in none."""
    for language, words in PERSONAL.items():
        value = OF_THE_READER.sub("", getattr(text, language).lower())
        if words.search(value):
            return language.replace("_", "-")
    return ""


def _spoken(record: ContentRecord) -> Iterator[tuple[Location, Spoken]]:
    """List the texts that are shown after it is known whom the answers are about.

    The openings and the requests of a call are apart: they are chosen by that. So are options for
    those who are not sure, for it is the reader who is not.
    """
    part: Any = record.value
    names = [question.id for question in part.questions]
    asked = names.index(WHOM) + 1 if WHOM in names else 0
    for position, question in enumerate(part.questions[asked:], asked):
        yield from _texts(question, ("questions", position))
    for position, need in enumerate(part.needs):
        yield from _texts(need, ("needs", position))
    yield from _texts(part.rules, ("rules",))
    if part.phrases:
        for position, phrase in enumerate(part.phrases.additions):
            yield from _texts(phrase, ("phrases", "additions", position))


def _texts(value: Any, location: Location) -> Iterator[tuple[Location, Spoken]]:
    if isinstance(value, Spoken):
        yield location, value
    elif isinstance(value, BaseModel) and getattr(value, "id", "") != NOT_SURE:
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*location, name))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _texts(item, (*location, position))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, (*location, name))
