"""Days that cannot be."""

from collections.abc import Iterator
from datetime import date

from navigator.importers.content.mistakes import Mistake
from navigator.importers.content.reading import ContentRecord, Reading
from navigator.importers.content.rules.facts import facts_in
from navigator.importers.content.schema.common import Citing


def check(reading: Reading, day: date) -> Iterator[Mistake]:
    """Report days of reading and checking that are still to come, and spans that end first."""
    for record in reading.records.values():
        if isinstance(record.value, Citing):
            yield from _of_sources(record, day)
        checked = getattr(record.value, "checked", None)
        if checked and checked > day:
            yield record.mistake(("checked",), "expected a day that has come")
        for first, last in (("public_from", "public_until"), ("shown_from", "shown_until")):
            begins, ends = getattr(record.value, first, None), getattr(record.value, last, None)
            if begins and ends and ends < begins:
                yield record.mistake((last,), f"expected a day not before {first}")


def _of_sources(record: ContentRecord, day: date) -> Iterator[Mistake]:
    for key, source in record.value.sources.items():
        if source.read > day:
            yield record.mistake(("sources", key, "read"), "expected a day that has come")
        if source.dated and source.dated > source.read:
            yield record.mistake(("sources", key, "dated"), "expected a day not after `read`")
    for location, fact in facts_in(record.value):
        if fact.verified_on and fact.verified_on > day:
            yield record.mistake((*location, "verified_on"), "expected a day that has come")
