"""The ledger: what became of each researched fact, held against the listings."""

from collections.abc import Iterator
from datetime import date

from navigator.importers.content.mistakes import Mistake
from navigator.importers.content.reading import ContentRecord, Reading
from navigator.importers.content.schema.checked import LedgerEntry


def entries(reading: Reading) -> Iterator[tuple[ContentRecord, str, LedgerEntry]]:
    """List what the ledger says, with the file that says it and the fact's id."""
    for (kind, _), record in sorted(reading.checked.items()):
        if kind == "ledger":
            for fact, entry in record.value.entries.items():
                yield record, fact, entry


def check(reading: Reading, day: date) -> Iterator[Mistake]:  # noqa: ARG001
    """Report where the ledger and the listings tell different things.

    While a file of either cannot be read, nobody knows.
    """
    if reading.has_broken("ledger", *{kind for kind, _ in reading.records}):
        return
    seen: dict[str, LedgerEntry] = {}
    for record, fact, entry in entries(reading):
        if fact in seen:
            yield record.mistake(("entries", fact), "expected each fact only once in the ledger")
        seen[fact] = entry
        yield from _targets(reading, record, fact, entry)
    yield from _listings(reading, seen)


def _targets(
    reading: Reading, record: ContentRecord, fact: str, entry: LedgerEntry
) -> Iterator[Mistake]:
    """Report records that the ledger names and that are not there, or do not know of it."""
    for target in entry.targets:
        kind, _, slug = target.partition("/")
        found = reading.records.get((kind, slug))
        if found is None:
            message = f"expected a record that exists, found {target!r}"
            yield record.mistake(("entries", fact), message)
        elif kind == "services" and fact not in found.value.researched:
            message = f"expected the fact among `researched` of {target}, which the ledger names"
            yield record.mistake(("entries", fact), message)


def _listings(reading: Reading, seen: dict[str, LedgerEntry]) -> Iterator[Mistake]:
    """Report researched facts of services of which the ledger does not know."""
    for slug, record in reading.of("services").items():
        for position, fact in enumerate(record.value.researched):
            entry = seen.get(fact)
            if entry is None or f"services/{slug}" not in entry.targets:
                message = f"expected an entry of {fact!r} in content/ledger that names this service"
                yield record.mistake(("researched", position), message)
