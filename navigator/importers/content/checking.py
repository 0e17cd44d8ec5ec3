"""Check what no file can see alone: references, facts, formats, and that nobody gets stuck."""

from collections.abc import Callable, Iterator
from datetime import date

from navigator.importers.content import ledger
from navigator.importers.content.mistakes import Mistake
from navigator.importers.content.reading import Reading
from navigator.importers.content.rules import (
    contacts,
    coverage,
    dates,
    facts,
    kinds,
    listings,
    privacy,
    questionnaire,
    references,
    voices,
)

Rule = Callable[[Reading, date], Iterator[Mistake]]

RULES: tuple[Rule, ...] = (
    references.check,
    kinds.check,
    facts.check,
    dates.check,
    contacts.check,
    privacy.check,
    listings.check,
    coverage.check,
    questionnaire.check,
    voices.check,
    ledger.check,
)


def check(reading: Reading, *, day: date) -> list[Mistake]:
    """Return every mistake, of shape and of sense, by file and line. `day`: today."""
    mistakes = list(reading.mistakes)
    for rule in RULES:
        mistakes += rule(reading, day)
    return sorted(set(mistakes))
