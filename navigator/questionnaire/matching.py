"""Which services answer a need of a person, in which order, and what kept others out."""

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.questionnaire.facts import ServiceFacts
from navigator.questionnaire.person import FACE_TO_FACE, INTERPRETER, Person
from navigator.questionnaire.reaching import own_channel
from navigator.questionnaire.values import AGE, MUNICIPALITY

HOME_LANGUAGES = frozenset({"fi", "sv"})
REACHES = ("local", "county", "nationwide")
HORIZONS = ("now", "soon", "long")


@dataclass(frozen=True, slots=True)
class Match:
    """Whether a service fits a person, and all that kept it out if it does not."""

    service: ServiceFacts
    excluded_by: frozenset[str]
    """`municipality`, `age` and slugs of conditions; empty: it fits."""

    @property
    def fits(self) -> bool:
        """Tell whether nothing kept the service out."""
        return not self.excluded_by

    @property
    def near_miss(self) -> str | None:
        """Return the one thing, other than the municipality, that kept the service out."""
        only = len(self.excluded_by) == 1 and MUNICIPALITY not in self.excluded_by
        return next(iter(self.excluded_by)) if only else None


def match(service: ServiceFacts, person: Person) -> Match:
    """Hold a service against a person."""
    excluded = set(service.conditions & person.barred)
    if not service.serves(person.municipality):
        excluded.add(MUNICIPALITY)
    if not _is_of_age(service, person):
        excluded.add(AGE)
    return Match(service, frozenset(excluded))


def _is_of_age(service: ServiceFacts, person: Person) -> bool:
    """Tell whether somebody of the person's age group may come."""
    if service.ages is None or person.ages is None:
        return True
    return service.ages[0] <= person.ages[1] and person.ages[0] <= service.ages[1]


def matches_of(need: str, person: Person, services: Iterable[ServiceFacts]) -> list[Match]:
    """Hold every service that answers `need` against the person, the best first."""
    answering = [service for service in services if need in service.needs]
    answering.sort(key=lambda service: _rank(service, need, person))
    return [match(service, person) for service in answering]


def _rank(service: ServiceFacts, need: str, person: Person) -> tuple[bool | int | str, ...]:
    """Order services: how well they answer the need, then how near and how sure they are."""
    channel = own_channel(service, person)
    is_near = channel is not None and channel.place == person.municipality
    return (
        service.referral_only,
        service.needs.index(need),
        FACE_TO_FACE in person.wishes and not is_near,
        channel is None,
        INTERPRETER in person.wishes and not service.languages - HOME_LANGUAGES,
        not service.is_public_body,
        HORIZONS.index(service.horizon),
        service.is_dated,
        REACHES.index(service.reach),
        service.slug,
    )
