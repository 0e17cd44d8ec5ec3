"""Every situation that a need can arise in, and every way to be in touch in it.

What services fit depends on the need, the age and the conditions that the answers do not meet
(together a *situation*), and on the municipality; how they are ranked and reached depends on the
municipality and on the wishes about contact. Nothing else about the answers matters to a need, so
every path is covered when each of these is taken with each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, combinations

from navigator.questionnaire.conditions import NOT_SURE, Chose
from navigator.questionnaire.facts import ELSEWHERE, ServiceFacts
from navigator.questionnaire.matching import match
from navigator.questionnaire.person import (
    AT_HOME,
    FACE_TO_FACE,
    INTERPRETER,
    NO_BANK_ID,
    NO_CAR,
    NO_PHONE,
    Person,
)
from navigator.questionnaire.proof.paths import holds_given, leaves_of, walk
from navigator.questionnaire.reaching import Contact, contact_of
from navigator.questionnaire.values import AGE, CONTACT, MUNICIPALITY, Need, Questionnaire

Example = Mapping[str, frozenset[str]]
MATTERING = frozenset({NO_PHONE, FACE_TO_FACE, AT_HOME, NO_CAR, NO_BANK_ID, INTERPRETER})
"""Wishes that rank or reach services."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What a need can meet, apart from the municipality and the wishes."""

    age: str | None
    """Option of `age`; None: not known."""
    barred: frozenset[str]


@lru_cache(maxsize=2)
def situations_of(questionnaire: Questionnaire) -> Mapping[str, Mapping[Situation, Example]]:
    """Return the situations of each need. What services there are does not matter to them."""
    return {need.id: _situations(questionnaire, need) for need in questionnaire.needs}


def _situations(questionnaire: Questionnaire, need: Need) -> Mapping[Situation, Example]:
    bars = questionnaire.bars
    ages = {age: Chose(AGE, frozenset({age})) for age in questionnaire.ages}
    watched = {*leaves_of(need.raised_by), *ages.values()}
    watched.update(*(leaves_of(bar.excluded_if) for bar in bars))
    found: dict[Situation, Example] = {}
    for state, walked in walk(questionnaire, watched).items():
        if holds_given(need.raised_by, state.true):
            barred = {b.condition for b in bars if holds_given(b.excluded_if, state.true)}
            age = next((age for age, leaf in ages.items() if leaf in state.true), None)
            found.setdefault(Situation(age, frozenset(barred)), walked.example)
    return found


@dataclass(frozen=True, eq=False)
class Ground:
    """A questionnaire and the public services, with what is worked out about them once."""

    questionnaire: Questionnaire
    services: Mapping[str, ServiceFacts]

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """Return the municipalities of the county, by their options."""
        options = (option.id for option in self.questionnaire.by_id[MUNICIPALITY].options)
        return tuple(option for option in options if option not in {ELSEWHERE, NOT_SURE})

    @property
    def places(self) -> tuple[str | None, ...]:
        """Return the municipalities, elsewhere, and the one that was not said."""
        return (*self.municipalities, ELSEWHERE, None)

    @cached_property
    def wishes(self) -> tuple[frozenset[str], ...]:
        """Return every set of wishes that ranks or reaches services otherwise than another."""
        options = [o.id for o in self.questionnaire.by_id[CONTACT].options if o.id in MATTERING]
        sizes = range(len(options) + 1)
        sets = chain.from_iterable(combinations(options, size) for size in sizes)
        return tuple(map(frozenset, sets))

    @property
    def situations(self) -> Mapping[str, Mapping[Situation, Example]]:
        """Return the situations in which each need arises, each with answers that lead to it."""
        return situations_of(self.questionnaire)

    def person(
        self, situation: Situation, place: str | None, wishes: frozenset[str] = frozenset()
    ) -> Person:
        """Return somebody in this situation."""
        ages = self.questionnaire.ages[situation.age] if situation.age else None
        return Person(place, ages, situation.barred, wishes)

    def fitting(self, need: str, situation: Situation, place: str | None) -> tuple[str, ...]:
        """Return the services that fit, in no promised order."""
        person = self.person(situation, place)
        answering = self.answering.get(need, ())
        return tuple(service.slug for service in answering if match(service, person).fits)

    @cached_property
    def answering(self) -> Mapping[str, Sequence[ServiceFacts]]:
        """Return the services that answer each need."""
        found: dict[str, list[ServiceFacts]] = {}
        for service in self.services.values():
            for need in service.needs:
                found.setdefault(need, []).append(service)
        return found

    @cached_property
    def _contacts(self) -> dict[tuple[str, str | None, frozenset[str]], Contact | None]:
        return {}

    @property
    def contacts_checked(self) -> int:
        """Return how many contacts were looked at."""
        return len(self._contacts)

    def contact(self, slug: str, place: str | None, wishes: frozenset[str]) -> Contact | None:
        """Return how somebody there, with these wishes, reaches a service."""
        key = (slug, place, wishes)
        if key not in self._contacts:
            person = Person(place, wishes=wishes)
            self._contacts[key] = contact_of(self.services[slug], person, self.services)
        return self._contacts[key]
