"""Whether and how a person can reach a service.

A contact is *reachable* for a person when its number or address is well formed, it is for everyone
and serves the person's municipality, and the person can use it: no call where they cannot speak
on the phone, no journey where they have no way to travel, no bank codes where they have none.
A web page is read, not answered, and a paper form waits for a service that can be asked: neither
counts. A service without a reachable contact of its own is reached through its fallback.
"""

from collections.abc import Mapping
from dataclasses import dataclass

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
    usable = [channel for channel in service.channels if is_usable(channel, person)]
    return min(usable, key=lambda channel: _preference(channel, person), default=None)


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
            channel = own_channel(reached, person)
            if channel is not None:
                return Contact(reached.slug, channel)
        reached = services.get(reached.fallback) if reached.fallback else None
    return None
