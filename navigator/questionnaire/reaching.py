"""Whether and how a person can reach a service.

A contact is *reachable* for a person when its number or address is well formed, it is for everyone
and serves the person's municipality, and the person can use it: no call where they cannot speak
on the phone, no journey where they have no way to travel, no bank codes where they have none.
A web page is read, not answered, and a paper form waits for a service that can be asked: neither
counts. A service without a reachable contact of its own is reached through its fallback, never by a
visit there. Of channels of one kind, those in the language of the page come before those that are
known to be in others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from navigator.questionnaire.facts import ChannelFacts, ServiceFacts
from navigator.questionnaire.person import (
    AT_HOME,
    FACE_TO_FACE,
    NO_BANK_ID,
    NO_CAR,
    NO_PHONE,
    Person,
)

ANSWERED = frozenset({"phone", "sms", "email", "visit", "chat", "e_service"})
"""Kinds of channels at which somebody answers."""
PAGES = ("web_page", "chat", "e_service")
"""Kinds of channels that say or are the way in, the best first."""
WRITTEN = ("chat", "sms")
"""Kinds of channels at which somebody answers in writing at once, the best first."""
MOST_STEPS = 4
"""Fallbacks of fallbacks that are followed."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How a person reaches a service: through which service, and through which channel of it."""

    service: str
    """The service itself, or the one to call instead."""
    channel: ChannelFacts


def is_usable(channel: ChannelFacts, person: Person) -> bool:
    """Tell whether the person can be in touch through `channel`."""
    return (
        channel.kind in ANSWERED
        and channel.for_everyone
        and channel.is_well_formed
        and _serves(channel, person)
        and not (channel.kind == "phone" and NO_PHONE in person.wishes)
        and not (channel.needs_identification and NO_BANK_ID in person.wishes)
        and not (channel.kind == "visit" and _is_too_far(channel, person))
    )


def _serves(channel: ChannelFacts, person: Person) -> bool:
    known = person.municipality is not None and bool(channel.municipalities)
    return not known or person.municipality in channel.municipalities


def _is_too_far(channel: ChannelFacts, person: Person) -> bool:
    return NO_CAR in person.wishes and channel.place != person.municipality


def own_channel(service: ServiceFacts, person: Person) -> ChannelFacts | None:
    """Return the service's channel that suits the person best, if they can use any."""
    return _best([c for c in service.channels if is_usable(c, person)], person)


def _best(usable: Sequence[ChannelFacts], person: Person) -> ChannelFacts | None:
    if len(usable) < 2:  # noqa: PLR2004 - nothing to choose
        return next(iter(usable), None)
    spoken = {channel.kind for channel in usable if person.language in channel.languages}
    understood = [c for c in usable if c.kind not in spoken or _may_speak(c, person)]
    return min(understood, key=lambda channel: _preference(channel, person), default=None)


def _may_speak(channel: ChannelFacts, person: Person) -> bool:
    return not channel.languages or person.language in channel.languages


def own_phone(service: ServiceFacts, person: Person) -> ChannelFacts | None:
    """Return the number to call in danger, whatever the person wished."""
    anyone = replace(person, wishes=frozenset())
    phones = [c for c in service.channels if c.kind == "phone" and is_usable(c, anyone)]
    return _best(phones, anyone)


def own_writing(service: ServiceFacts, person: Person) -> ChannelFacts | None:
    """Return the service's chat, or else its number for text messages."""
    usable = [c for c in service.channels if c.kind in WRITTEN and is_usable(c, person)]
    return min(usable, key=lambda channel: WRITTEN.index(channel.kind), default=None)


def own_page(service: ServiceFacts, person: Person) -> ChannelFacts | None:
    """Return the service's page that says how to begin, the main one first."""
    pages = [
        channel
        for channel in service.channels
        if channel.kind in PAGES
        and channel.for_everyone
        and channel.is_well_formed
        and _serves(channel, person)
        and not (channel.needs_identification and NO_BANK_ID in person.wishes)
    ]
    return min(pages, key=lambda page: (not page.main, PAGES.index(page.kind)), default=None)


def first_page(
    service: ServiceFacts, person: Person, contact: "Contact | None"
) -> ChannelFacts | None:
    """Return the page that is the way in, when the contact is not.

    That is when nobody answers the person at the service itself, and when its main channel is a
    page that was checked while the number is another's and may be old.
    """
    page = own_page(service, person)
    if contact is None or contact.service != service.slug:
        return page
    channel = contact.channel
    is_poorer = channel.kind == "phone" and channel.is_dated and not channel.main
    return page if page and page.main and page.is_verified and is_poorer else None


def _preference(channel: ChannelFacts, person: Person) -> tuple[bool, ...]:
    """Order channels: what the person wished first, then the main one, then the nearest."""
    is_visit = channel.kind == "visit"
    return (
        FACE_TO_FACE in person.wishes and not (is_visit and channel.place == person.municipality),
        AT_HOME in person.wishes and is_visit,
        not channel.municipalities and person.municipality is not None and not channel.main,
        not channel.main,
        channel.needs_identification,
        is_visit and channel.place != person.municipality,
    )


def contact_of(
    service: ServiceFacts, person: Person, services: Mapping[str, ServiceFacts]
) -> Contact | None:
    """Return how the person reaches the service, by itself or through its fallbacks."""
    reached: ServiceFacts | None = service
    for _ in range(MOST_STEPS):
        if reached is None:
            return None
        if reached.serves(person.municipality):
            asked = reached if reached is service else _without_visits(reached)
            channel = own_channel(asked, person)
            if channel is not None:
                return Contact(reached.slug, channel)
        reached = services.get(reached.fallback) if reached.fallback else None
    return None


def _without_visits(service: ServiceFacts) -> ServiceFacts:
    """Return a fallback as it may be asked: nobody is sent to a place of another service."""
    return replace(service, channels=tuple(c for c in service.channels if c.kind != "visit"))
