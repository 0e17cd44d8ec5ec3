"""A listing leads somewhere: one main action, or a service to call instead."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from navigator.importers.content.mistakes import Mistake
from navigator.importers.content.reading import ContentRecord, Reading
from navigator.importers.content.rules.references import EACH, Pattern, values_at
from navigator.importers.content.schema.channel import ChannelUse

MOST_ON_ONE_PAGE = 16
"""Crisis services that fit on one A4."""

LEADS: dict[str, list[Pattern]] = {
    "organisations": [("fallback",)],
    "topics": [("fallback",)],
    "services": [("fallback",), ("replaced_by", EACH)],
    "situations": [("steps", EACH, "services", EACH)],
    "questionnaire": [
        ("rules", "emergencies", EACH, "services", EACH),
        ("rules", "fallbacks", EACH),
    ],
    "help-now": [("groups", EACH, "services", EACH)],
    "site": [("fallback",), ("urgent", EACH)],
}
"""Kind of record → fields that say where to turn."""


def check(reading: Reading, day: date) -> Iterator[Mistake]:  # noqa: ARG001
    """Report listings at which a resident would get stuck."""
    services = reading.of("services")
    taken = frozenset(services)
    yield from _dead_ends(reading)
    for slug, record in services.items():
        yield from _state(record)
        yield from _channels(record)
        yield from _fallback(reading, slug, record)
        for position, old in enumerate(record.value.former_slugs):
            if old in taken:
                yield record.mistake(("former_slugs", position), "expected a slug not in use")
    for record in reading.of("help-now").values():
        if sum(len(group.services) for group in record.value.groups) > MOST_ON_ONE_PAGE:
            yield record.mistake(("groups",), f"expected at most {MOST_ON_ONE_PAGE} services")


def _state(record: ContentRecord) -> Iterator[Mistake]:
    service = record.value
    if service.state == "published" and service.public_from is None:
        yield record.mistake(("public_from",), "expected the first public day of a public service")
    if service.state == "withdrawn" and not (service.replaced_by or service.fallback):
        yield record.mistake(("replaced_by",), "expected what to use instead")


def _channels(record: ContentRecord) -> Iterator[Mistake]:
    channels = record.value.channels
    names = [c.use if isinstance(c, ChannelUse) else c.id for c in channels]
    for position, name in enumerate(names):
        if name in names[:position]:
            yield record.mistake(("channels", position), f"expected {name!r} only once")
    mains = sum(channel.main for channel in channels)
    if channels and mains != 1:
        yield record.mistake(("channels",), f"expected exactly one `main: true`, found {mains}")


def _fallback(reading: Reading, slug: str, record: ContentRecord) -> Iterator[Mistake]:
    service = record.value
    if service.fallback == slug:
        yield record.mistake(("fallback",), "expected another service than this one")
    site = reading.of("site").get("site")
    if site and site.value.fallback == slug:
        return
    if service.state == "published" and service.fallback is None:
        doubt = _doubt_about_main(reading, record)
        if doubt:
            yield record.mistake(("fallback",), f"expected a service to call instead: {doubt}")


def _dead_ends(reading: Reading) -> Iterator[Mistake]:
    """Report what sends people to a service that they cannot see."""
    services = reading.of("services")
    for record in reading.records.values():
        for pattern in LEADS.get(record.kind, []):
            for location, slug in values_at(record.value, pattern):
                if slug in services and services[slug].value.state != "published":
                    found = f"{slug!r} is {services[slug].value.state}"
                    yield record.mistake(location, f"expected a published service, {found}")


def _doubt_about_main(reading: Reading, record: ContentRecord) -> str | None:
    """Say why the main channel alone is not enough, if it is not."""
    main = next((channel for channel in record.value.channels if channel.main), None)
    if main is None:
        return "there is no channel"
    fact: Any = record.value.fact
    if isinstance(main, ChannelUse):
        shared = reading.of("channels").get(main.use)
        fact = shared.value.fact if shared else None
    elif main.fact:
        fact = main.fact
    return None if fact is None or fact.state == "verified" else f"the main channel is {fact.state}"
