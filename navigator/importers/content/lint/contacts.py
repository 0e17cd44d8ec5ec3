"""Street addresses as the post writes them, and notes that agree with the opening hours."""

import re
from collections.abc import Iterator

from navigator.importers.content.lint.findings import Finding, error, warning
from navigator.importers.content.lint.texts import Text
from navigator.importers.content.reading import ContentRecord
from navigator.importers.content.rules.contacts import channels_in
from navigator.importers.content.schema.records import PlaceFile

STREET = re.compile(r"[A-ZÅÄÖ0-9][^,;]* \d+(?:[-–]\d+)?(?: ?[a-zA-Z])?(?: \d+)?")
CITY = re.compile(r"[A-ZÅÄÖ][\w -]+")
SPAN = re.compile(
    r"\b(\d{1,2})(?:[.:](\d{2}))?[–-](\d{1,2})(?:[.:](\d{2}))?"
    r"(?!\d|[.:]\d|-\w| ?(?:vuot|€|euro|viik|päiv|kuuk|tun|min|henk|kert))"
)
"""Two times of day; ages, sums and lengths of time are something else."""
ALWAYS = re.compile(r"ympäri vuorokauden|vuorokauden ympäri|24 tuntia", re.IGNORECASE)


def check(record: ContentRecord) -> Iterator[Finding]:
    """Report addresses that the post could not read and hours that contradict a note."""
    if isinstance(record.value, PlaceFile):
        yield from _address(record, record.value)
    yield from _hours(record)


def _address(record: ContentRecord, place: PlaceFile) -> Iterator[Finding]:
    street = Text(record, ("street",), "street", "fi", place.street)
    if not STREET.fullmatch(place.street):
        yield warning("no-street", street, "expected a street and its number: Harjukatu 48")
    if not CITY.fullmatch(place.city):
        city = Text(record, ("city",), "city", "fi", place.city)
        yield error("postal-format", city, "expected the post office alone: Lahti")


def _hours(record: ContentRecord) -> Iterator[Finding]:
    for location, channel in channels_in(record):
        if channel.note is None or channel.hours is None:
            continue
        note = channel.note.fi
        text = Text(record, (*location, "note", "fi"), "note", "fi", note)
        known = channel.hours.model_dump(mode="json", by_alias=True)
        if ALWAYS.search(note) and not known.get("always"):
            yield error("hours-contradict", text, "the hours do not say: round the clock")
        times = known.get("always") or known.get("weekly") or known.get("seasons")
        for opens, closes in _spans(note) if times else ():
            if opens not in str(known) or closes not in str(known):
                yield error("hours-contradict", text, f"the hours do not say {opens}–{closes}")


def _spans(note: str) -> Iterator[tuple[str, str]]:
    """Find the times of day in a note, such as 9–15.30, as HH:MM."""
    for found in SPAN.finditer(note):
        opens, closes = int(found[1]), int(found[3])
        if opens < closes <= 24:  # noqa: PLR2004 - hours of a day
            yield f"{opens:02}:{found[2] or '00'}", f"{closes:02}:{found[4] or '00'}"
