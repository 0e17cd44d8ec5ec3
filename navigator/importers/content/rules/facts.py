"""Everything that is shown says where it was read."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from navigator.importers.content.mistakes import Location, Mistake
from navigator.importers.content.reading import ContentRecord, Reading
from navigator.importers.content.schema.common import FactEntry, Record, Sourced

NEED_A_FACT = frozenset({"organisations", "places", "channels", "services", "notices"})


def check(reading: Reading, day: date) -> Iterator[Mistake]:  # noqa: ARG001
    """Report facts that are missing, and sources that are cited but not given or never cited."""
    for record in reading.records.values():
        if not isinstance(record.value, Sourced):
            continue
        if record.kind in NEED_A_FACT and record.value.fact is None:
            yield record.mistake(("fact",), "expected a `fact`: how well this is known")
        yield from _citations(record)


def _citations(record: ContentRecord) -> Iterator[Mistake]:
    cited = set()
    for location, fact in facts_in(record.value):
        for position, key in enumerate(fact.sources):
            cited.add(key)
            if key not in record.value.sources:
                where = (*location, "sources", position)
                yield record.mistake(where, f"expected a key of `sources`, found {key!r}")
    if record.kind in NEED_A_FACT:
        for key in record.value.sources.keys() - cited:
            yield record.mistake(("sources", key), "expected a fact that cites this source")


def facts_in(value: Any, location: Location = ()) -> Iterator[tuple[Location, FactEntry]]:
    """Find every fact in a record, with where it stands."""
    if isinstance(value, FactEntry):
        yield location, value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from facts_in(getattr(value, name), (*location, name))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from facts_in(item, (*location, position))
