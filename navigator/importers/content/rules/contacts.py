"""Phones, e-mail addresses and business ids that work."""

import re
from collections.abc import Iterator
from datetime import date

import phonenumbers
from phonenumbers import shortnumberinfo
from stdnum.fi import ytunnus

from navigator.importers.content.mistakes import Location, Mistake
from navigator.importers.content.reading import ContentRecord, Reading
from navigator.importers.content.schema.channel import ChannelFields

GROUPED = re.compile(r"\+?\d+( \d+)*")
SERVICE_NUMBER = re.compile(r"116\d{3}|11\d|10\d{3,4}")
"""Numbers that are dialled as they are, everywhere in Finland."""
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


def check(reading: Reading, day: date) -> Iterator[Mistake]:  # noqa: ARG001
    """Report contacts that nobody could use as they are written."""
    for record in reading.records.values():
        for location, channel in channels_in(record):
            yield from _number(record, location, channel)
            if channel.email and not EMAIL.fullmatch(channel.email):
                yield record.mistake((*location, "email"), "expected an e-mail address")
        number = getattr(record.value, "business_id", None)
        if number and not ytunnus.is_valid(number):
            yield record.mistake(("business_id",), "expected a business id whose check digit fits")


def channels_in(record: ContentRecord) -> Iterator[tuple[Location, ChannelFields]]:
    """Find the channels that a file defines, with where they stand."""
    if isinstance(record.value, ChannelFields):
        yield (), record.value
    for position, channel in enumerate(getattr(record.value, "channels", [])):
        if isinstance(channel, ChannelFields):
            yield ("channels", position), channel


def _number(record: ContentRecord, location: Location, channel: ChannelFields) -> Iterator[Mistake]:
    if channel.number is None:
        return
    where = (*location, "number")
    if not GROUPED.fullmatch(channel.number):
        yield record.mistake(where, "expected digits in groups, such as 03 819 4850")
    elif not is_dialled(channel.number):
        yield record.mistake(where, "expected a number that can be called from Finland")


def is_dialled(number: str) -> bool:
    """Tell whether a call to `number` can get through, short numbers first."""
    digits = number.replace(" ", "")
    if SERVICE_NUMBER.fullmatch(digits):
        return True
    try:
        parsed = phonenumbers.parse(number, "FI")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(parsed) or shortnumberinfo.is_valid_short_number(parsed)
